import { existsSync, readFileSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import type { APIMessage } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { buildSmallSeed } from '../../src/sandbox/community/build-small-seed.ts';
import type { CommunitySeed } from '../../src/sandbox/community/seed-types.ts';
import type { LoggedRequest } from '../../src/sandbox/request-log.ts';
import { publishPoll, startHearth, type TestHearth } from './hearth.ts';
import { buttonsOf, textOf } from './messages.ts';
import type { PersonaDriver } from './persona.ts';

/** HEARTH_SOAK=1 asks for the large sizes. */
export const soak = process.env['HEARTH_SOAK'] === '1';
export const size = (quick: number, long: number): number => (soak ? long : quick);

/** Looks like a real one, so that a leak would be found and the redactor is given something to do. */
export const markedToken = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GmArKd.this-is-the-marked-token-of-a-test';
/** How the sandbox's interaction tokens begin: base64 of "interaction:". */
const interactionToken = 'aW50ZXJhY3Rpb246';

/** So many presses at once are answered in time on a machine that is busy with other tests, too. */
const WAVE = 50;

/** As many at once as any machine can answer, then the next: how large a crowd can be is for the benchmark to say. */
export async function inWaves<T, R>(
  items: readonly T[],
  act: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += WAVE) {
    const wave = items.slice(from, from + WAVE);
    results.push(...(await Promise.all(wave.map((item, index) => act(item, from + index)))));
  }
  return results;
}

export interface Stage extends TestHearth {
  readonly stored: Stored;
  /** Presses of a vote button by its position; resolves with the outcome. */
  vote(userId: string, message: APIMessage, option: number): Promise<VoteResult>;
  /** What the bot sent to Discord, of one kind. */
  posts(): LoggedRequest[];
}

export interface VoteResult {
  userId: string;
  option: number;
  acknowledged: boolean;
  words: string;
}

type StageOptions = Parameters<typeof startHearth>[0];

/** A bot under fault. */
async function startStage(options: StageOptions): Promise<Stage> {
  const hearth = await startHearth({ botToken: markedToken, ...options });
  const { sandbox } = hearth;
  return Object.assign(Object.create(hearth) as TestHearth, {
    stored: storedIn(hearth.config.databasePath),
    async vote(userId: string, message: APIMessage, option: number) {
      const { result, id } = await sandbox.interact(userId, voteInput(message, option));
      const acknowledged = result === 'success';
      const { world } = sandbox;
      // Where the press was only deferred, the words come afterwards.
      const words = () => {
        const [first] = world.interactions.byId.get(id)?.messageIds ?? [];
        return textOf(first === undefined ? undefined : world.ephemerals.get(first)?.message);
      };
      if (acknowledged) await sandbox.until(() => words() !== '', 30_000).catch(() => {});
      return { userId, option, acknowledged, words: words() };
    },
    posts: () => sandbox.sent('POST', '/channels/:channel_id/messages'),
  });
}

/** A test whose bots are ended after it, and held to what must be true after any fault. */
export const faultTest = test.extend<{ stage: (options?: StageOptions) => Promise<Stage> }>({
  async stage({ onTestFinished }, use) {
    await use(async (options = {}) => {
      const started = await startStage(options);
      onTestFinished(() => endStage(started));
      return started;
    });
  },
});

/** Ends a bot and holds it to what must be true after any fault: nothing leaked, nothing broke, the file is whole. */
export async function endStage(bot: TestHearth & { readonly stored: Stored }): Promise<void> {
  await bot.stopBot();
  const { databasePath } = bot.config;
  const integrity = bot.stored.integrity();
  const secrets = leaks(bot.log(), databasePath);
  const words = everythingSaid(bot);
  const complaints = bot.complaints.map(({ msg }) => msg);
  await bot.close();
  expect(integrity).toBe('ok');
  expect(secrets).toEqual([]);
  expect(words.filter((text) => stackTrace.test(text))).toEqual([]);
  expect(complaints).not.toContain('router failed');
  expect(complaints).not.toContain('handler failed');
  expect(complaints).not.toContain('fatal');
}

/** Publishes a poll and waits until the bot knows its message. */
export async function publish(
  bot: Pick<Stage, 'sandbox' | 'stored'>,
  ...more: Parameters<typeof publishPoll> extends [unknown, ...infer R] ? R : never
) {
  const { message } = await publishPoll(bot, ...more);
  await bot.sandbox.until(() => bot.stored.polls().some((poll) => poll.message_id === message.id));
  return message;
}

export function voteInput(message: APIMessage, option: number) {
  const { customId = '' } =
    buttonsOf(message).filter((one) => one.customId?.startsWith('poll-vote:'))[option] ?? {};
  return {
    type: 3,
    channel_id: message.channel_id,
    message_id: message.id,
    data: { component_type: 2, custom_id: customId },
  };
}

