import type { APIMessage } from 'discord-api-types/v10';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as publicIds from '../../src/features/ideas/custom-ids.ts';
import * as privateIds from '../../src/features/ideas/private-custom-ids.ts';
import { everythingSaid, storedIn } from '../support/faults.ts';
import { ELSEWHERE, forge, twoGuilds } from '../support/forge.ts';
import {
  IDEAS,
  type IdeaTown,
  ideasSeed,
  pressId,
  startIdeas,
  submitIdea,
  support,
} from '../support/ideas.ts';

/** The guild with ideas, and another one with the same people. */
function seeds() {
  const seed = ideasSeed();
  return { ...seed, guilds: [...seed.guilds, twoGuilds().guilds[1]!] };
}

const tables = [
  'ideas',
  'idea_cases',
  'idea_scores',
  'idea_merges',
  'idea_blocks',
  'idea_events',
  'idea_comments',
];
/** What jobs write down in their own time: what was shown and told, and where it stands. */
const bookkeeping = new Set([
  'version',
  'refreshing',
  'told_event_id',
  'channel_id',
  'message_id',
  'thread_id',
]);
const decided = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !bookkeeping.has(column)));
const decisions = ({ config }: IdeaTown) =>
  Object.fromEntries(
    tables.map((table) => [
      table,
      storedIn(config.databasePath).all<Record<string, unknown>>(`SELECT * FROM ${table}`).map(decided),
    ]),
  );

const typed = (values: Record<string, string>) =>
  Object.entries(values).map(([custom_id, value]) => ({
    type: 18,
    component: { type: 4, custom_id, value },
  }));
const words = typed({
  reason: 'forged',
  text: 'forged',
  title: 'forged',
  body: 'forged',
  problem: 'forged',
  fit: '5',
  effort: '5',
  demand: '5',
  cost: '5',
});

/** What only staff may, and what only the author may, with every status as the one that was seen. */
function staffActs(idea: number, other: number) {
  const buttons = [
    `idea-score:v1:${idea}`,
    `idea-approve:v1:${idea}`,
    `idea-take-back:v1:${idea}`,
    `idea-merge-now:v1:${idea}:${other}`,
    `idea-merge-now:v1:${other}:${idea}`,
    ...['second-chance', 'author', 'block', 'unblock', 'reveal', 'reveal-now', 'undo-merge'].map(
      (a) => `idea-panel:v1:${idea}:${a}`,
    ),
    ...['edit', 'update'].map((what) => `idea-open:v1:${idea}:${what}`),
    `idea-consent:v1:${idea}:agree`,
    `idea-consent:v1:${idea}:refuse`,
    'idea-object:v1:1',
    ...['planned', 'declined', 'shipped', 'in-progress'].map(
      (to) => `idea-decide:v1:${idea}:in-review:${to}`,
    ),
  ];
  const forms = [
    `idea-score-form:v1:${idea}`,
    'idea-object-form:v1:1',
    ...['edit', 'update', 'withdraw'].map((what) => `idea-form:v1:${idea}:${what}`),
    ...['gathering', 'in-review', 'planned'].flatMap((from) =>
      ['planned', 'declined', 'shipped', 'in-progress', 'in-review'].map(
        (to) => `idea-decide-form:v1:${idea}:${from}:${to}`,
      ),
    ),
  ];
  return [
    ...buttons.map((custom_id) => ({ type: 3 as const, data: { custom_id, component_type: 2 } })),
    ...forms.map((custom_id) => ({ type: 5 as const, data: { custom_id, components: words } })),
  ];
}

const names = [...Object.values(publicIds), ...Object.values(privateIds)].flatMap((one) =>
  typeof one === 'object' && 'build' in one ? [`${one.name}:v${one.version}`] : [],
);

async function furnished() {
  const town = await startIdeas({ seed: seeds(), on: ['anonymity'] });
  const { other, admin, german, newcomer, moderator } = town;
  const card = await submitIdea(town, other, { title: 'Hidden hands' }, { anonymous: true });
  const second = await submitIdea(town, other, { title: 'Completely different lamps' });
  for (const person of [admin, german, newcomer, moderator]) await support(person, card);
  // What Hearth itself still has to write down: where the case stands, what was told.
  await town.later(61_000);
  await town.sandbox.until(
    () =>
      storedIn(town.config.databasePath).all('SELECT 1 FROM idea_cases WHERE message_id IS NOT NULL')
        .length === 1,
    10_000,
  );
  await new Promise((resolve) => setTimeout(resolve, 800));
  return { town, card, second };
}

