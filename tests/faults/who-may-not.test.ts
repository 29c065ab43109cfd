import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { faultTest, publish, type Stage, size } from '../support/faults.ts';
import { ELSEWHERE, forge, knownControls, twoGuilds } from '../support/forge.ts';
import { pollForm } from '../support/hearth.ts';

const { general } = SMALL.channels;
const day = 86_400_000;

describe('a vote', () => {
  faultTest(
    'after the closing time changes nothing, whether or not the closing has been shown',
    async ({ stage }) => {
      const bot = await stage();
      const { sandbox, stored } = bot;
      const [member, other] = [sandbox.persona('member'), sandbox.persona('other')];
      const message = await publish(bot, sandbox.persona('admin'));
      await member.press(message, 'Kenya');
      sandbox.clock.advance(2 * day + 1_000);
      // The controls stand there until the edit; the clock has closed the poll before.
      expect((await bot.vote(other.id, message, 1)).words).toMatch(
        /This poll closed <t:\d+:R>, so votes stay/,
      );
      await sandbox.until(() => stored.polls()[0]?.finished_at);
      expect(
        (
          await forge(sandbox, {
            userId: member.id,
            channelId: general,
            type: 3,
            message,
            data: { custom_id: 'poll-vote:v1:1:2', component_type: 2 },
          })
        ).words,
      ).toContain('This poll closed');
      expect(stored.votes()).toEqual(new Map([[member.id, '0']]));
      expect(stored.tally()).toEqual([1, 0, 0]);
    },
  );

  faultTest('by somebody without the role is refused, and with it is taken', async ({ stage }) => {
    const bot = await stage();
    const { sandbox, stored } = bot;
    const message = await publish(bot, sandbox.persona('admin'), {}, { role: SMALL.roles.staff });
    const refused = await sandbox.persona('member').press(message, 'Kenya');
    expect(refused.text).toContain(`Only members with <@&${SMALL.roles.staff}> may vote here`);
    expect(stored.votes().size).toBe(0);
    await sandbox.persona('moderator').press(message, 'Kenya');
    expect([...stored.votes().keys()]).toEqual([SMALL.users.moderator]);
  });
});

/** A poll here, a poll in another guild, and a draft that only its maker has before them. */
async function furnished(bot: Stage) {
  const { sandbox, stored } = bot;
  const admin = sandbox.persona('admin');
  const message = await publish(bot, admin);
  const elsewhere = await admin.slash(
    'poll quick',
    { question: 'There?', options: 'a | b', closes: 'in 3 days' },
    { channel: 'elsewhere' },
  );
  if (!elsewhere.reply) throw new Error('there is no preview');
  await admin.press(elsewhere.reply, 'Publish');
  await sandbox.until(() => stored.polls()[1]?.message_id);
  const { modal } = await admin.slash('poll create');
  const { reply: preview } = await admin.submitModal(modal, pollForm);
  if (!preview) throw new Error('there is no preview');
  await admin.slash('setup');
  return { message, preview };
}

const rest = (bot: Stage) =>
  ['polls', 'poll_drafts', 'poll_series', 'guild_settings'].map((table) =>
    bot.stored.all(`SELECT * FROM ${table}`),
  );