const stackTrace = /\bat \S+ \(?(?:file:|node:|\/)|\bSQLITE_|\bError:|\.ts:\d+/u;

/** Where a secret stands that should stand nowhere. */
export function leaks(log: string, databasePath: string): string[] {
  const places = new Map([['log', log]]);
  for (const file of [databasePath, `${databasePath}-wal`]) {
    if (existsSync(file)) places.set(file, readFileSync(file).toString('latin1'));
  }
  return [...places].flatMap(([place, text]) =>
    [markedToken, interactionToken]
      .filter((secret) => text.includes(secret))
      .map((secret) => `${secret} in ${place}`),
  );
}

/** The words of all messages of the bot, those for one reader too. */
export function everythingSaid({ sandbox }: TestHearth): string[] {
  const { world } = sandbox;
  const posted = [...world.channels.values()].flatMap((channel) =>
    channel.messages.map(({ message }) => message),
  );
  const whispered = [...world.ephemerals.values()].map(({ message }) => message);
  return [...posted, ...whispered]
    .filter(({ author }) => author.id === world.botId)
    .map((message) => textOf(message));
}

export type Stored = ReturnType<typeof storedIn>;

/** What the data file says, read past the bot. */
export function storedIn(path: string) {
  const read = <T>(work: (sqlite: Sqlite.Database) => T): T => {
    const sqlite = new SqliteDatabase(path, { readonly: true });
    try {
      return work(sqlite);
    } finally {
      sqlite.close();
    }
  };
  const all = <T>(sql: string, ...parameters: unknown[]): T[] =>
    read((sqlite) => sqlite.prepare<unknown[], T>(sql).all(...parameters));
  return {
    all,
    polls: () =>
      all<{
        id: number;
        status: string;
        close_reason: string | null;
        message_id: string | null;
        closed_at: number;
        finished_at: number | null;
      }>('SELECT * FROM polls ORDER BY id'),
    /** Voter to ballot. */
    votes: (pollId = 1): Map<string, string> =>
      new Map(
        all<{ voter: string; ballot: string }>(
          'SELECT voter, ballot FROM poll_votes WHERE poll_id = ?',
          pollId,
        ).map(({ voter, ballot }) => [voter, ballot]),
      ),
    tally: (pollId = 1): number[] =>
      JSON.parse(
        all<{ counts: string }>('SELECT counts FROM poll_tallies WHERE poll_id = ?', pollId)[0]?.counts ??
          '[]',
      ),
    jobs: () =>
      all<{ kind: string; key: string; status: string; run_at: number; tries: number; parks: number }>(
        'SELECT * FROM jobs ORDER BY id',
      ),
    integrity: () => read((sqlite) => sqlite.pragma('integrity_check', { simple: true })),
    /** A hash of everything that people decided, to show that nothing changed. */
    decisions: () =>
      JSON.stringify(
        ['polls', 'poll_votes', 'poll_tallies', 'poll_series', 'poll_drafts'].map((table) =>
          all(`SELECT * FROM ${table}`),
        ),
      ),
  };
}

/** The small community with so many more people. */
export function crowd(count: number): { seed: CommunitySeed; ids: string[] } {
  const seed = buildSmallSeed();
  const [guild] = seed.guilds;
  if (!guild) throw new Error('the small seed has a guild');
  const ids = Array.from({ length: count }, (_, index) => String(1_190_500_000_000_000_000n + BigInt(index)));
  const users = ids.map((id, index) => ({
    id,
    username: `voter${index}`,
    global_name: `Voter ${index}`,
    discriminator: '0',
    avatar: null,
    bot: false,
    locale: 'en-US',
  }));
  const members = ids.map((user_id) => ({
    user_id,
    nick: null,
    joined_at: guild.members[0]?.joined_at ?? '',
    roles: [],
  }));
  return {
    ids,
    seed: {
      ...seed,
      users: [...seed.users, ...users],
      guilds: [{ ...guild, members: [...guild.members, ...members] }, ...seed.guilds.slice(1)],
    },
  };
}

/** Moves the clock on in steps, and each time waits until the jobs that fell due have run. */
export async function pass(
  { sandbox, stored }: Pick<Stage, 'sandbox' | 'stored'>,
  ms: number,
  steps = 1,
): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    sandbox.advance(ms / steps);
    const now = sandbox.clock.now();
    await sandbox.until(
      () =>
        stored
          .jobs()
          .every(({ status, run_at }) => status === 'dead' || (status !== 'running' && run_at > now)),
      20_000,
    );
  }
}

/** The counts that the message shows, in the order of the options. */
export function shownCounts(message: APIMessage | undefined): number[] {
  return [...textOf(message).matchAll(/% · (\d+)/gu)].map(([, count]) => Number(count));
}

/** Resolves once the message shows what is stored. */
export async function untilShown(
  { sandbox, stored }: Stage,
  reader: PersonaDriver,
  message: APIMessage,
  pollId = 1,
) {
  await sandbox.until(() => {
    const shown = shownCounts(reader.look(message));
    return JSON.stringify(shown) === JSON.stringify(stored.tally(pollId));
  }, 20_000);
  return shownCounts(reader.look(message));
}

/** Counts per option from rows. */
export function countsOf(votes: Map<string, string>, options = 3): number[] {
  const ballots = [...votes.values()];
  return Array.from(
    { length: options },
    (_, option) => ballots.filter((ballot) => ballot === String(option)).length,
  );
}

/** About a hundred presses a second by ever new people, until told to stop. */
export function loadOf<T>(people: Iterator<string, undefined>, press: (userId: string) => Promise<T>) {
  const results: Promise<T>[] = [];
  const until = new AbortController();
  const running = (async () => {
    while (!until.signal.aborted) {
      const { value: userId } = people.next();
      if (userId !== undefined) results.push(press(userId));
      await sleep(10);
    }
  })();
  return {
    count: () => results.length,
    /** Resolves with what came of each press. */
    async stop() {
      until.abort();
      await running;
      return Promise.all(results);
    },
  };
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
