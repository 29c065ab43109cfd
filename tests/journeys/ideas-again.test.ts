import { afterEach, expect, test } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import {
  caseOf,
  DAY,
  fillIn,
  IDEAS,
  type IdeaTown,
  mergeIdeas,
  newsTime,
  numberOf,
  offers,
  panelOf,
  pinged,
  pressId,
  publicTexts,
  reads,
  score,
  setStatus,
  settle,
  startIdeas,
  submitIdea,
  support,
  tagsOf,
  told,
} from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';

let town: IdeaTown;
afterEach(() => town.close());

test('an idea whose time is over comes back once, 30 days later, with all its supporters', async () => {
  town = await startIdeas({ board: false });
  const { owner, newcomer, other, german } = town;
  const card = await submitIdea(town, newcomer, { title: 'A tasting for two' });
  await support(other, card);
  await reads(town, card, '**1 of 2 needed**');
  await settle(town);
  await town.later(14 * DAY);
  const expired = await reads(town, card, 'It had 1 of 2 when the time was over.');
  expect(textOf(expired)).toContain('It can have one second chance');
  expect(offers(expired, 'idea-support')).toBe(false);
  await town.sandbox.until(() => tagsOf(town, card.channel_id).includes('Expired'));
  await newsTime(town);
  const news = await told(town, card.channel_id, 'The time is over, with 1 of 2 supporters.');
  expect(pinged(news)).toEqual([newcomer.id]);

  // Not before the 30 days, and not for just anybody. The quiet post archives itself: from then on by command.
  expect(offers(await panelOf(newcomer, card), 'idea-panel', 'second-chance')).toBe(false);
  await town.later(31 * DAY);
  const shownTo = async (person: PersonaDriver) => (await person.slash('idea show', { idea: '1' })).reply!;
  expect(offers(await shownTo(other), 'idea-panel', 'second-chance')).toBe(false);
  const back = await pressId(newcomer, await shownTo(newcomer), 'idea-panel', 'second-chance');
  expect(back.text).toMatch(/gathers|second chance|back/iu);
  const again = await reads(town, card, '**1 of 2 needed**');
  expect(offers(again, 'idea-support')).toBe(true);
  await newsTime(town);
  await told(town, card.channel_id, 'It has a second chance');
  await town.sandbox.until(() => tagsOf(town, card.channel_id).includes('Gathering'));

  await settle(town);

  // This time it is enough for the first step, but not for the last: that was its only second chance.
  await support(german, card);
  await reads(town, card, '**2 of 4 needed**');
  await settle(town);
  await town.later(46 * DAY);
  const over = await reads(town, card, 'It had 2 of 4 when the time was over.');
  expect(textOf(over)).not.toContain('second chance');
  await town.later(31 * DAY);
  expect(offers(await shownTo(newcomer), 'idea-panel', 'second-chance')).toBe(false);
  expect(publicTexts(owner, card.channel_id).filter((text) => text.includes('second chance'))).toHaveLength(
    1,
  );
  expect(town.complaints).toEqual([]);
}, 60_000);