faultTest('somebody else cannot use a control that was not shown to them', async ({ stage }) => {
  const bot = await stage({ seed: twoGuilds() });
  const { sandbox } = bot;
  const { preview } = await furnished(bot);
  const before = rest(bot);
  for (const action of ['publish', 'edit', 'rules', 'counting', 'cancel']) {
    const data = { custom_id: `poll-draft:v1:3:${action}`, component_type: 2 };
    const { result, words } = await forge(sandbox, {
      userId: SMALL.users.member,
      channelId: general,
      type: 3,
      message: preview,
      data,
    });
    expect(result).toBe('success');
    expect(words).toContain('belongs to somebody else');
  }
  for (const action of ['close-now', 'cancel-now', 'stop-now', 'extend', 'reopen', 'export', 'again']) {
    const data = { custom_id: `poll-steer:v1:1:${action}`, component_type: 2 };
    expect(
      (await forge(sandbox, { userId: SMALL.users.member, channelId: general, type: 3, data })).words,
    ).toContain('Only whoever made the poll');
  }
  // The other guild's poll, from here: as if it did not exist.
  for (const control of [
    'poll-vote:v1:2:0',
    'poll-steer:v1:2:close-now',
    'poll-details:v1:2',
    'poll-mine:v1:2',
    'poll-voters:v1:2:0:open',
  ]) {
    const data = { custom_id: control, component_type: 2 };
    expect(
      (await forge(sandbox, { userId: SMALL.users.admin, channelId: general, type: 3, data })).words,
    ).toContain('I do not know this poll');
  }
  expect(rest(bot)).toEqual(before);
  expect(bot.stored.votes(2).size).toBe(0);
});

const odd = fc.constantFrom(
  '1',
  '2',
  '3',
  '0',
  '-1',
  '01',
  '1.5',
  '1e3',
  '9007199254740993',
  '１',
  '',
  ' 1',
  'NaN',
  'null',
  '__proto__',
  '../../../etc/passwd',
  '..\\..\\windows',
  '%2e%2e%2f',
  "1' OR '1'='1",
  '1;DROP TABLE polls',
  '{"poll":1}',
  '\u202E1',
  '👨‍👩‍👧‍👦',
  'publish',
  'edit',
  'cancel',
  'close-now',
  'cancel-now',
  'export',
  'reopen',
  'open',
  'any',
  SMALL.users.admin,
  ELSEWHERE.guild,
);
const controlName = fc.oneof(
  fc.constantFrom(...knownControls),
  fc.constantFrom(...knownControls).map((name) => name.replace('v1', 'v2')),
  fc.constantFrom('constructor', '__proto__:v1', 'toString:v1', './handlers/../app', 'poll-vote', ''),
);
const anyCustomId = fc.oneof(
  {
    arbitrary: fc
      .tuple(controlName, fc.array(odd, { maxLength: 4 }))
      .map(([name, fields]) => [name, ...fields].join(':')),
    weight: 6,
  },
  // Some of them are what an honest press sends.
  { arbitrary: fc.constantFrom('poll-vote:v1:1:0', 'poll-vote:v1:1:2', 'poll-details:v1:1'), weight: 1 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 100 }), weight: 2 },
  { arbitrary: fc.constantFrom(...knownControls).map((name) => `${name}:${'9'.repeat(5_000)}`), weight: 1 },
);
const anyValues = fc.array(odd, { maxLength: 5 });
const anyInput = fc.oneof(
  fc.constant([]),
  fc.array(
    fc.record({
      type: fc.constant(18),
      component: fc.record({
        type: fc.constantFrom(3, 4, 6, 22),
        custom_id: fc.oneof(odd, fc.constantFrom('question', 'closes', 'until')),
        value: odd,
        values: anyValues,
      }),
    }),
    { maxLength: 5 },
  ),
);
const anyForgery = fc.oneof(
  fc
    .record({ custom_id: anyCustomId, component_type: fc.constant(2) })
    .map((data) => ({ type: 3 as const, data })),
  fc
    .record({ custom_id: anyCustomId, component_type: fc.constantFrom(3, 5, 6, 7, 8), values: anyValues })
    .map((data) => ({ type: 3 as const, data })),
  fc.record({ custom_id: anyCustomId, components: anyInput }).map((data) => ({ type: 5 as const, data })),
);

