import { afterEach, describe, expect, test } from 'vitest';
import type { IdeaEvent } from '../../../src/features/ideas/model.ts';
import { SMALL } from '../../../src/sandbox/community/build-small-seed.ts';
import { as, closeAll } from '../../discord/sandbox-bot.ts';
import { checkBodies } from '../../support/conformance.ts';
import { everything, type OnDiscord, onDiscord } from './on-discord.ts';

afterEach(closeAll);

const first = { nonce: 'first-try', mayHaveHappened: false };
const again = { nonce: 'first-try', mayHaveHappened: true };
const png = Buffer.from('89504e470d0a1a0a', 'hex');

/** Posts the idea and remembers where, as the job does. */
async function posted(h: OnDiscord, over: Parameters<OnDiscord['idea']>[0] = {}) {
  const idea = h.idea(over);
  const delivery = await h.messages.card.post(idea, first);
  if (delivery.kind !== 'sent') throw new Error(JSON.stringify(delivery));
  return h.change(idea.id, delivery.place);
}

const event = (over: Partial<IdeaEvent>): IdeaEvent => ({
  id: 70,
  ideaId: 1,
  at: 0,
  kind: 'status',
  actorId: undefined,
  from: undefined,
  to: undefined,
  detail: {},
  ...over,
});