test('no member can do what is staff’s or the author’s, and no admin from another server', async () => {
  const { town, card } = await furnished();
  try {
    const { sandbox, member, owner } = town;
    const before = decisions(town);
    expect(before['ideas']).toHaveLength(2);
    const odd: unknown[] = [];
    for (const [userId, channelId] of [
      [member.id, card.channel_id],
      [owner.id, ELSEWHERE.channel],
    ] as const) {
      for (const act of staffActs(1, 2)) {
        for (const message of [undefined, card]) {
          const { result, words: said } = await forge(sandbox, {
            userId,
            channelId,
            ...act,
            ...(message ? { message } : {}),
          });
          const after = decisions(town);
          if (result !== 'success' || said === '' || JSON.stringify(after) !== JSON.stringify(before))
            odd.push([
              JSON.stringify(after) !== JSON.stringify(before) ? 'CHANGED' : '',
              userId === member.id ? 'member' : 'foreign',
              act.data.custom_id,
              result,
              said,
            ]);
          if (said.includes(town.other.id)) odd.push(['names the author', act.data.custom_id, said]);
        }
      }
    }
    expect(odd).toEqual([]);
    expect(decisions(town)).toEqual(before);
    // Where the acts are anybody's to do, they work: the same press by staff changes something.
    await pressId(owner, card, 'idea-details');
    await forge(sandbox, {
      userId: owner.id,
      channelId: card.channel_id,
      type: 5,
      data: { custom_id: 'idea-score-form:v1:1', components: words },
    });
    expect(decisions(town)).not.toEqual(before);
    expect(town.complaints.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  } finally {
    await town.close();
  }
});

test('a thousand forged controls change nothing that is not the presser’s own', async () => {
  const { town, card } = await furnished();
  try {
    const { sandbox, member } = town;
    const before = decisions(town);
    const odd = fc.constantFrom(
      '1',
      '2',
      '3',
      '0',
      '-1',
      '1.5',
      '9007199254740993',
      '',
      'NaN',
      '__proto__',
      '../../x',
      "1' OR '1'='1",
      '\u202E1',
      'block',
      'reveal-now',
      'edit',
      'withdraw',
      'in-review',
      'planned',
      'shipped',
      'author',
      'agree',
      'post',
      'keep',
    );
    const id = fc
      .tuple(fc.constantFrom(...names), fc.array(odd, { maxLength: 4 }))
      .map(([name, fields]) => [name, ...fields].join(':'));
    const all = fc.sample(id, { numRuns: 1_000, seed: 7 });
    const failed: string[] = [];
    for (let from = 0; from < all.length; from += 100) {
      await Promise.all(
        all.slice(from, from + 100).map(async (custom_id, index) => {
          const kinds = [
            { type: 3 as const, data: { custom_id, component_type: 2 } },
            { type: 3 as const, data: { custom_id, component_type: 3, values: ['1', '9'] } },
            { type: 5 as const, data: { custom_id, components: words } },
          ];
          const outcome = await forge(sandbox, {
            userId: member.id,
            channelId: card.channel_id,
            ...kinds[index % 3]!,
            ...(index % 2 ? { message: card } : {}),
          });
          if (outcome.result !== 'success') failed.push(custom_id);
        }),
      );
    }
    expect(failed).toEqual([]);
    const rows = (state: Record<string, unknown[]>): Record<string, unknown[]> => ({
      ...state,
      // The presser's own support moves counters and clocks of the row.
      ideas: (state['ideas'] as Record<string, unknown>[]).map(
        ({ id: row, status, title, body, author_id, number, anonymous }) => ({
          row,
          status,
          title,
          body,
          author_id,
          number,
          anonymous,
        }),
      ),
      idea_events: (state['idea_events'] as Record<string, unknown>[]).filter(({ kind }) => kind !== 'rung'),
    });
    const after = rows(decisions(town));
    const same = rows(before);
    // What the presser handed in themselves would be new; nothing of before may differ.
    expect(after['ideas']?.slice(0, 2)).toEqual(same['ideas']);
    for (const table of ['idea_cases', 'idea_scores', 'idea_merges', 'idea_blocks'] as const)
      expect([table, after[table]]).toEqual([table, same[table]]);
    expect(everythingSaid(town).filter((said) => /\bat \S+ \(?(?:file:|node:)|SQLITE_/u.test(said))).toEqual(
      [],
    );
    expect(town.complaints.map(({ msg }) => msg)).not.toContain('handler failed');
  } finally {
    await town.close();
  }
});

const callback = '/interactions/:interaction_id/:interaction_token/callback';
const supporting = ({ config }: IdeaTown, userId: string) =>
  storedIn(config.databasePath).all(
    'SELECT user_id FROM idea_supporters WHERE supporting = 1 AND idea_id = 2 AND user_id = ?',
    userId,
  ).length;

test('a support whose answer is lost, or that is delivered twice, is one support', async () => {
  const { town, second } = await furnished();
  try {
    const { sandbox, member, german, newcomer } = town;
    expect(supporting(town, member.id)).toBe(0);
    const rule = sandbox.faults.add({
      match: { route: callback },
      action: { kind: 'drop-after', how: 'reset' },
    });
    const lost = await support(member, second);
    expect([rule.hits, lost.result, lost.replies.length]).toEqual([1, 'success', 1]);
    expect(supporting(town, member.id)).toBe(1);
    // The client has the answer before the bot's second try, which is not to meet the next fault.
    const answers = () => sandbox.sent('POST').filter(({ route }) => route.endsWith('/callback'));
    await sandbox.until(() => answers().at(-1)?.status !== 0);
    sandbox.faults.add({ match: { route: callback }, action: { kind: 'status', status: 500 } });
    expect((await support(german, second)).result).toBe('success');
    expect(supporting(town, german.id)).toBe(1);
    sandbox.gateway.faults.inject({ kind: 'duplicate-next' });
    expect((await support(newcomer, second)).result).toBe('success');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(supporting(town, newcomer.id)).toBe(1);
    const seen = storedIn(town.config.databasePath).all<{ supporters: number }>(
      'SELECT supporters FROM ideas WHERE id = 2',
    );
    expect(seen).toEqual([{ supporters: 3 }]);
    expect(town.complaints.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  } finally {
    await town.close();
  }
});

test('whoever wrote an anonymous idea stands in no log, no trail and no message that others read', async () => {
  const { town, card } = await furnished();
  try {
    const { sandbox, other, owner, member } = town;
    await town.later(61_000);
    await sandbox.until(() => owner.messages('staff').length > 0, 10_000);
    const texts: string[] = [];
    for (const person of [owner, member]) {
      const panel = await pressId(person, card, 'idea-details');
      texts.push(JSON.stringify(panel.reply));
      texts.push(
        (
          await forge(sandbox, {
            userId: person.id,
            channelId: card.channel_id,
            type: 3,
            data: { custom_id: 'idea-pages:v1:1:trail:0:on', component_type: 2 },
          })
        ).words,
      );
    }
    const publicPosts: APIMessage[] = [...sandbox.world.channels.values()].flatMap((c) =>
      c.messages.map(({ message }) => message),
    );
    const about = publicPosts.filter(
      ({ channel_id }) => channel_id === card.channel_id || channel_id === IDEAS.board,
    );
    texts.push(...about.map((message) => JSON.stringify({ ...message, id: '' })));
    expect(about.length).toBeGreaterThan(0);
    expect(texts.filter((one) => one.includes(other.id))).toEqual([]);
    const logged = town
      .log()
      .split('\n')
      .filter((line) => line.includes(other.id));
    expect(logged).toEqual([]);
  } finally {
    await town.close();
  }
});

test('a forged suggestion has nobody asked but who wrote the message that it names', async () => {
  const town = await startIdeas({ board: false });
  try {
    const { sandbox, member, other, owner } = town;
    const message = await other.say('Could we get decaf on Sundays?');
    const bots = owner.messages('staff').find(({ author }) => author.bot)?.id ?? '1190000000000000001';
    const suggest = (messageId: string) =>
      forge(sandbox, {
        userId: member.id,
        channelId: message.channel_id,
        type: 5,
        data: {
          custom_id: privateIds.suggestFormId.build({ message: messageId }),
          components: typed({ title: 'Decaf', body: 'On Sundays.', problem: '' }),
        },
      });
    const credits = () =>
      storedIn(town.config.databasePath)
        .all<{ credit_id: string | null }>('SELECT credit_id FROM idea_drafts ORDER BY id')
        .map(({ credit_id: id }) => id);
    const honest = await suggest(message.id);
    await sandbox.until(() => credits().length === 1);
    for (const id of [bots, '1190000000000000002', owner.id]) {
      const seen = credits().length;
      await suggest(id);
      await sandbox.until(() => credits().length > seen);
    }
    expect(honest.result).toBe('success');
    expect(credits()).toEqual([other.id, null, null, null]);
    const unnamed = () => everythingSaid(town).filter((text) => text.includes('nobody is credited'));
    await sandbox.until(() => unnamed().length === 3);
  } finally {
    await town.close();
  }
});