faultTest(
  'thousands of forged controls change nothing but the own vote, and each gets exactly one answer',
  async ({ stage }) => {
    const bot = await stage({ seed: twoGuilds() });
    const { sandbox, stored } = bot;
    const { message, preview } = await furnished(bot);
    const before = rest(bot);
    const forgeries = fc.sample(anyForgery, { numRuns: size(2_000, 10_000), seed: 7 });
    for (let from = 0; from < forgeries.length; from += 250) {
      const group = forgeries.slice(from, from + 250);
      const { seq } = sandbox.requests;
      const outcomes = await Promise.all(
        group.map((forged, index) =>
          forge(sandbox, {
            ...forged,
            userId: SMALL.users.member,
            channelId: general,
            message: index % 2 ? message : preview,
          }),
        ),
      );
      expect(outcomes.flatMap(({ result }, index) => (result === 'failure' ? [group[index]] : []))).toEqual(
        [],
      );
      await sandbox.until(() => callbacksSince(bot, seq).length >= group.length);
      expect(callbacksSince(bot, seq)).toHaveLength(group.length);
      expect(callbacksSince(bot, seq).filter(({ status }) => status >= 400)).toEqual([]);
      expect(outcomes.filter(({ words }) => words.includes('went wrong')).map(({ words }) => words)).toEqual(
        [],
      );
    }
    expect(rest(bot)).toEqual(before);
    expect([...stored.votes().keys()]).toEqual([SMALL.users.member]);
    expect(stored.votes(2).size).toBe(0);
    expect(bot.complaints).toEqual([]);
  },
);

/**
 * Answers to presses. On a busy machine an answer may take so long that it is sent once more, as it should;
 * Discord then says that it has one already (40060), so that one does not count.
 */
const callbacksSince = ({ sandbox }: Stage, seq: number) =>
  sandbox.requests.since(seq).filter(({ route, code }) => route.endsWith('/callback') && code !== 40060);

faultTest(
  'in a direct message every command, control and form gets one friendly answer',
  async ({ stage }) => {
    const bot = await stage();
    const { sandbox } = bot;
    await publish(bot, sandbox.persona('admin'));
    const member = sandbox.persona('member');
    const where = { userId: member.id, channelId: member.dm() };
    const { seq } = sandbox.requests;
    const commands = ['create', 'quick', 'list', 'show', 'close', 'cancel', 'export', 'extend', 'reopen'].map(
      (name) => ({
        name: 'poll',
        type: 1,
        id: '1',
        options: [{ type: 1, name, options: [] }],
      }),
    );
    const others = [
      { name: 'setup', type: 1, id: '1' },
      { name: 'Make a poll', type: 3, id: '1', target_id: '1', resolved: { messages: {} } },
      { name: 'gone', type: 1, id: '1' },
    ];
    const controls = knownControls.map((name) => `${name}:1`);
    const answers = [
      ...(await Promise.all(
        [...commands, ...others].map((data) => forge(sandbox, { ...where, type: 2, data })),
      )),
      ...(await Promise.all(
        controls.map((custom_id) =>
          forge(sandbox, { ...where, type: 3, data: { custom_id, component_type: 2 } }),
        ),
      )),
      ...(await Promise.all(
        controls.map((custom_id) =>
          forge(sandbox, { ...where, type: 3, data: { custom_id, component_type: 3, values: ['1'] } }),
        ),
      )),
      ...(await Promise.all(
        controls.map((custom_id) =>
          forge(sandbox, { ...where, type: 5, data: { custom_id, components: [] } }),
        ),
      )),
    ];
    expect(
      answers.filter(
        ({ result, words }) => result !== 'success' || !words.includes('I only work inside a server'),
      ),
    ).toEqual([]);
    const focused = {
      name: 'poll',
      type: 1,
      id: '1',
      options: [{ type: 1, name: 'show', options: [{ type: 3, name: 'poll', value: 'x', focused: true }] }],
    };
    const suggested = await forge(sandbox, { ...where, type: 4, data: focused });
    expect(suggested).toMatchObject({ result: 'autocomplete', choices: [] });
    await sandbox.until(() => callbacksSince(bot, seq).length >= answers.length + 1);
    expect(callbacksSince(bot, seq)).toHaveLength(answers.length + 1);
    expect(bot.complaints).toEqual([]);
  },
);