describe('in a forum', () => {
  test('an idea is a post with number, tags and its card, and the missing tags are made', async () => {
    const h = await onDiscord();
    const { threadId } = await posted(h);
    expect(await h.posts()).toMatchObject([{ id: threadId, name: '12 · Oat milk in the subscription' }]);
    expect(await h.tagNames(threadId!)).toEqual(['Gathering', 'Beans']);
    expect(JSON.stringify(await h.history(threadId!))).toContain('9 of 14 needed');
    const { available_tags: tags } = await h.admins<{ available_tags: { moderated: boolean }[] }>(
      'GET',
      `/channels/${h.forumId}`,
    );
    expect(tags).toHaveLength(9);
    expect(tags.every(({ moderated }) => moderated)).toBe(true);
    expect(h.troubles).toEqual([]);
    checkBodies(h.discord.requests.since());
  });

  test('its pictures come along, and stay when the card is edited', async () => {
    const h = await onDiscord();
    const image = { name: 'my oat milk!.png', contentType: 'image/png', data: png };
    h.held.images.set(1, [image]);
    const { threadId } = await posted(h, { imageNames: [image.name] });
    const before = (await h.history(threadId!)).at(-1);
    expect(before?.attachments).toMatchObject([{ filename: 'picture-1.png' }]);
    h.held.images.clear();
    const edited = await h.messages.card.finish(h.change(1, { supporters: 10 }));
    expect(edited).toEqual({ kind: 'sent' });
    const after = (await h.history(threadId!)).at(-1);
    expect(after?.attachments).toMatchObject([{ filename: 'picture-1.png' }]);
    expect(JSON.stringify(after)).toContain('10 of 14 needed');
  });

  test('a post whose answer was lost is found by the next try, not made twice', async () => {
    const h = await onDiscord();
    const idea = h.idea();
    h.discord.faults.add({
      match: { method: 'POST', route: `/channels/${h.forumId}/threads` },
      action: { kind: 'drop-after', how: 'reset' },
    });
    expect(await h.messages.card.post(idea, first)).toMatchObject({ kind: 'retry' });
    expect(await h.posts()).toHaveLength(1);
    const second = await h.messages.card.post(idea, again);
    const [post] = await h.posts();
    expect(second).toMatchObject({ kind: 'sent', place: { threadId: post?.id } });
    expect(await h.posts()).toHaveLength(1);
  });

  test('with 20 tags of others it goes on without, and staff is told', async () => {
    const h = await onDiscord();
    const tags = Array.from({ length: 20 }, (_, index) => ({ name: `tag ${index}` }));
    await h.admins('PATCH', `/channels/${h.forumId}`, { available_tags: tags });
    const { threadId } = await posted(h);
    expect(await h.tagNames(threadId!)).toEqual([]);
    expect(h.troubles).toMatchObject([{ what: 'tags-full' }]);
    await posted(h, { id: 2, number: 13 });
    expect(h.troubles).toHaveLength(1);
  });

  test('with room for a few tags, statuses come first', async () => {
    const h = await onDiscord();
    const tags = Array.from({ length: 12 }, (_, index) => ({ name: `tag ${index}` }));
    await h.admins('PATCH', `/channels/${h.forumId}`, { available_tags: tags });
    const { threadId } = await posted(h);
    expect(await h.tagNames(threadId!)).toEqual(['Gathering']);
    expect(h.troubles).toMatchObject([{ what: 'tags-full', tags: ['Beans'] }]);
  });

  test('without Manage Channels and Manage Threads it is posted all the same', async () => {
    const h = await onDiscord({ permissions: 0n });
    const { threadId } = await posted(h);
    expect(await h.posts()).toHaveLength(1);
    expect(await h.tagNames(threadId!)).toEqual([]);
    expect(h.troubles).toMatchObject([{ what: 'tags-forbidden' }]);
  });

  test('tags of staff’s own that bear the right names are used', async () => {
    const h = await onDiscord({ permissions: 0n });
    await h.admins('PATCH', `/channels/${h.forumId}`, {
      available_tags: [{ name: 'gathering' }, { name: 'BEANS', moderated: true }],
    });
    const { threadId } = await posted(h, { category: undefined });
    expect(await h.tagNames(threadId!)).toEqual(['gathering']);
  });

  test('a tag that was deleted a moment ago does not keep an idea back', async () => {
    const h = await onDiscord();
    await posted(h);
    // Hearth has seen the tags and hears of no change here.
    await h.admins('PATCH', `/channels/${h.forumId}`, { available_tags: [] });
    await posted(h, { id: 2, number: 13 });
    expect(await h.posts()).toHaveLength(2);
  });

  test('where the forum is gone, there is no channel', async () => {
    const h = await onDiscord();
    await h.admins('DELETE', `/channels/${h.forumId}`);
    expect(await h.messages.card.post(h.idea(), first)).toEqual({ kind: 'no-channel' });
  });

  test('a new status changes the tag and leaves what staff added; a new title changes the name', async () => {
    const h = await onDiscord();
    const { threadId } = await posted(h);
    const forum = await h.admins<{ available_tags: { id: string; name: string }[] }>(
      'GET',
      `/channels/${h.forumId}`,
    );
    const tagged = await h.admins<{ available_tags: { id: string; name: string }[] }>(
      'PATCH',
      `/channels/${h.forumId}`,
      { available_tags: [...forum.available_tags, { name: 'Favourite' }] },
    );
    const favourite = tagged.available_tags.find(({ name }) => name === 'Favourite')!.id;
    const { applied_tags: applied } = await h.thread(threadId!);
    await h.admins('PATCH', `/channels/${threadId}`, { applied_tags: [...applied, favourite] });
    h.messages.card.tags.forget(h.forumId);

    const planned = h.change(1, { status: 'planned', title: 'Oat milk' });
    expect(await h.messages.post.sync(planned)).toEqual({ kind: 'sent' });
    expect(await h.tagNames(threadId!)).toEqual(['Planned', 'Beans', 'Favourite']);
    expect(await h.thread(threadId!)).toMatchObject({ name: '12 · Oat milk' });

    const asked = h.discord.requests.since().length;
    await h.messages.post.sync(planned);
    expect(h.discord.requests.since()).toHaveLength(asked);
    // Two names in ten minutes are all that Discord takes.
    expect(await h.messages.post.sync(h.change(1, { title: 'Oats' }))).toMatchObject({ kind: 'retry' });
  });

  test('an archived post is woken for its edit; a locked one waits for Manage Threads', async () => {
    const h = await onDiscord({ permissions: everything });
    const idea = await posted(h);
    await h.admins('PATCH', `/channels/${idea.threadId}`, { archived: true });
    const planned = h.change(1, { status: 'planned', reason: 'In June.' });
    expect(await h.messages.card.finish(planned)).toEqual({ kind: 'sent' });
    expect(JSON.stringify(await h.history(idea.threadId!))).toContain('In June.');
    expect(await h.messages.post.sync(planned)).toEqual({ kind: 'sent' });
    expect(await h.tagNames(idea.threadId!)).toContain('Planned');
  });

  test('a locked and archived post is refused where Hearth may not manage threads, and nothing breaks', async () => {
    const h = await onDiscord({ permissions: 0n });
    const idea = await posted(h);
    await h.admins('PATCH', `/channels/${idea.threadId}`, { archived: true, locked: true });
    const planned = h.change(1, { status: 'planned' });
    expect(await h.messages.card.finish(planned)).toMatchObject({ kind: 'forbidden' });
  });

  test('a deleted post is told from one that cannot be edited now', async () => {
    const h = await onDiscord();
    const idea = await posted(h);
    await h.admins('DELETE', `/channels/${idea.threadId}`);
    expect(await h.messages.card.finish(idea)).toEqual({ kind: 'gone' });
    expect(await h.messages.post.sync(idea)).toEqual({ kind: 'gone' });
  });
});

