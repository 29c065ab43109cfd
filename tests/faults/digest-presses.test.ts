import { expect } from 'vitest';
import { elsewhereId } from '../../src/features/digest/custom-ids.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import {
  countedAll,
  type DigestTown,
  digestsOf,
  digestTest,
  nextMonday,
  openSuggestion,
  openThing,
  posted,
  reply,
  standing,
} from '../support/digests.ts';
import { ELSEWHERE, forge, twoGuilds } from '../support/forge.ts';
import { fillIn, IDEAS, ideasSeed, pressId, setStatus, setUpChannel, submitIdea } from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';
import { STAFF_CHANNEL } from '../support/shoutouts.ts';

/** All that a press on a digest could change. */
const tables = ['digest_taken', 'shoutouts', 'ideas', 'poll_drafts', 'polls', 'ama_questions'];
const stateOf = ({ stored }: DigestTown): string =>
  JSON.stringify(tables.map((table) => stored.all(`SELECT * FROM ${table}`)));

const staffOnly = 'Digests are for the people who run this server.';
const notThere = 'This is not there any more. Please use the newest digest.';
const outOfDate = 'That is out of date.';

/** The first digest suggests to thank a member. */
async function withThanks(town: DigestTown): Promise<number> {
  const { member, other } = town;
  await reply(other, await member.say('How do you clean the grinder?', { channel: 'general' }));
  await countedAll(town);
  await nextMonday(town, 9.01);
  const { suggestions } = await posted(town, 1);
  expect(suggestions).toEqual([{ what: 'thank', userIds: [member.id] }]);
  return digestsOf(town)[0]!.id;
}

digestTest('who may not press, and what nobody could have pressed', async ({ begin }) => {
  const [, elsewhere] = twoGuilds().guilds;
  const seed = ideasSeed();
  const town = await begin({ seed: { ...seed, guilds: [...seed.guilds, elsewhere!] } });
  const { admin, member, sandbox } = town;
  const id = await withThanks(town);
  // Where everybody reads it.
  await admin.slash('digest now');
  await posted(town, 2);
  const before = stateOf(town);
  const open = await sandbox.until(() => standing(town, SMALL.channels.general).at(-1));
  const extra = digestsOf(town).at(-1)!.id;
  expect((await pressId(member, open, 'digest-do', String(extra), 'thank')).text).toBe(staffOnly);
  const press = async (userId: string, customId: string, channelId: string = STAFF_CHANNEL) => {
    const message = channelId === STAFF_CHANNEL ? standing(town).at(-1)! : open;
    const data = { component_type: 2, custom_id: customId };
    const { id: pressed, words } = await forge(sandbox, { userId, channelId, type: 3, data, message });
    if (words !== '') return words;
    // It was thought about first.
    const { messageIds } = sandbox.world.interactions.byId.get(pressed)!;
    return sandbox.until(() => textOf(sandbox.world.ephemerals.get(messageIds[0] ?? '')?.message));
  };
  const thing = (what: Parameters<typeof elsewhereId.build>[0]['what'], of: string) =>
    elsewhereId.build({ what, id: of });
  for (const customId of [
    `digest-do:v1:${id}:thank`,
    thing('thank', member.id),
    thing('wake-channel', SMALL.channels.general),
    thing('answer-ideas', '1'),
    thing('answer-questions', '1'),
  ]) {
    expect(await press(member.id, customId), customId).toBe(staffOnly);
  }
  for (const [customId, words] of [
    ['digest-do:v1:999:thank', notThere],
    [`digest-do:v1:${id}:answer-ideas`, notThere],
    [`digest-do:v1:${id}:everything`, outOfDate],
    ['digest-do:v1:x:thank', outOfDate],
    [thing('answer-ideas', '999'), 'I do not know this idea.'],
    [thing('answer-ideas', 'x'), notThere],
    [thing('answer-ideas', '-1'), notThere],
    [thing('answer-questions', '999'), 'I do not find this question.'],
    [thing('answer-questions', '1e3'), notThere],
    [thing('thank', 'x'), notThere],
    [thing('wake-channel', 'x'), notThere],
    [thing('wake-channel', '123'), notThere],
    [thing('wake-channel', ELSEWHERE.channel), notThere],
  ] as const) {
    expect(await press(admin.id, customId), customId).toContain(words);
  }
  // Who runs both servers sees of each only its own.
  expect(await press(admin.id, `digest-do:v1:${id}:thank`, ELSEWHERE.channel)).toBe(notThere);
  const foreign = thing('wake-channel', SMALL.channels.general);
  expect(await press(admin.id, foreign, ELSEWHERE.channel)).toBe(notThere);
  expect(stateOf(town)).toBe(before);
});

