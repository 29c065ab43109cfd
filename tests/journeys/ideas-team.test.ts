import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cardCalled,
  draftIdea,
  fillIn,
  type IdeaTown,
  ideaForm,
  newsTime,
  offers,
  panelOf,
  pinged,
  postDraft,
  postsOf,
  pressId,
  publicTexts,
  reads,
  staffMessage,
  startIdeas,
  submitIdea,
  told,
  turn,
} from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';

let town: IdeaTown;
beforeAll(async () => {
  town = await startIdeas({ on: ['queue', 'anonymity'], board: false });
}, 60_000);
afterAll(() => town?.close());

const waiting = (title: string) =>
  staffMessage(town, (one) => offers(one, 'idea-approve') && textOf(one).includes(title));

test('an idea waits for the team, which publishes it or turns it down with a reason', async () => {
  const { owner, admin, member, other, moderator } = town;
  const preview = await draftIdea(member);
  expect(textOf(preview)).toContain(`-# Idea · by <@${member.id}>`);
  const handedIn = await postDraft(member, preview);
  expect(handedIn.text).toContain('Your idea is with the team now.');
  const note = await waiting(ideaForm.title);
  expect(textOf(note)).toContain(ideaForm.body);
  expect(postsOf(town)).toHaveLength(0);
  expect((await other.slash('idea list', { status: 'any' })).text).not.toContain(ideaForm.title);
  expect((await other.slash('idea search', { words: 'winter' })).text).not.toContain(ideaForm.title);
  expect((await member.slash('idea mine')).text).toContain(ideaForm.title);

  expect((await pressId(moderator, note, 'idea-approve')).text).toContain('Only the team');
  expect((await pressId(admin, note, 'idea-approve')).text).toContain(
    `is public. <@${admin.id}> looked at it`,
  );
  expect(textOf(await cardCalled(town, ideaForm.title))).toContain('Idea 1');
  expect(offers(owner.look(note), 'idea-approve')).toBe(false);
  expect((await other.slash('idea list')).text).toContain(ideaForm.title);

  await postDraft(other, await draftIdea(other, { title: 'Buy my coupons' }));
  const advert = await waiting('Buy my coupons');
  await fillIn(admin, await pressId(admin, advert, 'idea-take-back'), 'That is an advert.');
  expect(textOf(owner.look(advert))).toContain(`Turned down by <@${admin.id}>`);
  expect(offers(owner.look(advert), 'idea-take-back')).toBe(false);
  expect((await other.slash('idea mine')).text).toMatch(/Buy my coupons[\s\S]*Withdrawn/u);
  expect((await member.slash('idea list', { status: 'any' })).text).not.toContain('coupons');
  expect(postsOf(town)).toHaveLength(1);
});

test('members report once; the team changes or takes back what is wrong, and says why', async () => {
  const { owner, admin, member, other, newcomer } = town;
  await turn(owner, 'queue', 'off');
  const card = await submitIdea(town, other, { title: 'Discounts at my shop' });
  const panel = await panelOf(newcomer, card);
  const thanked = await fillIn(newcomer, await pressId(newcomer, panel, 'idea-open', 'report'), 'An advert');
  expect(thanked.text).toContain('The team looks at it.');
  const report = await told(town, 'staff', 'Reported:');
  expect(textOf(report)).toContain('An advert');
  const again = await panelOf(newcomer, card);
  const second = await fillIn(newcomer, await pressId(newcomer, again, 'idea-open', 'report'), 'Still');
  expect(second.text).toContain('You have reported this one already.');

  // Somebody else's words are theirs; the author's own can be changed until the first step.
  expect(offers(await panelOf(member, card), 'idea-open', 'edit')).toBe(false);
  const own = await pressId(other, await panelOf(other, card), 'idea-open', 'edit');
  await other.submitModal(own.modal, { title: 'Discounts at every shop' });
  await reads(town, card, 'Discounts at every shop');

  const takenBack = await pressId(admin, await panelOf(admin, card), 'idea-take-back');
  await fillIn(admin, takenBack, 'Adverts have no place here.');
  const gone = textOf(await reads(town, card, 'This idea was taken back.'));
  expect(gone).toContain('Adverts have no place here.');
  expect(gone).not.toContain('Discounts');
  expect((await member.slash('idea search', { words: 'Discounts' })).text).not.toContain('every shop');
});