describe('in a text channel', () => {
  const text = { settings: { channelId: SMALL.channels.general, channelKind: 'text' } } as const;

  test('an idea is a card with a thread; a second try finds both', async () => {
    const h = await onDiscord(text);
    const idea = await posted(h);
    expect(idea.threadId).toBe(idea.messageId);
    expect(idea.channelId).toBe(SMALL.channels.general);
    const second = await h.messages.card.post({ ...idea, messageId: undefined }, again);
    expect(second).toMatchObject({ kind: 'sent', place: { messageId: idea.messageId } });
    const cards = (await h.history(SMALL.channels.general)).filter(({ author }) => author.id === h.botId);
    expect(cards.filter(({ type }) => type === 0)).toHaveLength(1);
  });

  test('where its thread is deleted, news are told under the card', async () => {
    const h = await onDiscord(text);
    const idea = await posted(h);
    await h.admins('DELETE', `/channels/${idea.threadId}`);
    expect(await h.messages.post.sync(idea)).toEqual({ kind: 'sent' });
    const news = { idea, events: [event({ to: 'planned', from: 'in-review' })], followers: [], others: 0 };
    const told = await h.messages.thread.tell(news, { ...first, nonce: 'news' });
    expect(told).toMatchObject({ kind: 'sent' });
    expect(JSON.stringify((await h.history(SMALL.channels.general))[0])).toContain('**Planned**');
  });
});

describe('news', () => {
  test('ping those who follow and nobody else, once', async () => {
    const h = await onDiscord();
    const idea = await posted(h);
    const { member, other } = SMALL.users;
    const events = [
      event({ id: 71, kind: 'rung', detail: { rung: 1 } }),
      event({ id: 72, to: 'planned', from: 'in-review', detail: { reason: `Hi <@${other}>` } }),
    ];
    const news = { idea, events, followers: [member], others: 3 };
    const told = await h.messages.thread.tell(news, first);
    expect(await h.messages.thread.tell(news, { ...again, nonce: 'another-window' })).toEqual(told);
    const [newest, ...rest] = await h.history(idea.threadId!);
    expect(newest?.mentions.map(({ id }) => id)).toEqual([member]);
    expect(JSON.stringify(newest)).toContain('Step 1 reached');
    expect(JSON.stringify(newest)).toContain('and 3 more');
    expect(rest.filter((message) => JSON.stringify(message).includes('News about'))).toEqual([]);
  });

  test('of nothing that concerns members are not told', async () => {
    const h = await onDiscord();
    const idea = await posted(h);
    const news = {
      idea,
      events: [event({ kind: 'reported', detail: { reason: 'spam' } })],
      followers: [],
      others: 0,
    };
    expect(await h.messages.thread.tell(news, first)).toEqual({ kind: 'nothing' });
    expect(await h.history(idea.threadId!)).toHaveLength(1);
  });
});

