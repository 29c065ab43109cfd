import { expect } from 'vitest';
import * as publicIds from '../../src/features/shoutouts/custom-ids.ts';
import * as privateIds from '../../src/features/shoutouts/private-custom-ids.ts';
import * as setupIds from '../../src/features/shoutouts/settings-custom-ids.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import type { WorldEvent } from '../../src/sandbox/world/types.ts';
import { everythingSaid } from '../support/faults.ts';
import { ELSEWHERE, forge, twoGuilds } from '../support/forge.ts';
import { ideasSeed } from '../support/ideas.ts';
import { partsOf } from '../support/messages.ts';
import { decisionsOf, shoutoutsOf, statusesOf, thanksTest } from '../support/shoutout-stage.ts';
import { saidOn, standing, standsSoon, THANKS, thank } from '../support/shoutouts.ts';

const REASON = 'Fixed my grinder on a secret Sunday';

/** The small guild, and another one with the same people. */
const seeds = () => {
  const seed = ideasSeed();
  return { ...seed, guilds: [...seed.guilds, twoGuilds().guilds[1]!] };
};

const controls = [publicIds, privateIds, setupIds]
  .flatMap((one) => Object.values(one))
  .flatMap((one) =>
    typeof one === 'object' && 'build' in one ? [`${String(one.name)}:v${String(one.version)}`] : [],
  );
const ofSettings = new Set(
  Object.values(setupIds).flatMap((one) => (typeof one === 'object' && 'build' in one ? [one.name] : [])),
);
const acts = [
  'card',
  'receipt',
  'details',
  'give',
  'drop',
  'story',
  'log',
  'hidden',
  'on',
  'all:',
  'week:v1',
];
const everyId = controls.flatMap((name) => [
  name,
  ...[1, 999_999].flatMap((row) => [
    `${name}:${row}`,
    ...acts.flatMap((act) => [`${name}:${row}:${act}`, `${name}:${act}`]),
  ]),
]);
const fields = ['reason', 'name', 'description', 'budget', 'pair', 'back'].map((custom_id) => ({
  type: 18,
  component: { type: 4, custom_id, value: 'forged words of somebody' },
}));

thanksTest(
  'forged ids from another server change nothing here and read nothing',
  async ({ begin }) => {
    const town = await begin({ seed: seeds() });
    const { member, other, sandbox } = town;
    await thank(member, other, REASON);
    await standsSoon(town, REASON);
    const ours = () => town.stored.all('SELECT * FROM shoutout_settings WHERE guild_id = ?', SMALL.guild);
    const rows = () => town.stored.all('SELECT * FROM shoutout_counts ORDER BY 1, 2, 3, 4');
    const before = [ours(), rows(), statusesOf(town)];
    const read: string[] = [];
    const silent: string[] = [];
    for (let from = 0; from < everyId.length; from += 25) {
      await Promise.all(
        everyId.slice(from, from + 25).flatMap((custom_id) =>
          // Forms of the settings stand on a message of their own, which is edited: no client sends them without one.
          ([3, 5] as const).map(async (type) => {
            if (type === 5 && ofSettings.has(custom_id.split(':')[0] ?? '')) return;
            const data = type === 3 ? { custom_id, component_type: 2 } : { custom_id, components: fields };
            const act = { userId: town.owner.id, channelId: ELSEWHERE.channel, type, data };
            const { result, words, modal } = await forge(sandbox, act);
            if (result !== 'success') silent.push(`${type} ${custom_id} ${result}`);
            if (/secret/u.test(`${words} ${JSON.stringify(modal ?? '')}`))
              read.push(`${custom_id}: ${words}`);
          }),
        ),
      );
    }
    expect(read).toEqual([]);
    expect(silent).toEqual([]);
    expect([ours(), rows(), statusesOf(town)]).toEqual(before);
  },
  120_000,
);

