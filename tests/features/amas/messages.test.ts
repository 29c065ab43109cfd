import { afterEach, describe, expect, test } from 'vitest';
import { announcementMark } from '../../../src/features/amas/announcement-views.ts';
import { SMALL } from '../../../src/sandbox/community/build-small-seed.ts';
import { closeAll } from '../../discord/sandbox-bot.ts';
import { checkBodies } from '../../support/conformance.ts';
import { AUDIENCE, HOUR, type OnDiscord, onDiscord, STAFF } from './on-discord.ts';

afterEach(closeAll);

const first = { nonce: 'first-try', mayHaveHappened: false };
const again = { nonce: 'first-try', mayHaveHappened: true };

async function posted(h: OnDiscord, over: Parameters<OnDiscord['ama']>[0] = {}) {
  const { id } = h.ama(over);
  expect(await h.messages.places.ensure(id, first)).toEqual([]);
  return h.held.amas.get(id)!;
}

describe('what stands while an AMA runs', () => {
  test('announcement, thread, panel and queue are posted, the card on air only once it runs', async () => {
    const h = await onDiscord();
    expect(await h.own(AUDIENCE, 'Ask our roaster')).toEqual([]);
    const ama = await posted(h);
    const [announcement] = await h.own(AUDIENCE, 'Ask our roaster');
    expect(announcement?.id).toBe(ama.messageId);
    expect(announcement?.thread?.name).toBe('Answers: Ask our roaster');
    expect(await h.own(STAFF, 'Running')).toHaveLength(1);
    expect(await h.own(STAFF, 'Review one by one')).toHaveLength(1);
    expect(ama.airMessageId).toBeUndefined();
    h.change({ status: 'live' });
    expect(await h.messages.places.ensure(1, again)).toEqual([]);
    expect(await h.own(AUDIENCE, 'The next question comes soon')).toHaveLength(1);
    expect(await h.own(STAFF, 'Running')).toHaveLength(1);
    checkBodies(h.discord.requests.since());
  });

  test('an open AMA has no queue', async () => {
    const h = await onDiscord();
    const { queueMessageId, panelMessageId } = await posted(h, { queue: 'open' });
    expect(queueMessageId).toBeUndefined();
    expect(panelMessageId).toBeDefined();
  });

  test('an announcement whose answer was lost is found by the next try, not posted twice', async () => {
    const h = await onDiscord();
    h.ama();
    h.discord.faults.add({
      match: { method: 'POST', route: `/channels/${AUDIENCE}/messages` },
      action: { kind: 'drop-after', how: 'reset' },
      times: 5,
    });
    const [obstacle] = await h.messages.places.ensure(1, first);
    expect(obstacle).toMatchObject({ what: 'post', channelId: AUDIENCE, delivery: { kind: 'retry' } });
    expect(h.held.amas.get(1)?.messageId).toBeUndefined();
    expect(await h.messages.places.ensure(1, again)).toEqual([]);
    const announcements = await h.own(AUDIENCE, announcementMark({ id: 1 }));
    expect(announcements.map(({ id }) => id)).toEqual([h.held.amas.get(1)?.messageId]);
  });

  test('two that find the same message missing post it once', async () => {
    const h = await onDiscord();
    h.ama({ status: 'live' });
    await Promise.all([
      h.messages.places.ensure(1, { nonce: 'one', mayHaveHappened: false }),
      h.messages.places.ensure(1, { nonce: 'two', mayHaveHappened: false }),
    ]);
    expect(await h.own(AUDIENCE, announcementMark({ id: 1 }))).toHaveLength(1);
    expect(await h.own(STAFF, 'Running')).toHaveLength(1);
  });

  test('where the staff channel is gone, the audience has everything all the same', async () => {
    const h = await onDiscord();
    h.ama({ status: 'live' });
    await h.admins('DELETE', `/channels/${STAFF}`);
    const obstacles = await h.messages.places.ensure(1, first);
    expect(obstacles.map(({ channelId, delivery }) => [channelId, delivery.kind])).toEqual([
      [STAFF, 'gone'],
      [STAFF, 'gone'],
    ]);
    expect(await h.own(AUDIENCE, 'The next question comes soon')).toHaveLength(1);
  });

  test('a panel that is too old to be edited often is posted anew, and the old one goes', async () => {
    const h = await onDiscord();
    const before = await posted(h);
    h.discord.clock.advance(2 * HOUR);
    h.change({ status: 'live' });
    await h.messages.places.ensure(1, { nonce: 'later', mayHaveHappened: false });
    const { panelMessageId, messageId } = h.held.amas.get(1)!;
    expect(panelMessageId).not.toBe(before.panelMessageId);
    expect((await h.own(STAFF, 'Running')).map(({ id }) => id)).toEqual([panelMessageId]);
    expect(messageId).toBe(before.messageId);
  });

  test('counts, question on air and end are shown by edits in place', async () => {
    const h = await onDiscord();
    await posted(h, { status: 'live', queue: 'open' });
    h.question({ status: 'on-air' });
    await h.messages.places.finish(h.change({ questions: 5, supports: 9 }));
    expect(await h.own(AUDIENCE, '**5 questions** · 9 supports')).toHaveLength(1);
    expect(await h.own(AUDIENCE, 'On air')).toHaveLength(1);
    expect(await h.own(AUDIENCE, 'How dark is too dark?')).toHaveLength(1);
    h.question({ status: 'answered' });
    await h.messages.places.finish(h.change({ status: 'closed' }));
    expect(await h.own(AUDIENCE, 'On air')).toHaveLength(0);
    expect(await h.own(AUDIENCE, 'That was it')).toHaveLength(1);
    expect(await h.own(AUDIENCE, 'ama-ask')).toHaveLength(0);
  });

  test('the Ask button comes once more below, the old one goes, and none is left at the end', async () => {
    const h = await onDiscord();
    const ama = await posted(h, { status: 'live' });
    await h.messages.places.askAgain(ama, first);
    const [one] = await h.own(AUDIENCE, 'is taking questions');
    expect(h.held.amas.get(1)?.askMessageId).toBe(one?.id);
    await h.messages.places.askAgain(h.held.amas.get(1)!, { nonce: 'second', mayHaveHappened: true });
    const two = await h.own(AUDIENCE, 'is taking questions');
    expect(two).toHaveLength(1);
    expect(two[0]?.id).not.toBe(one?.id);
    await h.messages.places.finish(h.change({ status: 'closed' }));
    expect(await h.own(AUDIENCE, 'is taking questions')).toEqual([]);
  });
});