test('an anonymous idea names nobody: the team blocks without a name, and a look behind it is written down', async () => {
  const { owner, admin, german, member, moderator } = town;
  const titled = { title: 'Say what the farmers get' };
  const card = await submitIdea(town, german, titled, { anonymous: true });
  expect(textOf(card)).toContain('by Anonymous member');
  const panel = await panelOf(admin, card);
  await pressId(admin, panel, 'idea-panel', 'author');
  expect(textOf(admin.look(panel))).not.toContain(german.id);
  const { modal } = await german.slash('idea submit');
  await pressId(admin, panel, 'idea-panel', 'block');
  expect(textOf(admin.look(panel))).toContain('cannot hand in more');
  expect(textOf(admin.look(panel))).not.toContain(german.id);
  // Neither a form that was open already nor a new one.
  const refused = await german.submitModal(modal, { title: 'Noch eine', body: 'Und noch etwas.' });
  const again = await german.slash('idea submit');
  expect([again.modal, again.text]).toEqual([undefined, expect.stringContaining('gerade keine Ideen')]);
  expect(refused.text).toContain('Du kannst gerade keine Ideen einreichen');
  expect(refused.text).toContain('Und noch etwas.');
  await pressId(admin, panel, 'idea-panel', 'unblock');
  expect(textOf(await draftIdea(german, { title: 'Noch eine' }))).toContain('Noch eine');

  // What is told about it names nobody either, whoever follows.
  await german.submitModal((await pressId(german, await panelOf(german, card), 'idea-open', 'edit')).modal, {
    body: 'On every bag, please.',
  });
  await reads(town, card, 'On every bag, please.');
  await fillIn(
    member,
    await pressId(member, await panelOf(member, card), 'idea-open', 'report'),
    'Who wrote that?',
  );
  await told(town, 'staff', 'Who wrote that?');
  await newsTime(town);
  const everything = [
    ...publicTexts(owner, card.channel_id),
    ...publicTexts(owner, 'staff'),
    (await owner.slash('idea show', { idea: 'farmers' })).text,
    (await owner.slash('idea list')).text,
  ].join('\n');
  expect(everything).toContain('Say what the farmers get');
  expect(everything).not.toContain(german.id);
  expect(owner.messages(card.channel_id).flatMap(pinged)).not.toContain(german.id);

  // The override is for those who run the server, asked twice, told and written down.
  expect(offers(await panelOf(moderator, card), 'idea-panel', 'author')).toBe(false);
  const look = await panelOf(owner, card);
  await pressId(owner, look, 'idea-panel', 'author');
  await pressId(owner, look, 'idea-panel', 'reveal');
  expect(textOf(owner.look(look))).not.toContain(german.id);
  await pressId(owner, look, 'idea-panel', 'reveal-now');
  expect(textOf(owner.look(look))).toContain(`<@${german.id}>`);
  expect(textOf(await told(town, 'staff', `<@${owner.id}> looked up`))).not.toContain(german.id);
  const trail = await pressId(admin, await panelOf(admin, card), 'idea-pages', 'trail');
  expect(trail.text).toContain('Author looked up');
  expect(trail.text).not.toContain(german.id);
});

test('a message can be suggested as an idea; whoever wrote it is asked whether their name may stand on it', async () => {
  const { owner, member, other, newcomer } = town;
  const suggest = async (words: string) => {
    const message = await other.say(words);
    const { modal } = await member.contextMenu('Suggest as an idea', message);
    const shown = await member.submitModal(modal);
    expect(shown.text).toContain(`<@${other.id}>`);
    await postDraft(member, shown.reply!);
    const card = await cardCalled(town, words);
    await town.later(61_000);
    return card;
  };
  const card = await suggest('Could we get decaf on Sundays?');
  expect(textOf(card)).toContain(`brought in by <@${member.id}>`);
  expect(textOf(card)).not.toContain(other.id);
  const question = await told(town, card.channel_id, 'May your name stand on it?');
  expect(pinged(question)).toEqual([other.id]);
  expect((await pressId(newcomer, question, 'idea-consent', 'agree')).text).toContain('Only whoever');
  expect((await pressId(other, question, 'idea-consent', 'agree')).text).toContain('Thank you');
  // The question is gone with its buttons; nobody can answer twice.
  expect(offers(other.look(question), 'idea-consent')).toBe(false);
  await reads(town, card, `by <@${other.id}>, brought in by <@${member.id}>`);
  // It is theirs now.
  expect(offers(await panelOf(other, card), 'idea-open', 'edit')).toBe(true);
  expect(offers(await panelOf(member, card), 'idea-open', 'edit')).toBe(false);

  const unnamed = await suggest('A bench in front of the shop');
  const asked = await told(town, unnamed.channel_id, 'May your name stand on it?');
  expect((await pressId(other, asked, 'idea-consent', 'refuse')).text).toContain('stays without a name');
  const now = await reads(town, unnamed, `a member, brought in by <@${member.id}>`);
  expect(textOf(now)).not.toContain(other.id);
  expect(textOf((await owner.slash('idea show', { idea: 'bench' })).reply)).not.toContain(other.id);
  expect(town.complaints).toEqual([]);
});
