import { PermissionFlagsBits } from 'discord-api-types/v10';
import { expect } from 'vitest';
import {
  eventsOf,
  forbid,
  type IdeaStage,
  ideasOf,
  ideaTest,
  staffNotes,
  supportersOf,
} from '../support/idea-stage.ts';
import {
  cardCalled,
  DAY,
  HOUR,
  IDEAS,
  postsOf,
  pressId,
  reads,
  settle,
  setUpChannel,
  submitIdea,
  support,
  told,
} from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';

const title = 'A winter roast';

/** An idea with one supporter, whose card says so. */
async function supported(town: IdeaStage) {
  const { member, other } = town;
  const card = await submitIdea(town, member);
  await support(other, card);
  await reads(town, card, '**1 of 2 needed**');
  expect(ideasOf(town)).toMatchObject([{ status: 'gathering', supporters: 1, message_id: card.id }]);
  return card;
}

const deletions: [string, (admin: PersonaDriver, post: string) => Promise<{ status: number }>][] = [
  ['whole post', (admin, post) => admin.api('DELETE', `/channels/${post}`)],
  ['card in the post', (admin, post) => admin.api('DELETE', `/channels/${post}/messages/${post}`)],
];

ideaTest.for(deletions)(
  'the %s deleted by hand: it is put up again with all its supporters, staff is told once, and it goes on',
  async ([, remove], { begin }) => {
    const town = await begin();
    const { admin, other, german } = town;
    const card = await supported(town);
    expect((await remove(admin, card.id)).status).toBeLessThan(300);
    const again = await cardCalled(town, title);
    expect(again.id).not.toBe(card.id);
    await told(town, 'staff', 'was deleted. I have put it up again');
    expect(supportersOf(town)).toEqual([other.id]);
    expect(eventsOf(town)).toContain('lost');
    await support(german, again);
    expect(ideasOf(town)).toMatchObject([{ supporters: 2, message_id: again.id }]);
    await reads(town, again, '2 of 4 needed');
    await town.later(HOUR);
    expect(staffNotes(town, 'was deleted')).toHaveLength(1);
  },
);

ideaTest('a post deleted while the bot is away is put up again once it is back', async ({ begin }) => {
  const town = await begin();
  const { admin, other } = town;
  const card = await supported(town);
  await town.stopBot();
  await admin.api('DELETE', `/channels/${card.channel_id}`);
  expect(postsOf(town)).toEqual([]);
  await town.restart();
  const again = await cardCalled(town, title);
  expect(textOf(again)).toContain('1 of 2 needed');
  expect(supportersOf(town)).toEqual([other.id]);
  await told(town, 'staff', 'was deleted. I have put it up again');
});

ideaTest(
  'the whole forum deleted: the idea waits, staff is told once, and it appears where ideas live next',
  async ({ begin }) => {
    const town = await begin();
    const { admin, owner, other, german } = town;
    const card = await supported(town);
    await settle(town);
    await admin.api('DELETE', `/channels/${IDEAS.forum}`);
    expect(owner.look(card)).toBeUndefined();
    await told(town, 'staff', 'its channel is gone or not set. It is kept');
    expect(ideasOf(town)).toMatchObject([{ status: 'gathering', supporters: 1, message_id: null }]);
    const before = town.sandbox.requests.seq;
    await town.later(HOUR);
    await town.later(DAY);
    expect(staffNotes(town, 'its channel is gone')).toHaveLength(1);
    const refused = town.sandbox.requests.since(before).filter(({ bot, status }) => bot && status >= 400);
    expect(refused.length).toBeLessThan(12);
    // Supported all the same meanwhile, where it can still be opened.
    const shown = await german.slash('idea show', { idea: '1' });
    await pressId(german, shown.reply!, 'idea-support');

    await setUpChannel(owner, 'ideas', IDEAS.text);
    await town.later(6 * HOUR + 60_000);
    const again = await cardCalled(town, title);
    expect(again.channel_id).toBe(IDEAS.text);
    expect(supportersOf(town)).toEqual([other.id, german.id].sort());
    expect(ideasOf(town)).toMatchObject([{ supporters: 2, message_id: again.id }]);
  },
);

ideaTest('a post archived by hand is opened again, so that its buttons work', async ({ begin }) => {
  const town = await begin();
  const { sandbox, admin, german } = town;
  const card = await supported(town);
  const archived = () => {
    const { channel } = sandbox.channel(card.channel_id);
    return (channel as { thread_metadata?: { archived: boolean } }).thread_metadata?.archived;
  };
  const { status } = await admin.api('PATCH', `/channels/${card.channel_id}`, { archived: true });
  expect(status).toBe(200);
  await sandbox.until(() => archived() === false);
  await support(german, card);
  expect(ideasOf(town)).toMatchObject([{ supporters: 2, message_id: card.id }]);

  // The same where it happened while nobody listened.
  await town.stopBot();
  await admin.api('PATCH', `/channels/${card.channel_id}`, { archived: true });
  expect(archived()).toBe(true);
  await town.restart();
  await sandbox.until(() => archived() === false);
});

const mayNotReopen = PermissionFlagsBits.ManageThreads;

ideaTest(
  'a post archived and locked: without Manage Threads it stays shut, people support elsewhere, and it catches up when opened',
  async ({ begin }) => {
    const town = await begin();
    const { sandbox, admin, german, newcomer, owner } = town;
    const card = await supported(town);
    await forbid(admin, mayNotReopen);
    await admin.api('PATCH', `/channels/${card.channel_id}`, { archived: true, locked: true });
    const shown = await german.slash('idea show', { idea: '1' });
    const pressed = await pressId(german, shown.reply!, 'idea-support');
    expect(pressed.result).toBe('success');
    expect(ideasOf(town)).toMatchObject([{ supporters: 2, message_id: card.id }]);
    const before = sandbox.requests.seq;
    for (const wait of [61_000, HOUR, DAY]) await town.later(wait);
    expect(textOf(owner.look(card))).toContain('1 of 2 needed');
    const refused = sandbox.requests.since(before).filter(({ bot, status }) => bot && status >= 400);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(20);
    expect(staffNotes(town, /cannot (update|write)/u).length).toBeGreaterThan(0);
    expect(staffNotes(town, /cannot (update|write)/u).length).toBeLessThan(3);

    await admin.api('PATCH', `/channels/${card.channel_id}`, { archived: false, locked: false });
    await town.later(6 * HOUR + 60_000);
    await reads(town, card, '2 of 4 needed');
    await support(newcomer, card);
    await reads(town, card, '3 of 4 needed');
    expect(staffNotes(town, /cannot (update|write)/u).length).toBeLessThan(3);
  },
);
