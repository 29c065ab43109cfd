import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { countedMessages } from '../support/engagement.ts';
import {
  cardsIn,
  DAY,
  firstsOf,
  firstWords,
  type GuardTown,
  guardTest,
  HOUR,
  MINUTE,
  OPEN_CHANNEL,
  settled,
  statusesOf,
  tellIn,
  wait,
} from '../support/guard.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';

const { general } = SMALL.channels;
const like = encodeURIComponent('👍');

guardTest(
  'a first message without an answer becomes one quiet card, when the time is over',
  async ({ begin }) => {
    const town = await begin();
    const [nia] = town.newcomers;
    const message = await firstWords(town, nia!);
    await nia!.say('Anybody?');
    await wait(town, 59 * MINUTE);
    expect(cardsIn(town)).toEqual([]);
    expect(statusesOf(town)).toEqual(['waiting']);
    await wait(town, 2 * MINUTE);
    const [card, ...others] = cardsIn(town);
    expect(others).toEqual([]);
    expect(textOf(card)).toContain(`<@${nia!.id}> joined`);
    expect(textOf(card)).not.toContain('Hello everybody');
    expect(card!.flags! & MessageFlags.SuppressNotifications).not.toBe(0);
    expect([card!.mentions, card!.mention_roles, card!.mention_everyone]).toEqual([[], [], false]);
    expect(buttonsOf(card).map(({ label, url }) => [label, url])).toEqual([
      ['Go to the message', `https://discord.com/channels/${SMALL.guild}/${general}/${message.id}`],
      ['I’ve got it', undefined],
    ]);
    await wait(town, 3 * HOUR);
    await town.restart();
    await settled(town);
    expect(cardsIn(town)).toHaveLength(1);
  },
);

type Answer = (town: GuardTown, newcomer: PersonaDriver, messageId: string) => Promise<unknown>;
const react =
  (who: (town: GuardTown, newcomer: PersonaDriver) => PersonaDriver): Answer =>
  (town, newcomer, id) =>
    who(town, newcomer).api('PUT', `/channels/${general}/messages/${id}/reactions/${like}/@me`);
const reply =
  (who: (town: GuardTown, newcomer: PersonaDriver) => PersonaDriver): Answer =>
  (town, newcomer, id) =>
    who(town, newcomer).api('POST', `/channels/${general}/messages`, {
      content: 'Welcome!',
      message_reference: { message_id: id },
    });
const member = ({ member: somebody }: GuardTown) => somebody;
const self = (_: GuardTown, newcomer: PersonaDriver) => newcomer;

describe('what counts as an answer', () => {
  const answers: [string, Answer, string][] = [
    ['a reply', reply(member), 'answered'],
    ['a reaction', react(member), 'answered'],
    ['a mention', (town, { id }) => town.member.say(`Welcome <@${id}>`), 'answered'],
    ['the next word in a channel that was quiet', (town) => town.member.say('Welcome!'), 'answered'],
    [
      'somebody in a thread begun from it',
      async (town, _, id) => {
        await town.member.api('POST', `/channels/${general}/messages/${id}/threads`, { name: 'welcome' });
        await town.member.say('Welcome!', { channel: id });
      },
      'answered',
    ],
    ['the newcomer’s own reaction', react(self), 'carded'],
    ['the newcomer’s own reply', reply(self), 'carded'],
    [
      'nothing but words elsewhere',
      (town) => town.member.say('Welcome!', { channel: OPEN_CHANNEL }),
      'carded',
    ],
    [
      'the message deleted',
      (_, newcomer, id) => newcomer.api('DELETE', `/channels/${general}/messages/${id}`),
      'gone',
    ],
    [
      'the newcomer thrown out',
      (town, { id }) => town.owner.api('DELETE', `/guilds/${SMALL.guild}/members/${id}`),
      'gone',
    ],
  ];
  guardTest.for(answers)('%s', async ([, answer, status], { begin }) => {
    const town = await begin();
    const [nia] = town.newcomers;
    const { id } = await firstWords(town, nia!);
    town.sandbox.advance(5 * MINUTE);
    await answer(town, nia!, id);
    await wait(town, HOUR);
    expect(statusesOf(town)).toEqual([status]);
    expect(cardsIn(town)).toHaveLength(status === 'carded' ? 1 : 0);
  });

  guardTest('not a talk that was on already', async ({ begin }) => {
    const town = await begin();
    await town.member.say('Who roasts on Sundays?');
    await firstWords(town, town.newcomers[0]!);
    await town.other.say('I do');
    await wait(town, HOUR + MINUTE);
    expect(cardsIn(town)).toHaveLength(1);
  });
});

describe('a card changes with what it tells of', () => {
  const later: [string, Answer, RegExp][] = [
    ['answered', reply(member), /has an answer now/u],
    ['liked', react(member), /has an answer now/u],
    [
      'deleted',
      (_, newcomer, id) => newcomer.api('DELETE', `/channels/${general}/messages/${id}`),
      /the message is gone/u,
    ],
  ];
  guardTest.for(later)('%s', async ([, happens, words], { begin }) => {
    const town = await begin();
    const [nia] = town.newcomers;
    const { id } = await firstWords(town, nia!);
    await wait(town, HOUR + MINUTE);
    const [card] = cardsIn(town);
    expect(textOf(card)).toContain('Nobody has replied');
    await happens(town, nia!, id);
    await town.sandbox.until(() => words.test(textOf(town.admin.look(card))));
    expect(buttonsOf(town.admin.look(card)).some(({ label }) => label.includes('got it'))).toBe(false);
    await settled(town);
    expect(cardsIn(town)).toHaveLength(1);
  });

  guardTest('also where that happened while Hearth was away', async ({ begin }) => {
    const town = await begin();
    const { id } = await firstWords(town, town.newcomers[0]!);
    await wait(town, HOUR + MINUTE);
    const [card] = cardsIn(town);
    await town.stopBot();
    await reply(member)(town, town.newcomers[0]!, id);
    await town.restart();
    await town.sandbox.until(() => textOf(town.admin.look(card)).includes('has an answer now'));
  });
});

