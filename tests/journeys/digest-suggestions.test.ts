import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { SuggestionKind } from '../../src/features/digest/model.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { ask, createAma, fill, messageWith, panelSays, threadOf } from '../support/amas.ts';
import {
  countedAll,
  type DigestTown,
  digestTest,
  nextMonday,
  openSuggestion,
  openThing,
  posted,
  reply,
  standing,
} from '../support/digests.ts';
import { pollForm } from '../support/hearth.ts';
import {
  fillIn,
  IDEAS,
  ideasSeed,
  pressId,
  scores,
  setStatus,
  setUpChannel,
  submitIdea,
} from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';
import { standsSoon } from '../support/shoutouts.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** A week later the digest says that it was done and by whom, and asks for it no more. */
async function toldAsDone(town: DigestTown, digests: number, kind: SuggestionKind, takenBy: string) {
  if (kind !== 'wake-channel') {
    // Whoever presses later finds it done, and takes nothing from whom it belongs to.
    expect((await openSuggestion(town, town.owner, kind)).text).toContain('All done already.');
  }
  await nextMonday(town, 9.01);
  const { followed, suggestions } = await posted(town, digests);
  expect(followed.find((each) => each.kind === kind)).toEqual({ kind, done: 1, of: 1, takenBy });
  expect(suggestions.map(({ what }) => what)).not.toContain(kind);
  expect(textOf(standing(town).at(-1))).toContain(`1 of 1 done, in the hands of <@${takenBy}>`);
}

digestTest('an idea that waits too long: pressed, answered, and told a week later', async ({ begin }) => {
  const town = await begin();
  const { admin, owner, member, other } = town;
  for (const person of [admin, owner, member, other]) await person.slash('poll list');
  await setUpChannel(owner, 'ideas', IDEAS.text);
  await setUpChannel(owner, 'staff', SMALL.channels.staff);
  await submitIdea(town, member);
  await setStatus(owner, 1, 'in-review', 'We think about it.');
  for (let week = 1; week <= 3; week += 1) {
    await nextMonday(town, 9.01);
    await posted(town, week);
  }
  const before = await posted(town, 3);
  expect(before.suggestions).toMatchObject([
    { what: 'answer-ideas', items: [{ id: 1, title: 'A winter roast' }] },
  ]);
  expect(before.overdue).toMatchObject([{ what: 'idea', count: 1 }]);

  const decided = () => town.stored.all('SELECT status FROM ideas');
  expect(decided()).toEqual([{ status: 'in-review' }]);
  for (const reviewer of [owner, admin]) {
    const list = await openSuggestion(town, reviewer, 'answer-ideas');
    expect(list.text).toContain('A winter roast');
    const panel = await openThing(reviewer, list, 'answer-ideas');
    const form = await pressId(reviewer, panel.reply!, 'idea-score');
    await fillIn(reviewer, form, { ...scores, reason: 'It suits us.' });
  }
  const panel = await openThing(admin, await openSuggestion(town, admin, 'answer-ideas'), 'answer-ideas');
  await fillIn(
    admin,
    await pressId(admin, panel.reply!, 'idea-decide', 'planned'),
    'We roast it in November.',
  );
  expect(decided()).toEqual([{ status: 'planned' }]);
  await toldAsDone(town, 4, 'answer-ideas', owner.id);
});

digestTest(
  'a question that an AMA left open: pressed, answered, and told a week later',
  async ({ begin }) => {
    const seed = ideasSeed();
    const bot = seed.guilds[0]!.roles.find(({ id }) => id === SMALL.roles.bot)!;
    const needed = P.CreatePublicThreads | P.SendMessagesInThreads | P.AttachFiles | P.CreateEvents;
    bot.permissions = String(BigInt(bot.permissions) | needed);
    const town = await begin({ seed });
    const { admin, owner, member } = town;
    const title = 'Ask our roaster';
    const { announcement } = await createAma(town, owner, { title }, { queue: 'open' });
    await ask(member, announcement, 'Which beans are those?');
    await town.later(2 * HOUR + 1_000);
    const live = await panelSays(town, title, 'Live');
    const close = await pressId(owner, live, 'ama-panel', 'close');
    await pressId(owner, close.reply!, 'ama-close-now');
    for (let week = 1; week <= 2; week += 1) {
      await nextMonday(town, 9.01);
      await posted(town, week);
    }
    const before = await posted(town, 2);
    expect(before.suggestions).toMatchObject([
      { what: 'answer-questions', items: [{ title: 'Which beans are those?' }] },
    ]);
    const list = await openSuggestion(town, admin, 'answer-questions');
    const card = await openThing(admin, list, 'answer-questions');
    const done = await fill(admin, card.reply!, ['ama-run', 'answer'], { text: 'Ethiopian.' });
    expect(done.text).toContain('is answered');
    await messageWith(town, await threadOf(town, title), (message) => textOf(message).includes('Ethiopian.'));
    await toldAsDone(town, 3, 'answer-questions', admin.id);
  },
);

digestTest('somebody who helped: pressed, thanked, and told a week later', async ({ begin }) => {
  const town = await begin();
  const { admin, member, other } = town;
  await reply(other, await member.say('How do you clean the grinder?', { channel: 'general' }));
  await countedAll(town);
  await nextMonday(town, 9.01);
  const before = await posted(town, 1);
  expect(before.suggestions).toEqual([{ what: 'thank', userIds: [member.id] }]);
  const list = await openSuggestion(town, admin, 'thank');
  expect(list.text).toContain(`<@${member.id}>`);
  const form = await openThing(admin, list, 'thank');
  const given = await fillIn(admin, form, { reason: 'Knows every grinder' });
  expect(given.text).toContain('Said!');
  expect(textOf(await standsSoon(town, 'Knows every grinder'))).toContain(member.id);
  await toldAsDone(town, 2, 'thank', admin.id);
});

digestTest('a channel that became quiet: pressed, asked, awake, and told a week later', async ({ begin }) => {
  const town = await begin();
  const { admin, member, other, sandbox } = town;
  for (let said = 0; said < 24; said += 1) {
    await member.say('hello', { channel: 'general' });
    await other.say('hello', { channel: 'general' });
  }
  await countedAll(town);
  await nextMonday(town, 9.01);
  await posted(town, 1);
  await nextMonday(town, 9.01);
  const before = await posted(town, 2);
  expect(before.suggestions).toEqual([{ what: 'wake-channel', channelId: SMALL.channels.general }]);
  const list = await openSuggestion(town, admin, 'wake-channel');
  const form = await openThing(admin, list, 'wake-channel');
  const preview = await admin.submitModal(form.modal, pollForm);
  // It takes the place of the list.
  await admin.press(preview.updated!, 'Publish');
  await sandbox.until(() =>
    member.messages('general').some((one) => textOf(one).includes(pollForm.question)),
  );
  for (let said = 0; said < 5; said += 1) {
    await member.say('that one', { channel: 'general' });
    await other.say('no, that one', { channel: 'general' });
  }
  await countedAll(town);
  sandbox.advance(DAY);
  await toldAsDone(town, 3, 'wake-channel', admin.id);
});