describe('when an idea ships', () => {
  const receipt = (h: OnDiscord, idea: ReturnType<OnDiscord['idea']>) => ({
    idea,
    authorId: idea.anonymous ? undefined : idea.authorId,
    suggestedBy: undefined,
    early: [{ userId: SMALL.users.other, since: 0, viaMerge: undefined }],
    supporters: h.held.ideas.size,
    commenters: [{ userId: SMALL.users.german, comments: 3 }],
  });

  test('there is one receipt, which names everybody and pings nobody', async () => {
    const h = await onDiscord();
    const idea = await posted(h, { status: 'shipped' });
    const due = receipt(h, idea);
    expect(await h.messages.thread.receipt(due, first)).toMatchObject({ kind: 'sent' });
    expect(await h.messages.thread.receipt(due, { ...first, nonce: 'weeks-later' })).toMatchObject({
      kind: 'sent',
    });
    const said = await h.history(idea.threadId!);
    expect(said).toHaveLength(2);
    expect(said[0]?.mentions).toEqual([]);
    for (const id of [idea.authorId, SMALL.users.other, SMALL.users.german]) {
      expect(JSON.stringify(said[0])).toContain(`<@${id}>`);
    }
  });

  test('the author gets the role; nobody does where the author is anonymous', async () => {
    const h = await onDiscord();
    const role = await h.admins<{ id: string }>('POST', `/guilds/${SMALL.guild}/roles`, { name: 'Maker' });
    h.settings.shippedRoleId = role.id;
    await h.admins('PATCH', `/guilds/${SMALL.guild}/roles`, [{ id: SMALL.roles.bot, position: 2 }]);
    const rolesOf = async (id: string) =>
      (await h.admins<{ roles: string[] }>('GET', `/guilds/${SMALL.guild}/members/${id}`)).roles;
    const hidden = h.idea({ status: 'shipped', anonymous: true });
    expect(await h.messages.thread.giveRole(receipt(h, hidden))).toEqual({ kind: 'nothing' });
    expect(await rolesOf(hidden.authorId)).toEqual([]);
    const idea = h.idea({ status: 'shipped' });
    expect(await h.messages.thread.giveRole(receipt(h, idea))).toEqual({ kind: 'sent' });
    expect(await rolesOf(idea.authorId)).toEqual([role.id]);
    expect(await h.messages.thread.giveRole({ ...receipt(h, idea), authorId: SMALL.users.stranger })).toEqual(
      {
        kind: 'gone',
      },
    );
    h.settings.shippedRoleId = SMALL.roles.admin;
    expect(await h.messages.thread.giveRole(receipt(h, idea))).toMatchObject({ kind: 'forbidden' });
  });

  test('the ledger gets its line, on the same message', async () => {
    const h = await onDiscord();
    const idea = await posted(h, { status: 'shipped' });
    const line = { ...idea, number: 12, goal: 14, supporters: 20 };
    const one = await h.messages.board.ledger(
      SMALL.guild,
      { page: 0, lines: [line], messageId: undefined },
      first,
    );
    if (one.kind !== 'sent') throw new Error(one.kind);
    const { messageId } = one.at;
    const lines = [line, { ...line, number: 13, title: 'A second one' }];
    expect(await h.messages.board.ledger(SMALL.guild, { page: 0, lines, messageId }, first)).toEqual(one);
    const [message] = await h.history(SMALL.channels.general);
    expect(JSON.stringify(message)).toContain('A second one');
    await h.admins('DELETE', `/channels/${SMALL.channels.general}/messages/${messageId}`);
    const anew = await h.messages.board.ledger(
      SMALL.guild,
      { page: 0, lines, messageId },
      { ...first, nonce: 'new' },
    );
    expect(anew).toMatchObject({ kind: 'sent' });
    expect(anew).not.toEqual(one);
  });
});

describe('the board', () => {
  test('is pinned, kept up to date, put up again when deleted, and moves with its channel', async () => {
    const h = await onDiscord();
    const put = await h.messages.board.board(SMALL.guild, undefined, first);
    if (put.kind !== 'sent') throw new Error(put.kind);
    const pins = await h.admins<{ items: unknown[] }>(
      'GET',
      `/channels/${SMALL.channels.general}/messages/pins`,
    );
    expect(pins.items).toHaveLength(1);
    const idea = h.idea({ status: 'planned', channelId: '7', messageId: '8' });
    h.held.roadmap = { planned: [{ ...idea, number: 12, goal: 14 }], inProgress: [], shipped: [] };
    expect(await h.messages.board.board(SMALL.guild, put.at, first)).toEqual(put);
    const board = await h.admins('GET', `/channels/${put.at.channelId}/messages/${put.at.messageId}`);
    expect(JSON.stringify(board)).toContain('Oat milk');

    h.settings.boardChannelId = SMALL.channels.polls;
    const moved = await h.messages.board.board(SMALL.guild, put.at, { ...first, nonce: 'moved' });
    expect(moved).toMatchObject({ at: { channelId: SMALL.channels.polls } });
    const before = await as(
      h.discord,
      h.adminId,
      'GET',
      `/channels/${put.at.channelId}/messages/${put.at.messageId}`,
    );
    expect(before.status).toBe(404);
  });

  test('is not pinned where that is forbidden, and staff is told', async () => {
    const h = await onDiscord({ permissions: 0n });
    expect(await h.messages.board.board(SMALL.guild, undefined, first)).toMatchObject({ kind: 'sent' });
    expect(h.troubles).toMatchObject([{ what: 'cannot-pin' }]);
  });
});

