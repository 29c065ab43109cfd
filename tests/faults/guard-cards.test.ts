import type { APIMessage } from 'discord-api-types/v10';
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { describe, expect } from 'vitest';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { houseTest } from '../support/bot-process.ts';
import { forge } from '../support/forge.ts';
import {
  cardsIn,
  DAY,
  firstsOf,
  firstWords,
  type GuardTown,
  guardTest,
  HOUR,
  MINUTE,
  newcomersSeed,
  OPEN_CHANNEL,
  settled,
  statusesOf,
  tellIn,
  wait,
} from '../support/guard.ts';
import { IDEAS } from '../support/ideas.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';

const { staff } = SMALL.channels;
const TAKE = 'I’ve got it';
const GIVE_BACK = 'Give it back';

async function carded(town: GuardTown): Promise<APIMessage> {
  await firstWords(town, town.newcomers[0]!);
  await wait(town, HOUR + MINUTE);
  const [card] = cardsIn(town);
  return card!;
}

const takenBy = ({ stored }: Pick<GuardTown, 'stored'>) =>
  stored
    .all<{ taken_by: string | null }>('SELECT taken_by FROM guard_cards ORDER BY id')
    .map((row) => row.taken_by);

/** A press of any custom id on a message, as no honest client would send it; what is said to it. */
async function forged(
  { sandbox }: GuardTown,
  who: PersonaDriver,
  message: APIMessage,
  custom_id: string,
): Promise<string> {
  const data = { component_type: 2, custom_id };
  const press = { userId: who.id, channelId: message.channel_id, type: 3 as const, data, message };
  return (await forge(sandbox, press)).words;
}

describe('who has a card', () => {
  guardTest('the first who presses; others hear who, and may once it is given back', async ({ begin }) => {
    const town = await begin();
    const { admin, owner } = town;
    const card = await carded(town);
    await owner.press(card, TAKE);
    expect(takenBy(town)).toEqual([owner.id]);
    const now = admin.look(card);
    expect(textOf(now)).toContain(`<@${owner.id}> has got it`);
    // A second press on what the other still sees.
    const late = await forged(
      town,
      admin,
      card,
      buttonsOf(card).find(({ label }) => label === TAKE)!.customId!,
    );
    expect(late).toContain(`<@${owner.id}> has got it already`);
    expect(takenBy(town)).toEqual([owner.id]);
    await owner.press(card, GIVE_BACK);
    await admin.press(card, TAKE);
    expect(takenBy(town)).toEqual([admin.id]);
    await settled(town);
    expect(textOf(admin.look(card))).toContain(`<@${admin.id}> has got it`);
  });

  guardTest(
    'one of two who press in the same moment, and once where one presses twice',
    async ({ begin }) => {
      const town = await begin();
      const { admin, owner } = town;
      const card = await carded(town);
      const outcomes = await Promise.all([admin, owner, admin, owner].map((who) => who.press(card, TAKE)));
      const [taker] = takenBy(town);
      expect([admin.id, owner.id]).toContain(taker);
      const refused = outcomes.filter(({ text }) => text.includes('has got it already'));
      expect(refused).toHaveLength(2);
    },
  );

  guardTest('nobody who may not, until they have the role; nor with a forged card', async ({ begin }) => {
    const town = await begin();
    const { admin, member, owner } = town;
    const card = await carded(town);
    const path = `/channels/${staff}/permissions/${member.id}`;
    await owner.api('PUT', path, { type: 1, allow: String(P.ViewChannel), deny: '0' });
    expect((await member.press(card, TAKE)).text).toContain('for those who greet newcomers');
    const take = buttonsOf(card).find(({ label }) => label === TAKE)!.customId!;
    expect(await forged(town, admin, card, take.replace(':1:', ':99:'))).toContain(
      'no longer know of this card',
    );
    for (const wrong of [take.replace(':1:', ':x:'), take.replace(':take', ':keep'), `${take}:1`]) {
      expect(await forged(town, admin, card, wrong)).not.toBe('');
    }
    expect(takenBy(town)).toEqual([null]);
    const { reply } = await admin.slash('setup', { section: 'newcomers' });
    await admin.choose(reply!, 'guard-role:v1', [IDEAS.makers]);
    expect((await member.press(card, TAKE)).text).toContain('for those who greet newcomers');
    await owner.api('PUT', `/guilds/${SMALL.guild}/members/${member.id}/roles/${IDEAS.makers}`);
    await member.press(card, TAKE);
    expect(takenBy(town)).toEqual([member.id]);
  });
});

