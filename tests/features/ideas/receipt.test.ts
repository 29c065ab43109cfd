import { describe, expect, test } from 'vitest';
import { author, coreHarness, GUILD, member, staff } from './core-harness.ts';

type Core = ReturnType<typeof coreHarness>;

function shipped(core: Core, given: Parameters<Core['reviewed']>[0] = {}): number {
  const id = core.reviewed(given);
  core.decide(id, 'in-review', 'shipped', staff(), 'It is in the shop');
  return id;
}

function talk(core: Core, ideaId: number, by: string, times: number): void {
  for (let each = 0; each < times; each += 1) {
    core.clock.advance(1);
    core.write(() =>
      core.service.noteComment({ threadId: `thread-${ideaId}`, userId: by, at: core.clock.now() }),
    );
  }
}

const standing = (core: Core, id: number) =>
  core.work.posted(
    id,
    { channelId: `thread-${id}`, messageId: `message-${id}`, threadId: `thread-${id}` },
    core.clock.now(),
  );

describe('the receipt of a shipped idea', () => {
  test('credits the author, the first ten who supported it and who talked about it most', () => {
    const core = coreHarness();
    const id = core.reviewed();
    standing(core, id);
    core.supported(id, 3, 200);
    talk(core, id, member(1).userId, 2);
    talk(core, id, member(2).userId, 5);
    talk(core, id, author.userId, 9);
    expect(core.work.receipt(id)).toBeUndefined();
    core.decide(id, 'in-review', 'shipped');
    const receipt = core.work.receipt(id);
    expect(receipt).toMatchObject({ authorId: author.userId, suggestedBy: undefined, supporters: 12 });
    expect(receipt?.early).toHaveLength(10);
    expect(receipt?.early[0]?.userId).toBe(member(100).userId);
    expect(receipt?.commenters).toEqual([
      { userId: member(2).userId, comments: 5 },
      { userId: member(1).userId, comments: 2 },
    ]);
  });

  test('names nobody who did not want to be named', () => {
    const core = coreHarness();
    const by = { suggestedBy: member(1).userId };
    expect(core.work.receipt(shipped(core, { anonymous: true, ...by }))).toMatchObject({
      authorId: undefined,
      suggestedBy: undefined,
    });
    expect(core.work.receipt(shipped(core, { consent: 'refused', ...by }))).toMatchObject({
      authorId: undefined,
      suggestedBy: member(1).userId,
    });
    expect(core.work.receipt(shipped(core, { consent: 'agreed', ...by }))?.authorId).toBe(author.userId);
  });

  test('what is written in other threads counts for nothing', () => {
    const core = coreHarness();
    const id = core.idea();
    standing(core, id);
    core.service.noteComment({ threadId: 'elsewhere', userId: member(1).userId, at: 1 });
    expect(core.showcase.commenters(id, 10)).toEqual([]);
    expect(core.work.isIdeaThread(`thread-${id}`)).toBe(true);
    expect(core.work.isIdeaThread('elsewhere')).toBe(false);
  });
});

describe('the ledger', () => {
  test('has fifteen lines a post in the order in which ideas shipped, each for good', () => {
    const core = coreHarness();
    const all = Array.from({ length: 17 }, () => shipped(core));
    const lines = (page: number) => core.work.ledgerPage(GUILD, page).lines.map(({ id }) => id);
    expect(lines(0)).toEqual(all.slice(0, 15));
    expect(lines(1)).toEqual(all.slice(15));
    expect(core.work.ledgerPageOf(all[14] ?? 0)).toBe(0);
    expect(core.work.ledgerPageOf(all[15] ?? 0)).toBe(1);
    expect(core.work.ledgerPageOf(core.idea())).toBeUndefined();

    // Taken back it leaves its line, and comes back to the same one.
    const third = all[2] ?? 0;
    core.decide(third, 'shipped', 'in-progress');
    expect(lines(0)).toEqual(all.slice(0, 15).filter((id) => id !== third));
    core.decide(third, 'in-progress', 'shipped');
    expect(lines(0)).toEqual(all.slice(0, 15));
  });

  test('of one server says nothing of another, and knows where its posts stand', () => {
    const core = coreHarness();
    shipped(core);
    expect(core.work.ledgerPage('899', 0).lines).toEqual([]);
    expect(core.work.ledgerPage(GUILD, 0).messageId).toBeUndefined();
    core.work.ledgerPosted(GUILD, 0, { channelId: '1', messageId: '2' });
    core.work.ledgerPosted(GUILD, 0, { channelId: '1', messageId: '3' });
    expect(core.work.ledgerPage(GUILD, 0).messageId).toBe('3');
  });
});

describe('the board', () => {
  test('shows what is planned, in progress and shipped, the latest first', () => {
    const core = coreHarness();
    const [planned, doing, done] = [core.reviewed(), core.reviewed(), core.reviewed()];
    core.idea();
    core.decide(planned, 'in-review', 'planned');
    core.decide(doing, 'in-review', 'in-progress');
    core.decide(done, 'in-review', 'shipped');
    core.clock.advance(1);
    const later = shipped(core);
    const { planned: first, inProgress, shipped: last } = core.service.roadmap(GUILD);
    expect([first, inProgress, last].map((list) => list.map(({ id }) => id))).toEqual([
      [planned],
      [doing],
      [later, done],
    ]);
    expect(last[0]).toMatchObject({ supporters: 9, goal: 9, status: 'shipped' });
  });

  test('remembers where it stands', () => {
    const core = coreHarness();
    expect(core.work.board(GUILD)).toBeUndefined();
    core.work.boardPosted(GUILD, { channelId: '1', messageId: '2' });
    expect(core.work.board(GUILD)).toEqual({ channelId: '1', messageId: '2' });
    core.work.boardPosted(GUILD, undefined);
    expect(core.work.board(GUILD)).toBeUndefined();
  });
});
