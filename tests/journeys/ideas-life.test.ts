import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import {
  caseOf,
  DAY,
  draftIdea,
  follow,
  IDEAS,
  type IdeaTown,
  newsTime,
  numberOf,
  offers,
  pinged,
  postDraft,
  postsOf,
  pressId,
  publicTexts,
  reads,
  score,
  setStatus,
  startIdeas,
  submitIdea,
  support,
  tagsOf,
  told,
} from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';

let town: IdeaTown;
beforeAll(async () => {
  town = await startIdeas();
}, 60_000);
afterAll(() => town?.close());

const rolesOf = (userId: string) =>
  town.sandbox.world.guilds.get(SMALL.guild)!.members.get(userId)!.roles as readonly string[];

test('an idea goes from the form to “you said, we did” in seven weeks', async () => {
  const { sandbox, owner, admin, moderator, member, other, german, newcomer } = town;

  // Week 1: Mia hands it in, and sees it alone before everybody does.
  const preview = await draftIdea(member, { category: 'Coffee' });
  expect(textOf(preview)).toContain('A winter roast');
  expect(postsOf(town)).toHaveLength(0);
  expect((await postDraft(member, preview)).text).toContain(`<#${IDEAS.forum}>`);
  const post = await sandbox.until(() => postsOf(town)[0]);
  const card = await sandbox.until(() => owner.messages(post.id)[0]);
  expect(post.channel.name).toBe('1 · A winter roast');
  expect(tagsOf(town, post.id)).toEqual(['Coffee', 'Gathering']);
  expect(textOf(card)).toContain(`Idea 1 · ☕ Coffee · by <@${member.id}>`);
  expect(textOf(card)).toContain('**0 of 2 needed**, from 7 active members (people who used Hearth');
  expect(textOf(card)).toContain('Next step: 4 supporters, with 45 more days');

  // Otto has nearly the same one, and supports hers instead: nothing is posted.
  const similar = await draftIdea(other, { title: 'Winter roast, a dark one' });
  expect(textOf(similar)).toContain('A winter roast');
  expect((await pressId(other, similar, 'idea-instead')).text).toContain('A winter roast');
  await reads(town, card, '**1 of 2 needed**');
  expect(offers(other.look(similar), 'idea-draft')).toBe(false);
  expect(postsOf(town)).toHaveLength(1);

  // Its author need not support it; Ada follows, Greta brings it to the first step.
  expect((await support(member, card)).text).toContain('your own');
  expect((await follow(admin, card)).text).toContain('🔔');
  await support(german, card);
  await reads(town, card, '**2 of 4 needed**');
  await newsTime(town);
  const first = await told(town, post.id, 'Step 1 reached: 2 supporters!');
  expect(pinged(first)).toEqual([admin.id, member.id].sort());

  // Weeks 2 to 4: people talk about it; Nia supports it, thinks again, and comes back.
  await other.say('Cinnamon, please.', { channel: post.id });
  await other.say('And a little orange.', { channel: post.id });
  await newcomer.say('I would buy that.', { channel: post.id });
  await town.later(20 * DAY);
  await support(newcomer, card);
  await reads(town, card, '**3 of 4 needed**');
  await support(newcomer, card);
  await reads(town, card, '**2 of 4 needed**');
  await support(newcomer, card);
  await reads(town, card, '**3 of 4 needed**');

  // Mo brings it to the last step: a case, with a date that everybody can read.
  await support(moderator, card);
  await reads(town, card, 'The goal is reached. The team answers by');
  const review = await caseOf(town, 'A winter roast');
  expect(textOf(review)).toContain('Nobody has scored it yet.');
  await sandbox.until(() => tagsOf(town, post.id).includes('In review'));
  await newsTime(town);
  const promise = await told(town, post.id, 'That was the last step. The team reviews it now');
  expect(pinged(promise)).toEqual([admin.id, member.id].sort());

  // Two of the team score. Mo reads along there, but is not of the team.
  expect((await pressId(moderator, review, 'idea-score')).text).toContain('Only the team');
  expect((await score(owner, review)).text).toContain('Your score is kept.');
  await reads(town, review, '**1 of 2 scores**');
  await expect(pressId(admin, review, 'idea-decide', 'planned')).rejects.toThrow();
  await score(admin, review, { fit: '4', reason: 'Our roaster has time in October.' });
  await reads(town, review, '**2 of 2 scores**');
  expect(textOf(owner.look(review))).toContain('On average: Fit 4.5');

  // Week 6: planned, with a reason in public.
  await town.later(7 * DAY);
  const { modal } = await pressId(admin, review, 'idea-decide', 'planned');
  const decided = await admin.submitModal(modal, {
    [reasonField(modal)]: 'We roast it in October.',
  });
  expect(decided.text).toContain('Planned');
  await reads(town, card, 'We roast it in October.');
  await reads(town, review, 'This review is closed');
  await newsTime(town);
  const news = await told(town, post.id, 'It is now **Planned**');
  expect(textOf(news)).toContain('> We roast it in October.');
  expect(pinged(news)).toEqual([admin.id, member.id].sort());
  const board = await told(town, 'board', 'A winter roast');
  expect(sandbox.channel('board').pins.has(board.id)).toBe(true);

  // Week 7: in progress, then shipped. What is decided once cannot be decided from an old view.
  const number = numberOf(card);
  expect((await setStatus(owner, number, 'in-progress', 'The beans are here.')).text).toContain(
    'In progress',
  );
  await sandbox.until(() => tagsOf(town, post.id).includes('In progress'));
  await town.later(7 * DAY);
  await setStatus(owner, number, 'shipped', 'On the shelf from today.');
  await reads(town, card, 'Shipped');
  const receipt = await told(town, post.id, 'You said, we did: idea 1');
  const said = textOf(receipt);
  expect(said).toContain(`The idea: <@${member.id}>`);
  expect(said).toContain(`First to support it: <@${other.id}>, <@${german.id}>`);
  expect(said).toContain(`Thought it through: <@${other.id}>, <@${newcomer.id}>`);
  expect(said).toContain('4 people made it happen.');
  expect(said).toContain(`<@&${IDEAS.makers}>`);
  expect(pinged(receipt)).toEqual([]);
  await sandbox.until(() => rolesOf(member.id).includes(IDEAS.makers));
  expect(rolesOf(other.id)).not.toContain(IDEAS.makers);
  expect(textOf(await told(town, 'ledger', 'A winter roast'))).toContain('4 supporters');
  await sandbox.until(() => /🚀 Shipped\*\*\n- .*A winter roast/u.test(textOf(owner.look(board))));
  await newsTime(town);
  expect(pinged(await told(town, post.id, 'It is now **Shipped**'))).toEqual([admin.id, member.id].sort());
  await sandbox.until(() => tagsOf(town, post.id).join() === 'Coffee,Shipped');

  // In all those weeks nobody was pinged who had not asked for it.
  const everybody = new Set(owner.messages(post.id).flatMap(pinged));
  expect([...everybody].sort()).toEqual([admin.id, member.id].sort());

  // It has its place now; support is over, and everybody can still look.
  expect(offers(owner.look(card), 'idea-support')).toBe(false);
  expect((await other.slash('idea show', { idea: number })).text).toContain('On the shelf from today.');
  const boards = publicTexts(owner, 'board').filter((text) => text.includes('What becomes of your ideas'));
  expect(boards).toHaveLength(1);
  expect(publicTexts(owner, 'ledger')).toHaveLength(1);
  expect(town.complaints).toEqual([]);
}, 60_000);

