import { expect } from 'vitest';
import { houseTest } from '../support/bot-process.ts';
import { everythingSaid, faultTest, leaks, markedToken, pass, publish } from '../support/faults.ts';

/** Every test with `faultTest` and `houseTest` ends with this search; here are those who try hardest. */
faultTest('whatever fails, no token stands in the log, in the data or in words', async ({ stage }) => {
  const bot = await stage();
  const { sandbox, stored } = bot;
  const admin = sandbox.persona('admin');
  const message = await publish(bot, admin);
  const refusals = [
    { match: { route: '/interactions/' }, action: { kind: 'drop-before' } },
    { match: { route: '/webhooks/' }, action: { kind: 'drop-before' } },
    {
      match: { method: 'PATCH' },
      action: { kind: 'status', status: 400, body: { code: 50035, message: `bad ${markedToken}` } },
    },
    {
      match: { method: 'POST', route: '/channels/' },
      action: { kind: 'status', status: 400, body: { code: 50035, message: `bad ${markedToken}` } },
    },
  ] as const;
  const rules = refusals.map((refusal) => sandbox.faults.add({ ...refusal, times: 0 }));
  const unanswered = [
    sandbox.persona('member').press(message, 'Kenya'),
    admin.slash('poll export', { poll: '1' }),
  ];
  const results = await Promise.all(unanswered);
  expect(results.map(({ result }) => result)).toEqual(['failure', 'failure']);
  sandbox.advance(2 * 86_400_000 + 1_000);
  await sandbox.until(() =>
    stored.jobs().some(({ kind, status }) => kind === 'poll.close' && status === 'parked'),
  );
  for (const { id } of rules) sandbox.faults.remove(id);
  expect(bot.complaints.length).toBeGreaterThan(0);
  expect(leaks(bot.log(), bot.config.databasePath)).toEqual([]);
  expect(everythingSaid(bot).filter((words) => words.includes(markedToken))).toEqual([]);
  await pass(bot, 86_400_000, 3);
  expect(stored.polls()[0]?.finished_at).not.toBeNull();
});

houseTest(
  'a token that Discord refuses ends the process with a clear word and without the token',
  async ({ house }) => {
    const bot = await house({ botToken: 'quite-another-token' });
    const refused = bot.launch();
    expect(await refused.ended).toBe(1);
    expect([...refused.errors, ...refused.lines].join('\n')).toMatch(/token/iu);
    expect(leaks([...refused.errors, ...refused.lines].join('\n'), bot.databasePath)).toEqual([]);
    expect(bot.identified()).toBe(0);
  },
);

faultTest('the search for secrets finds what it looks for', async ({ stage }) => {
  const bot = await stage();
  const { databasePath } = bot.config;
  expect(leaks(`{"msg":"Bot ${markedToken}"}`, databasePath)).toHaveLength(1);
  expect(
    leaks(`/webhooks/1/${Buffer.from('interaction:1:sandbox').toString('base64url')}`, databasePath),
  ).toHaveLength(1);
  expect(leaks('{}', databasePath)).toEqual([]);
});