describe('where a card cannot be posted', () => {
  guardTest('the channel is gone: told once, and posted where it is wanted next', async ({ begin }) => {
    const town = await begin();
    const { admin, owner, sandbox } = town;
    const { reply } = await admin.slash('setup');
    await admin.choose(reply!, 'No notices', [IDEAS.board]);
    await tellIn(town, OPEN_CHANNEL);
    await firstWords(town, town.newcomers[0]!);
    await owner.api('DELETE', `/channels/${OPEN_CHANNEL}`);
    await wait(town, HOUR + MINUTE);
    const told = () =>
      admin.messages('board').filter((one) => textOf(one).includes('A newcomer got no answer'));
    expect(told()).toHaveLength(1);
    for (let times = 0; times < 4; times += 1) await wait(town, 10 * MINUTE);
    expect(told()).toHaveLength(1);
    expect(statusesOf(town)).toEqual(['carded']);
    await tellIn(town, staff);
    await sandbox.until(() => cardsIn(town).length === 1);
    await settled(town);
    expect(cardsIn(town)).toHaveLength(1);
  });

  guardTest('a permission is missing: it comes when it is given, but not after a day', async ({ begin }) => {
    const town = await begin();
    const { owner, sandbox } = town;
    const path = `/channels/${staff}/permissions/${SMALL.roles.bot}`;
    const may = (allow: bigint, deny: bigint) =>
      owner.api('PUT', path, { type: 0, allow: String(allow), deny: String(deny) });
    await firstWords(town, town.newcomers[0]!);
    await may(P.ViewChannel, P.SendMessages);
    await wait(town, HOUR + MINUTE);
    expect(cardsIn(town)).toEqual([]);
    await may(P.ViewChannel | P.SendMessages | P.ReadMessageHistory, 0n);
    await wait(town, 10 * MINUTE);
    await sandbox.until(() => cardsIn(town).length === 1);
    await may(P.ViewChannel, P.SendMessages);
    await firstWords(town, town.newcomers[1]!);
    await wait(town, HOUR + MINUTE);
    sandbox.advance(2 * DAY);
    await may(P.ViewChannel | P.SendMessages | P.ReadMessageHistory, 0n);
    await wait(town, 7 * HOUR);
    await sandbox.until(() => statusesOf(town)[1] === 'missed');
    expect(cardsIn(town)).toHaveLength(1);
  });
});

guardTest('where Hearth may not read it tells nobody, and says nothing of it', async ({ begin }) => {
  const town = await begin();
  const { owner, sandbox } = town;
  await firstWords(town, town.newcomers[0]!);
  const path = `/channels/${SMALL.channels.general}/permissions/${SMALL.roles.bot}`;
  await owner.api('PUT', path, { type: 0, allow: '0', deny: String(P.ViewChannel) });
  await wait(town, HOUR + MINUTE);
  await sandbox.until(() => firstsOf(town).length === 0);
  expect(cardsIn(town)).toEqual([]);
});

describe('an answer of Discord that is lost', () => {
  guardTest('makes no second card', async ({ begin }) => {
    const town = await begin();
    const { sandbox } = town;
    await firstWords(town, town.newcomers[0]!);
    sandbox.faults.add({
      match: { method: 'POST', route: '/channels/:channel_id/messages' },
      action: { kind: 'drop-after', how: 'reset' },
      times: 1,
    });
    await wait(town, HOUR + MINUTE);
    await sandbox.until(() => cardsIn(town).length > 0);
    await town.restart();
    await settled(town);
    await wait(town, 30 * MINUTE);
    expect(cardsIn(town)).toHaveLength(1);
  });

  guardTest('of the press: the card shows who has it all the same', async ({ begin }) => {
    const town = await begin();
    const { admin, owner, sandbox } = town;
    const card = await carded(town);
    sandbox.faults.add({
      match: { route: '/interactions/:interaction_id/:interaction_token/callback' },
      action: { kind: 'drop-before', how: 'reset' },
      times: 3,
    });
    await owner.press(card, TAKE).catch(() => {});
    await sandbox.until(() => textOf(admin.look(card)).includes(`<@${owner.id}> has got it`));
  });

  guardTest('while it looks: it looks again, and nobody is told too early', async ({ begin }) => {
    const town = await begin();
    const { sandbox, member } = town;
    const { id } = await firstWords(town, town.newcomers[0]!);
    await member.api(
      'PUT',
      `/channels/${SMALL.channels.general}/messages/${id}/reactions/${encodeURIComponent('👋')}/@me`,
    );
    const rule = sandbox.faults.add({
      match: { method: 'GET', route: '/channels/:channel_id/messages/:message_id' },
      action: { kind: 'status', status: 503 },
    });
    sandbox.advance(HOUR + MINUTE);
    await sandbox.until(() => sandbox.sent('GET', '/channels/:channel_id/messages/:message_id').length > 0);
    sandbox.faults.remove(rule.id);
    sandbox.advance(MINUTE);
    await sandbox.until(() => statusesOf(town)[0] === 'answered');
    expect(cardsIn(town)).toEqual([]);
  });
});

/** As if the time for an answer were over: the bot's own process has a clock that nobody moves. */
function timeIsOver(path: string): void {
  const sqlite = new SqliteDatabase(path);
  sqlite.exec("UPDATE guard_firsts SET look_at = 1; UPDATE jobs SET run_at = 1 WHERE kind = 'guard.look'");
  sqlite.close();
}

houseTest(
  'killed between the post of a card and its record: there is one card, and it works',
  async ({ house }) => {
    const bot = await house({ seed: newcomersSeed(1) });
    const { sandbox } = bot;
    const town = { ...bot, admin: sandbox.persona('admin') };
    let running = await bot.start();
    await tellIn(town, staff);
    await firstWords(town, sandbox.persona('fresh0'));
    await running.kill();
    timeIsOver(bot.databasePath);
    const match = { method: 'POST', channel_id: staff };
    const rule = sandbox.faults.add({ match, action: { kind: 'drop-after' }, times: 0 });
    running = await bot.start();
    const [card] = await sandbox.until(() => (cardsIn(town).length > 0 ? cardsIn(town) : undefined));
    await running.kill();
    sandbox.faults.remove(rule.id);
    await bot.start();
    await settled(town);
    expect(cardsIn(town)).toHaveLength(1);
    await town.admin.press(card!, TAKE);
    expect(textOf(town.admin.look(card))).toContain('has got it');
  },
  // Three processes are started, one after the other.
  180_000,
);
