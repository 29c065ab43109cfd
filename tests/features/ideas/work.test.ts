import { describe, expect, test } from 'vitest';
import { author, coreHarness, DAY, GUILD, member, staff } from './core-harness.ts';

type Core = ReturnType<typeof coreHarness>;

const place = { channelId: '101', messageId: '102', threadId: '103' };
const stand = (core: Core, id: number, where = place) => core.work.posted(id, where, core.clock.now());
const forget = (core: Core, gone: { channelId?: string; messageId?: string }) =>
  core.write(() => core.service.forgetPlace({ ...gone, now: core.clock.now() }));

describe('the deadline', () => {
  test('expires an idea once, at its own time however late the job comes', () => {
    const core = coreHarness();
    const id = core.idea();
    const deadline = core.state(id).deadline ?? 0;
    const due = () => core.write(() => core.work.expireDue(id, core.clock.now()));
    core.clock.set(deadline - 1);
    expect(due()).toEqual({ kind: 'later', at: deadline });
    expect(core.state(id).status).toBe('gathering');
    core.clock.set(deadline + DAY);
    expect(due()).toEqual({ kind: 'expired' });
    expect(core.state(id)).toMatchObject({ status: 'expired', statusAt: deadline, deadline: undefined });
    expect(due()).toEqual({ kind: 'nothing' });
    expect(core.kinds(id)).toEqual(['posted', 'status']);
  });

  test('means nothing to an idea that got there, or that does not exist', () => {
    const core = coreHarness();
    const id = core.reviewed();
    core.clock.advance(100 * DAY);
    expect(core.work.expireDue(id, core.clock.now())).toEqual({ kind: 'nothing' });
    expect(core.work.expireDue(999, core.clock.now())).toEqual({ kind: 'nothing' });
  });
});

describe('news', () => {
  test('are told once, to those who follow, and nobody is forgotten in the count', () => {
    const core = coreHarness();
    const id = core.idea();
    for (let each = 1; each <= 4; each += 1) core.follow(id, member(each));
    core.follow(id, member(4), false);
    const news = core.work.news(id, 2);
    expect(news).toMatchObject({ idea: { id }, others: 2 });
    expect(news?.followers).toHaveLength(2);
    expect(core.work.news(id, 80)?.followers).toContain(author.userId);
    core.work.told(id, news?.events.at(-1)?.id ?? 0);
    expect(core.work.news(id, 80)).toBeUndefined();
    core.decide(id, 'gathering', 'declined');
    expect(core.work.news(id, 80)?.events.map(({ to }) => to)).toEqual(['declined']);
    // A late word about older news takes nothing back.
    core.work.told(id, 1);
    expect(core.work.news(id, 80)?.events).toHaveLength(1);
  });

  test('an event is found by its number', () => {
    const core = coreHarness();
    const id = core.idea();
    const [event] = core.events.newest(id, 1);
    expect(core.work.event(event?.id ?? 0)).toEqual(event);
    expect(core.work.event(999)).toBeUndefined();
  });
});

describe('the card', () => {
  test('is refreshed until nothing has changed since', () => {
    const core = coreHarness();
    const id = core.idea();
    const before = core.work.progress(id);
    expect(before?.open).toBe(true);
    core.press(id, member(1));
    expect(core.work.settleRefresh(id, before?.version ?? 0)).toBe(false);
    const now = core.work.progress(id);
    expect(core.work.settleRefresh(id, now?.version ?? 0)).toBe(true);
    core.decide(id, 'gathering', 'declined');
    expect(core.work.progress(id)?.open).toBe(false);
    expect(core.work.progress(999)).toBeUndefined();
  });

  test('once it stands its pictures are not kept any longer', () => {
    const core = coreHarness();
    const id = core.idea({ imageNames: ['mug.png'] });
    core.database.sqlite
      .prepare('INSERT INTO idea_images (idea_id, name, content_type, data) VALUES (?, ?, ?, ?)')
      .run(id, 'mug.png', 'image/png', Buffer.from('x'));
    expect(core.work.images(id)).toMatchObject([{ name: 'mug.png' }]);
    stand(core, id);
    expect(core.state(id)).toMatchObject(place);
    expect(core.work.images(id)).toEqual([]);
    expect(core.state(id).imageNames).toEqual(['mug.png']);
  });
});