test('an answer that is late is asked for where the team reads it', async () => {
  const { owner, other, german, newcomer, moderator, member } = town;
  const card = await submitIdea(town, member, { title: 'Longer opening hours' });
  for (const person of [other, german, newcomer, moderator]) await support(person, card);
  await reads(town, card, 'The team answers by');
  await town.later(14 * DAY + 60_000);
  const reminder = await told(town, 'staff', 'An answer is late.');
  expect(textOf(reminder)).toContain('Longer opening hours');
  await town.later(7 * DAY);
  await town.sandbox.until(
    () =>
      publicTexts(owner, 'staff').filter((text) => /is late\.[\s\S]*Longer opening/u.test(text)).length === 2,
  );
});

test('of two who decide in the same second one is told that somebody was quicker', async () => {
  const { owner, admin, member } = town;
  const card = await submitIdea(town, member, { title: 'A kettle for the office' });
  const number = numberOf(card);
  const forms = await Promise.all(
    [owner, admin].map((person) => person.slash('idea status', { idea: number, to: 'declined' })),
  );
  const [first, second] = await Promise.all([
    owner.submitModal(forms[0]!.modal, { [reasonField(forms[0]!.modal)]: 'We have one.' }),
    admin.submitModal(forms[1]!.modal, { [reasonField(forms[1]!.modal)]: 'Too loud.' }),
  ]);
  const texts = [first.text, second.text];
  expect(texts.filter((text) => text.includes('Somebody may have been quicker'))).toHaveLength(1);
  const now = textOf(await reads(town, card, 'Declined'));
  expect(now.includes('We have one.')).not.toBe(now.includes('Too loud.'));
});

function reasonField(modal: Parameters<IdeaTown['owner']['submitModal']>[0]): string {
  const input = modal?.components[0]?.['component'] as { custom_id: string };
  return input.custom_id;
}