describe('Discord’s event', () => {
  test('is made with the way to ask, follows the AMA, begins and ends with it', async () => {
    const h = await onDiscord();
    const ama = await posted(h);
    expect(await h.calendar()).toEqual([]);
    expect(await h.messages.event.sync(ama, first)).toEqual({ kind: 'sent' });
    const [made] = await h.calendar();
    expect(made).toMatchObject({ name: 'Ask our roaster', status: 1 });
    expect(made?.description).toContain(`/${AUDIENCE}/${ama.messageId}`);
    await h.messages.event.sync(h.change({ title: 'Ask our barista' }), first);
    expect(await h.calendar()).toMatchObject([{ id: made?.id, name: 'Ask our barista' }]);
    await h.messages.event.sync(h.change({ status: 'live' }), first);
    expect(await h.calendar()).toMatchObject([{ status: 2 }]);
    expect(await h.messages.event.sync(h.change({ status: 'closed' }), first)).toEqual({ kind: 'sent' });
    expect(await h.messages.event.sync(h.change({ status: 'closed' }), first)).toMatchObject({});
  });

  test('whose answer was lost is found again', async () => {
    const h = await onDiscord();
    const ama = await posted(h);
    h.discord.faults.add({
      match: { method: 'POST', route: `/guilds/${SMALL.guild}/scheduled-events` },
      action: { kind: 'drop-after', how: 'reset' },
    });
    expect(await h.messages.event.sync(ama, first)).toMatchObject({ kind: 'retry' });
    expect(await h.messages.event.sync(ama, again)).toEqual({ kind: 'sent' });
    const all = await h.calendar();
    expect(all.map(({ id }) => id)).toEqual([h.held.amas.get(1)?.eventId]);
  });

  test('that somebody deleted is forgotten', async () => {
    const h = await onDiscord();
    await h.messages.event.sync(await posted(h), first);
    const { eventId } = h.held.amas.get(1)!;
    await h.admins('DELETE', `/guilds/${SMALL.guild}/scheduled-events/${eventId}`);
    expect(await h.messages.event.sync(h.held.amas.get(1)!, first)).toEqual({ kind: 'nothing' });
    expect(h.held.amas.get(1)?.eventId).toBeUndefined();
  });

  test('of an AMA that is called off is cancelled', async () => {
    const h = await onDiscord();
    await h.messages.event.sync(await posted(h), first);
    expect(await h.messages.event.sync(h.change({ status: 'cancelled' }), first)).toEqual({ kind: 'sent' });
    expect((await h.calendar()).filter(({ status }) => status < 3)).toEqual([]);
  });
});