test('merging brings the supporters along, who may go; the author may object, the team undo', async () => {
  town = await startIdeas({ steps: '70% in 60 days', board: false });
  const { owner, admin, moderator, member, other, german, newcomer } = town;
  const cold = await submitIdea(town, member, { title: 'Cold brew in bottles' });
  const iced = await submitIdea(town, newcomer, { title: 'Iced coffee to take away' });
  for (const person of [other, german, owner]) await support(person, cold);
  for (const person of [german, moderator]) await support(person, iced);
  await reads(town, cold, '**3 of 5 needed**');
  await reads(town, iced, '**2 of 5 needed**');
  const [source, target] = [numberOf(cold), numberOf(iced)];

  // Members cannot; then Ada does, and nobody is counted twice.
  expect((await mergeIdeas(member, source, target)).text).toContain('Only the team');
  expect((await mergeIdeas(admin, source, source)).text).toContain('the same idea twice');
  await mergeIdeas(admin, source, target);
  const merged = await reads(town, cold, 'It lives on in');
  expect(textOf(merged)).toContain('Iced coffee to take away');
  await reads(town, iced, '**4 of 5 needed**');
  await told(town, 'staff', `<@${admin.id}> merged`);
  await newsTime(town);
  const news = await told(town, cold.channel_id, 'The author can object until');
  expect(pinged(news)).toEqual([member.id]);
  const there = await told(town, iced.channel_id, '2 supporters came along');
  expect(pinged(there)).not.toContain(other.id);

  // Those who came along say whether they stay; who was there already has nothing to say.
  expect((await pressId(other, news, 'idea-move', 'keep')).text).toContain('Iced coffee');
  expect((await pressId(owner, news, 'idea-move', 'withdraw')).text).toContain('Iced coffee');
  expect((await pressId(german, news, 'idea-move', 'keep')).text).toMatch(/nichts|entscheiden/u);
  await reads(town, iced, '**3 of 5 needed**');

  // Only Mia can object, and that frees her idea with everybody who had supported it.
  expect((await pressId(other, news, 'idea-object')).text).toContain('Only whoever this idea is from');
  await fillIn(member, await pressId(member, news, 'idea-object'), 'Bottles are not cups.');
  const free = await reads(town, cold, '**3 of 5 needed**');
  expect(offers(free, 'idea-support')).toBe(true);
  await reads(town, iced, '**3 of 5 needed**');
  expect(textOf(await told(town, 'staff', 'The author objects'))).toContain('Bottles are not cups.');
  await newsTime(town);
  await told(town, cold.channel_id, 'The merge was undone.');

  // Merged once more, the team undoes it; after 7 days nobody can.
  await mergeIdeas(admin, source, target);
  await reads(town, cold, 'It lives on in');
  await reads(town, iced, '**4 of 5 needed**');
  await pressId(admin, await panelOf(admin, cold), 'idea-panel', 'undo-merge');
  await reads(town, cold, '**3 of 5 needed**');
  await reads(town, iced, '**3 of 5 needed**');
  await mergeIdeas(admin, source, target);
  await reads(town, cold, 'It lives on in');
  await town.later(8 * DAY);
  expect(offers(await panelOf(admin, cold), 'idea-panel', 'undo-merge')).toBe(false);
  expect((await fillIn(member, await pressId(member, news, 'idea-object'), 'Too late?')).text).toMatch(
    /7 days|undone already/u,
  );
  expect(town.complaints).toEqual([]);
}, 60_000);

test('where a server has no forum, ideas stand in a channel and people talk in threads', async () => {
  town = await startIdeas({ place: IDEAS.text });
  const { sandbox, owner, admin, member, other, german, moderator, newcomer } = town;
  const card = await submitIdea(town, member, { title: 'Mugs with a handle' });
  expect(card.channel_id).toBe(IDEAS.text);
  const thread = await sandbox.until(() =>
    [...sandbox.world.channels.values()].find(
      ({ channel }) => 'parent_id' in channel && channel.parent_id === IDEAS.text,
    ),
  );
  expect(thread.channel.name).toBe('1 · Mugs with a handle');
  await other.say('With two handles!', { channel: thread.id });
  for (const person of [other, german, newcomer, moderator]) await support(person, card);
  await reads(town, card, 'The team answers by');
  await newsTime(town);
  expect(pinged(await told(town, thread.id, 'That was the last step'))).toEqual([member.id]);

  const number = numberOf(card);
  // Told before anybody writes a reason.
  for (const to of ['planned', 'declined']) {
    const early = await owner.slash('idea status', { idea: number, to });
    expect(early.modal).toBeUndefined();
    expect(early.text).toContain('This needs 2 scores before it can be decided');
  }
  const review = await caseOf(town, 'Mugs with a handle');
  for (const person of [owner, admin]) await score(person, review);
  await setStatus(owner, number, 'declined', 'Our shelf is too narrow for handles.');
  await reads(town, card, '> Our shelf is too narrow for handles.');
  await newsTime(town);
  expect(pinged(await told(town, thread.id, 'It is now **Declined**'))).toEqual([member.id]);
  expect(sandbox.world.guilds.get(SMALL.guild)!.members.get(member.id)!.roles).not.toContain(IDEAS.makers);
  expect(town.complaints).toEqual([]);
}, 60_000);