thanksTest(
  'nobody takes back what another gave, nor does as the team does, with the right ids',
  async ({ begin }) => {
    const town = await begin();
    const { member, other, sandbox } = town;
    await thank(member, other, REASON);
    await standsSoon(town, REASON);
    const before = decisionsOf(town);
    const { withdrawId, voidId, voidFormId, logPageId, ringsId } = privateIds;
    const presses = [
      ...(['receipt', 'details', 'story'] as const).map((on) => withdrawId.build({ shoutout: 1, on })),
      voidId.build({ shoutout: 1 }),
      logPageId.build({ page: 0, turn: 'on' }),
      ringsId.build({}),
    ];
    const odd: string[] = [];
    const tries = [
      ...presses.map((custom_id) => ({ type: 3 as const, data: { custom_id, component_type: 2 } })),
      {
        type: 5 as const,
        data: { custom_id: voidFormId.build({ shoutout: 1 }), components: fields },
      },
    ];
    for (const { type, data } of tries) {
      const act = { userId: other.id, channelId: THANKS, type, data };
      const { result, words, modal } = await forge(sandbox, act);
      if (result !== 'success' || words === '' || modal !== undefined || words.includes('secret'))
        odd.push(`${data.custom_id} ${result} ${words}`);
    }
    expect(odd).toEqual([]);
    expect(decisionsOf(town)).toBe(before);
    expect(standing(town, REASON)).toHaveLength(1);
  },
);

thanksTest(
  'everything delivered twice, and once more after a restart, has its one effect',
  async ({ begin }) => {
    const town = await begin();
    const { admin, member, other, newcomer, sandbox } = town;
    const delivered: WorldEvent[] = [];
    sandbox.world.subscribe((event) => {
      if (event.t === 'INTERACTION_CREATE' && event.only === 'bot') delivered.push(event);
    });
    const twice = () => sandbox.gateway.faults.inject({ kind: 'duplicate-next', count: 1 });
    twice();
    await thank(member, other, REASON);
    await standsSoon(town, REASON);
    twice();
    const given = await thank(member, newcomer, 'Carried chairs for an hour');
    await standsSoon(town, 'Carried chairs');
    twice();
    expect((await member.press(given.reply!, 'Take it back')).text).toContain('Taken back');
    const { modal } = await admin.slash('shoutout void', { shoutout: '1' });
    twice();
    await admin.submitModal(modal, { reason: 'They asked for it' });
    await sandbox.until(() => standing(town, REASON).length === 0);
    expect(statusesOf(town)).toEqual(['void', 'withdrawn']);
    const before = decisionsOf(town);
    expect(town.stored.all('SELECT kind FROM shoutout_events')).toHaveLength(4);

    await town.restart();
    const callbacks = () => sandbox.sent('POST').filter(({ route }) => route.endsWith('/callback')).length;
    const answered = callbacks();
    const again = [...delivered];
    for (const event of again) sandbox.world.emit(event);
    await sandbox.until(() => callbacks() >= answered + again.length, 20_000);
    expect(decisionsOf(town)).toBe(before);
    await town.later(61_000);
    expect(standing(town, 'Carried chairs')).toEqual([]);
    expect(standing(town, REASON)).toEqual([]);
  },
);

thanksTest(
  'hostile text in a reason pings nobody but who is thanked, and forges nothing',
  async ({ begin }) => {
    const town = await begin();
    const { member, newcomer, moderator, other, sandbox } = town;
    const hostile =
      '@everyone <@&1> <@1> `` ``` ||x|| [a](javascript:x) # ## \u202Egnp.exe **\n> q <t:1:R> =1+1';
    const long = `Long ${hostile} ${'and so on '.repeat(45)}`;
    await thank(member, other, `Short ${hostile}`);
    expect((await thank(moderator, newcomer, long)).text).toContain('Said!');
    const cards = [await standsSoon(town, 'Short'), await standsSoon(town, 'Long')];
    expect(cards.map(({ mentions }) => mentions.map(({ id }) => id))).toEqual([[other.id], [newcomer.id]]);
    expect(cards.map((card) => [card.mention_everyone, card.mention_roles])).toEqual([
      [false, []],
      [false, []],
    ]);
    expect(shoutoutsOf(town)).toHaveLength(2);
    await member.slash('shoutout me');
    await other.slash('shoutout me');
    await town.admin.slash('shoutout log');
    await sandbox.until(() => everythingSaid(town).length > 4);
    for (const text of [...everythingSaid(town), ...cards.map(saidOn)]) expect(text).not.toContain('\u202E');
    // Labels and what pictures say are no markdown.
    const { channels, ephemerals } = sandbox.world;
    const messages = [...channels.values()]
      .flatMap((channel) => channel.messages)
      .concat([...ephemerals.values()]);
    const texts = messages
      .flatMap(({ message }) => partsOf(message))
      .flatMap(({ type, content }) => (type === 10 ? [String(content)] : []));
    expect(texts.filter((text) => text.includes('javascript')).length).toBeGreaterThan(1);
    expect(texts.filter((text) => text.includes('[a](javascript'))).toEqual([]);
  },
);