describe('staff', () => {
  const review = {
    id: 5,
    ideaId: 1,
    openedAt: 0,
    dueAt: Date.UTC(2027, 1, 1),
    scores: [],
    channelId: undefined,
    messageId: undefined,
    closedAt: undefined,
  };

  test('has one case that follows the review, put up again when deleted while it is open', async () => {
    const h = await onDiscord();
    const idea = h.idea({ status: 'in-review' });
    const shown = await h.messages.staff.showCase({ idea, review }, first);
    if (shown.kind !== 'sent') throw new Error(shown.kind);
    expect(await h.messages.staff.showCase({ idea, review }, again)).toEqual(shown);
    const closed = { ...review, ...shown.at, closedAt: 9 };
    const decided = h.change(1, { status: 'planned' });
    expect(await h.messages.staff.showCase({ idea: decided, review: closed }, first)).toEqual(shown);
    const [message] = await h.history(SMALL.channels.polls);
    expect(JSON.stringify(message)).toContain('This review is closed');
    expect(JSON.stringify(message)).not.toContain('idea-score');
    await h.admins('DELETE', `/channels/${SMALL.channels.polls}/messages/${shown.at.messageId}`);
    expect(await h.messages.staff.showCase({ idea: decided, review: closed }, first)).toEqual({
      kind: 'gone',
    });
    const anew = await h.messages.staff.showCase(
      { idea, review: { ...review, ...shown.at } },
      { ...first, nonce: 'anew' },
    );
    expect(anew).toMatchObject({ kind: 'sent' });
  });

  test('is reminded of a promise by a ping of its role', async () => {
    const h = await onDiscord();
    const idea = h.idea({ status: 'in-review' });
    expect(await h.messages.staff.remind({ idea, review }, first)).toEqual({ kind: 'sent' });
    const [message] = await h.history(SMALL.channels.polls);
    expect(JSON.stringify(message)).toContain(`<@&${SMALL.roles.staff}>`);
  });

  test('hears of the same trouble once, of every report', async () => {
    const h = await onDiscord();
    const idea = h.idea();
    const full = { kind: 'tags-full', channelId: h.forumId, tags: ['Beans'] } as const;
    await h.messages.staff.note(SMALL.guild, full, first);
    await h.messages.staff.note(SMALL.guild, full, { ...first, nonce: 'other' });
    await h.messages.staff.note(SMALL.guild, { kind: 'no-channel', idea }, { ...first, nonce: 'b' });
    await h.messages.staff.note(SMALL.guild, { kind: 'no-channel', idea }, { ...first, nonce: 'c' });
    expect(await h.history(SMALL.channels.polls)).toHaveLength(2);
    for (const id of [1, 2]) {
      const report = event({ id, kind: 'reported', detail: { reason: 'spam' } });
      await h.messages.staff.note(
        SMALL.guild,
        { kind: 'report', idea, event: report },
        { ...first, nonce: `r${id}` },
      );
    }
    expect(await h.history(SMALL.channels.polls)).toHaveLength(4);
  });

  test('without a channel of its own is told nothing', async () => {
    const h = await onDiscord({ settings: { staffChannelId: undefined } });
    const note = { kind: 'no-channel', idea: h.idea() } as const;
    expect(await h.messages.staff.note(SMALL.guild, note, first)).toEqual({ kind: 'no-channel' });
  });
});
