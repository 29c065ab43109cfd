import { readFileSync, writeFileSync } from 'node:fs';
import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { houseTest } from '../support/bot-process.ts';
import {
  countsOf,
  crowd,
  faultTest,
  inWaves,
  publish,
  type Stage,
  size,
  sleep,
  untilShown,
  type VoteResult,
} from '../support/faults.ts';
import { holdFile, watchConnections } from '../support/full-disk.ts';

/** 50 presses a second by ever new people until `done`. */
/** One press every `pace` ms until `done`. */
async function pressUntil(
  bot: Stage,
  message: APIMessage,
  { ids, pace }: { ids: readonly string[]; pace: number },
  done: Promise<unknown>,
) {
  let over = false;
  void done.then(() => {
    over = true;
  });
  const votes: Promise<VoteResult>[] = [];
  for (const [index, id] of ids.entries()) {
    if (over) break;
    votes.push(bot.vote(id, message, index % 3));
    await sleep(pace);
  }
  return Promise.all(votes);
}

const tookIt = (outcomes: readonly VoteResult[]) =>
  outcomes.filter(({ words }) => words.includes('Your vote:'));

faultTest.concurrent('a file that another program holds for 2 s costs nobody a vote', async ({ stage }) => {
  const { seed, ids } = crowd(400);
  const bot = await stage({ seed });
  const { sandbox, stored } = bot;
  const message = await publish(bot, sandbox.persona('admin'));
  const released = holdFile(bot.config.databasePath, 2_000);
  const outcomes = await pressUntil(
    bot,
    message,
    { ids, pace: 20 },
    released.then(() => sleep(200)),
  );
  expect(outcomes.length).toBeGreaterThan(40);
  expect(tookIt(outcomes)).toHaveLength(outcomes.length);
  expect(stored.votes()).toEqual(new Map(outcomes.map(({ userId, option }) => [userId, String(option)])));
  expect(await untilShown(bot, sandbox.persona('member'), message)).toEqual(countsOf(stored.votes()));
});

faultTest.concurrent(
  'a file that is held for long: presses are refused kindly in time, nothing is half written',
  async ({ stage }) => {
    const { seed, ids } = crowd(700);
    const bot = await stage({ seed });
    const { sandbox, stored } = bot;
    const message = await publish(bot, sandbox.persona('admin'));
    const released = holdFile(bot.config.databasePath, size(5_000, 10_000));
    const outcomes = await pressUntil(bot, message, { ids, pace: 60 }, released);
    // Inside the 3 s, or Discord would have said that nothing answered.
    expect(outcomes.filter(({ acknowledged }) => !acknowledged)).toEqual([]);
    const kept = tookIt(outcomes);
    const refused = outcomes.filter(({ words }) => words.includes('could not be saved'));
    expect(refused.length).toBeGreaterThan(20);
    expect(kept.length + refused.length).toBe(outcomes.length);
    expect(stored.votes()).toEqual(new Map(kept.map(({ userId, option }) => [userId, String(option)])));
    expect((await bot.vote(refused[0]?.userId ?? '', message, 1)).words).toContain('Your vote:');
    expect(await untilShown(bot, sandbox.persona('member'), message)).toEqual(countsOf(stored.votes()));
  },
);