describe('what Discord loses', () => {
  test('is posted again while it is open, without the pictures that went with it', () => {
    const core = coreHarness();
    const id = core.idea({ imageNames: ['mug.png'] });
    stand(core, id);
    core.database.sqlite.exec('DELETE FROM jobs');
    forget(core, { messageId: '999' });
    expect(core.state(id)).toMatchObject(place);
    forget(core, { messageId: place.messageId });
    expect(core.state(id)).toMatchObject({ channelId: undefined, messageId: undefined, imageNames: [] });
    expect(core.state(id).status).toBe('gathering');
    expect(core.jobs('idea.post')).toHaveLength(1);
    expect(core.jobs('idea.staff-note')).toHaveLength(1);
    forget(core, { messageId: place.messageId });
    expect(core.kinds(id).filter((kind) => kind === 'lost')).toHaveLength(1);
  });

  test('stays away once it is over', () => {
    const core = coreHarness();
    const id = core.idea();
    stand(core, id);
    core.decide(id, 'gathering', 'declined');
    core.database.sqlite.exec('DELETE FROM jobs');
    forget(core, { messageId: place.messageId });
    expect(core.jobs('idea.post')).toEqual([]);
  });

  test('a card goes on without its thread; a forum post is gone with its channel', () => {
    const core = coreHarness();
    const [card, post] = [core.idea(), core.idea()];
    stand(core, card);
    stand(core, post, { channelId: '201', messageId: '201', threadId: '201' });
    forget(core, { channelId: '103' });
    expect(core.state(card)).toMatchObject({ channelId: '101', messageId: '102', threadId: undefined });
    forget(core, { channelId: '201' });
    expect(core.state(post)).toMatchObject({ channelId: undefined, threadId: undefined });
    // The text channel itself.
    forget(core, { channelId: '101' });
    expect(core.state(card).messageId).toBeUndefined();
  });

  test('case, board and ledger are written anew', () => {
    const core = coreHarness();
    const open = core.reviewed();
    const done = core.reviewed();
    core.decide(done, 'in-review', 'shipped', staff());
    const caseId = core.service.caseOf(open)?.id ?? 0;
    core.work.casePosted(caseId, { channelId: '1', messageId: '301' });
    core.work.boardPosted(GUILD, { channelId: '1', messageId: '302' });
    core.work.ledgerPosted(GUILD, 0, { channelId: '1', messageId: '303' });
    core.database.sqlite.exec('DELETE FROM jobs');
    for (const messageId of ['301', '302', '303']) forget(core, { messageId });
    expect(core.service.caseOf(open)?.messageId).toBeUndefined();
    expect(core.work.board(GUILD)).toBeUndefined();
    expect(core.work.ledgerPage(GUILD, 0).messageId).toBeUndefined();
    expect(core.jobs('idea.case')).toEqual([{ key: String(caseId), runAt: core.clock.now() }]);
    expect(core.jobs('idea.board')).toHaveLength(1);
    expect(core.jobs('idea.ledger')).toEqual([{ key: String(done), runAt: core.clock.now() }]);
  });
});

describe('old drafts', () => {
  test('are deleted a day after their last change', () => {
    const core = coreHarness();
    const { userId } = author;
    const text = { title: 'A', body: 'B', problem: '', category: undefined };
    const of = { guildId: GUILD, userId, creditId: undefined, anonymous: false, interactionId: '1' };
    core.drafts.add({ ...of, ...text, now: core.clock.now() }, []);
    core.clock.advance(DAY);
    expect(core.work.purge(core.clock.now())).toBe(0);
    core.clock.advance(1);
    expect(core.work.purge(core.clock.now())).toBe(1);
  });
});