describe('while Hearth was away', () => {
  guardTest('an answer came: no card', async ({ begin }) => {
    const town = await begin();
    const { id } = await firstWords(town, town.newcomers[0]!);
    await town.stopBot();
    town.sandbox.advance(30 * MINUTE);
    await reply(member)(town, town.newcomers[0]!, id);
    town.sandbox.advance(2 * HOUR);
    await town.restart();
    await town.sandbox.until(() => statusesOf(town)[0] === 'answered');
    expect(cardsIn(town)).toEqual([]);
  });

  guardTest('none came: a card as soon as it is back, and none after more than a day', async ({ begin }) => {
    const town = await begin();
    await firstWords(town, town.newcomers[0]!);
    await town.stopBot();
    town.sandbox.advance(5 * HOUR);
    await town.restart();
    await town.sandbox.until(() => cardsIn(town).length === 1);
    await firstWords(town, town.newcomers[1]!);
    await town.stopBot();
    town.sandbox.advance(2 * DAY);
    await town.restart();
    await town.sandbox.until(() => statusesOf(town)[1] === 'missed');
    await settled(town);
    expect(cardsIn(town)).toHaveLength(1);
  });

  guardTest(
    'somebody new wrote: they are looked after all the same, old members are not',
    async ({ begin }) => {
      const town = await begin();
      await town.stopBot();
      const [nia] = town.newcomers;
      await nia!.say('Hello everybody!');
      await nia!.say('Is anybody here?');
      town.sandbox.advance(40 * MINUTE);
      await town.member.say('Not meant for anybody');
      await town.restart();
      await town.sandbox.until(() => firstsOf(town).length === 2);
      await wait(town, HOUR + MINUTE);
      expect(firstsOf(town).map(({ user_id: who, status }) => [who, status])).toEqual([[nia!.id, 'carded']]);
      expect(textOf(cardsIn(town)[0])).toContain(`<@${nia!.id}> joined`);
    },
  );
});

guardTest('what the gateway repeats makes one card', async ({ begin }) => {
  const town = await begin();
  town.sandbox.gateway.faults.inject({ kind: 'duplicate-next', count: 10 });
  await firstWords(town, town.newcomers[0]!);
  town.sandbox.gateway.faults.inject({ kind: 'replay', count: 100 });
  town.sandbox.gateway.faults.inject({ kind: 'reset' });
  await firstWords(town, town.newcomers[1]!);
  await wait(town, HOUR + MINUTE);
  await wait(town, 11 * MINUTE);
  expect(statusesOf(town)).toEqual(['carded', 'carded']);
  expect(cardsIn(town)).toHaveLength(1);
});

guardTest('a crowd of newcomers makes a card of ten, one in ten minutes', async ({ begin }) => {
  const town = await begin({ newcomers: 23 });
  await Promise.all(town.newcomers.map((who) => who.say('Hello!')));
  await town.sandbox.until(() => firstsOf(town).length === 23);
  await wait(town, HOUR + MINUTE);
  expect(cardsIn(town)).toHaveLength(1);
  expect(textOf(cardsIn(town)[0])).toContain('10 first messages');
  for (let times = 0; times < 3; times += 1) await wait(town, 11 * MINUTE);
  expect(cardsIn(town).map((card) => /(\d+) first messages/u.exec(textOf(card))?.[1])).toEqual([
    '10',
    '10',
    '3',
  ]);
  expect(statusesOf(town)).toEqual(Array.from({ length: 23 }, () => 'carded'));
});

guardTest('whoever asks not to be counted is on no card', async ({ begin }) => {
  const town = await begin();
  const [nia, pip] = town.newcomers;
  await firstWords(town, nia!);
  await firstWords(town, pip!);
  await wait(town, HOUR + MINUTE);
  const [card] = cardsIn(town);
  expect(textOf(card)).toContain(nia!.id);
  const { reply: own } = await nia!.slash('privacy');
  await nia!.press(own!, 'Don’t count me');
  await town.sandbox.until(() => !textOf(town.admin.look(card)).includes(nia!.id));
  expect(textOf(town.admin.look(card))).toContain(pip!.id);
  expect(firstsOf(town).map(({ user_id: who }) => who)).toEqual([pip!.id]);
});

guardTest(
  'staff, old members, bots and channels for staff make no card; nor does it while it is off',
  async ({ begin }) => {
    const town = await begin({ guarded: false });
    const [nia, pip, zoe] = town.newcomers;
    await nia!.say('Before anybody looked after newcomers');
    await town.sandbox.until(() => countedMessages(town) === 1);
    await tellIn(town, town.sandbox.channel('staff').id);
    await nia!.say('Not my first words');
    await town.member.say('I came in 2024');
    await town.owner.api('PUT', `/guilds/${SMALL.guild}/members/${pip!.id}/roles/${SMALL.roles.admin}`);
    await pip!.say('I am in charge');
    await firstWords(town, zoe!);
    await wait(town, HOUR + MINUTE);
    expect(firstsOf(town).map(({ user_id: who }) => who)).toEqual([zoe!.id]);
  },
);