faultTest(
  'a full disk: whoever is not kept is told, whoever is told "kept" is kept, and it recovers by itself',
  async ({ stage }) => {
    const watch = watchConnections();
    const { seed, ids } = crowd(1_500);
    const bot = await stage({ seed });
    const { sandbox, stored } = bot;
    watch.stop();
    const own = watch.of(bot.config.databasePath);
    const message = await publish(bot, sandbox.persona('admin'));
    const pages = Number(own.pragma('page_count', { simple: true }));
    own.pragma(`max_page_count = ${pages + 3}`);

    const outcomes = await inWaves(ids.slice(0, 1_000), (id, index) => bot.vote(id, message, index % 3));
    const kept = tookIt(outcomes);
    const refused = outcomes.filter(({ words }) => words.includes('could not be saved: I am out of storage'));
    expect(kept.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    expect(kept.length + refused.length).toBe(outcomes.length);
    expect(stored.votes()).toEqual(new Map(kept.map(({ userId, option }) => [userId, String(option)])));
    expect(countsOf(stored.votes())).toEqual(stored.tally());

    own.pragma('max_page_count = 1000000');
    const late = await inWaves(ids.slice(1_000), (id) => bot.vote(id, message, 2));
    expect(tookIt(late)).toHaveLength(late.length);
    expect(stored.votes().size).toBe(kept.length + late.length);
    expect(await untilShown(bot, sandbox.persona('member'), message)).toEqual(countsOf(stored.votes()));
  },
);

houseTest(
  'a damaged file: the process ends with an error before it says anything to Discord, and leaves the file',
  async ({ house }) => {
    const bot = await house();
    const running = await bot.start();
    running.signal('SIGTERM');
    expect(await running.ended).toBe(0);
    const damaged = readFileSync(bot.databasePath);
    damaged.fill(0x5a, 8_192, 8_192 + 6_000);
    writeFileSync(bot.databasePath, damaged);
    const identified = bot.identified();
    const seq = bot.sandbox.requests.seq;
    const refusing = bot.launch();
    expect(await refusing.ended).toBe(1);
    expect(refusing.errors.join('\n')).toContain('is damaged or not a database');
    expect(bot.identified()).toBe(identified);
    expect(bot.sandbox.requests.since(seq)).toEqual([]);
    expect(readFileSync(bot.databasePath).equals(damaged)).toBe(true);
  },
);

houseTest(
  'a second process on the same data refuses with a clear word, and the first one works on',
  async ({ house }) => {
    const bot = await house();
    await bot.start();
    const identified = bot.identified();
    const second = bot.launch();
    expect(await second.ended).toBe(1);
    expect(second.errors.join('\n')).toContain('another process already works with');
    expect(bot.identified()).toBe(identified);
    const { text } = await bot.sandbox.persona('member').slash('poll list');
    expect(text).toContain('No polls here yet');
  },
);

/** From SIGUSR2 on, the disk answers every sync with an input/output error. */
const failingDisk = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { fdatasync } = fs;
  let failing = false;
  process.on('SIGUSR2', () => { failing = true; });
  fs.fdatasync = (file, done) =>
    failing ? setImmediate(done, Object.assign(new Error('EIO'), { code: 'EIO' })) : fdatasync(file, done);
  syncBuiltinESMExports();
`;

houseTest(
  'a disk that fails to sync: nobody is told that it is kept, and the process ends',
  async ({ house }) => {
    const bot = await house();
    const preload = `data:text/javascript,${encodeURIComponent(failingDisk)}`;
    const running = await bot.start({ NODE_OPTIONS: `--import ${preload}` });
    const message = await publish(bot, bot.sandbox.persona('admin'));
    const voter = bot.sandbox.persona('member');
    expect((await voter.press(message, 'Kenya AA')).text).toContain('Your vote:');
    running.signal('SIGUSR2');
    await sleep(100);
    const { text } = await voter.press(message, 'Brazil Santos');
    expect(text).toContain('I cannot say whether it was kept');
    expect(await running.ended).toBe(1);
    await bot.start();
    const now = await voter.press(message, 'My vote');
    // The machine did not lose power, so the file system kept it after all.
    expect(now.text).toContain('Brazil Santos');
  },
);

const mistakes: Record<string, string>[] = [
  { DISCORD_TOKEN: '' },
  { DISCORD_TOKEN: 'Bot with spaces' },
  { DISCORD_API_URL: 'nonsense' },
  { DISCORD_SHARDS: '-1' },
  { DATABASE_SYNC: 'never' },
  { DEFAULT_LANGUAGE: 'tlh' },
  { DEFAULT_TIME_ZONE: 'Mars/Base' },
  { GATEWAY_WATCHDOG_MINUTES: 'soon' },
  { LOG_LEVEL: 'loud' },
  { SANDBOX_PORT: '65536' },
];

houseTest('starts with a bad configuration cost no session start', async ({ house }) => {
  const bot = await house();
  for (let from = 0; from < size(4, mistakes.length); from += 2) {
    const failing = mistakes.slice(from, from + 2).map((mistake) => bot.launch(mistake));
    expect(await Promise.all(failing.map(({ ended }) => ended))).toEqual([2, 2]);
    for (const [index, { errors }] of failing.entries()) {
      expect(errors.join('\n')).toContain(Object.keys(mistakes[from + index] ?? {})[0]);
    }
  }
  expect(bot.identified()).toBe(0);
  expect(bot.sandbox.requests.since()).toEqual([]);
});