digestTest('whom it was about has left: what was typed is refused, and not lost', async ({ begin }) => {
  const town = await begin();
  const { admin, member, owner } = town;
  await withThanks(town);
  const list = await openSuggestion(town, admin, 'thank');
  const form = await openThing(admin, list, 'thank');
  const before = stateOf(town);
  await owner.api('DELETE', `/guilds/${SMALL.guild}/members/${member.id}`);
  const given = await fillIn(admin, form, { reason: 'Asked what all wanted to know' });
  expect(given.text).toContain(`<@${member.id}> is not on this server (any more).`);
  expect(given.text).toContain('Asked what all wanted to know');
  expect(stateOf(town)).toBe(before);
});

digestTest('whom it was about asks not to be counted: nobody is named any more', async ({ begin }) => {
  const town = await begin();
  const { admin, member } = town;
  await withThanks(town);
  expect((await openSuggestion(town, admin, 'thank')).text).toContain(`<@${member.id}>`);
  const card = await member.slash('privacy');
  await member.press(card.reply!, 'Don’t count me');
  await town.sandbox.until(() => textOf(member.look(card.reply)).includes('You are not counted'));
  const { text } = await openSuggestion(town, admin, 'thank');
  expect(text).not.toContain(member.id);
  expect(text).toContain('All done already.');
});

digestTest('the channel that became quiet is gone', async ({ begin }) => {
  const town = await begin();
  const { admin, member, owner } = town;
  const { body } = await owner.api<{ id: string }>('POST', `/guilds/${SMALL.guild}/channels`, {
    name: 'lounge',
    type: 0,
  });
  for (let said = 0; said < 48; said += 1) await member.say('hello', { channel: 'lounge' });
  await countedAll(town);
  await nextMonday(town, 9.01);
  await posted(town, 1);
  await nextMonday(town, 9.01);
  expect((await posted(town, 2)).suggestions).toMatchObject([{ what: 'wake-channel', channelId: body.id }]);
  const list = await openSuggestion(town, admin, 'wake-channel');
  await owner.api('DELETE', `/channels/${body.id}`);
  const before = stateOf(town);
  const asked = await openThing(admin, list, 'wake-channel');
  expect(asked.modal).toBeUndefined();
  expect(textOf(asked.replies.at(-1))).toBe(notThere);
  expect(stateOf(town)).toBe(before);
});

digestTest('an idea is taken back meanwhile: nothing of it is left to do', async ({ begin }) => {
  const town = await begin();
  const { admin, owner, member, other } = town;
  for (const person of [admin, owner, member, other]) await person.slash('poll list');
  await setUpChannel(owner, 'ideas', IDEAS.text);
  await setUpChannel(owner, 'staff', STAFF_CHANNEL);
  await submitIdea(town, member);
  await setStatus(owner, 1, 'in-review', 'We think about it.');
  for (let week = 1; week <= 3; week += 1) {
    await nextMonday(town, 9.01);
    await posted(town, week);
  }
  const list = await openSuggestion(town, admin, 'answer-ideas');
  expect(list.text).toContain('A winter roast');
  const panel = await openThing(admin, list, 'answer-ideas');
  const asked = await pressId(admin, panel.reply!, 'idea-take-back');
  await fillIn(admin, asked, 'Somebody else had it first.');
  expect((await openThing(admin, list, 'answer-ideas')).text).toContain('Somebody else had it first.');
  expect((await openSuggestion(town, admin, 'answer-ideas')).text).toContain('All done already.');
});
