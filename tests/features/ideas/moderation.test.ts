import { describe, expect, test } from 'vitest';
import { admin, author, coreHarness, member, refusalOf, staff } from './core-harness.ts';

type Core = ReturnType<typeof coreHarness>;

const report = (core: Core, ideaId: number, by = member(1), reason = 'Advertising') =>
  core.write(() => core.service.report({ ...core.by(by), ideaId, reason }));
const block = (core: Core, ideaId: number, blocked = true, by = staff()) =>
  core.write(() => core.service.blockAuthor({ ...core.by(by), ideaId, blocked }));
const approve = (core: Core, ideaId: number, by = staff()) =>
  core.write(() => core.service.approve({ ...core.by(by), ideaId }));
const notes = (core: Core) =>
  core.database.sqlite
    .prepare(`SELECT payload FROM jobs WHERE kind = 'idea.staff-note'`)
    .pluck()
    .all()
    .map((each) => (JSON.parse(String(each)) as { what: string }).what);

describe('the queue', () => {
  test('gives an idea its number, goals and deadline only when staff lets it through', () => {
    const core = coreHarness();
    const id = core.queued();
    expect(core.state(id)).toMatchObject({
      status: 'queued',
      number: undefined,
      rungs: [],
      deadline: undefined,
    });
    core.clock.advance(1_000);
    const now = core.clock.now();
    const idea = approve(core, id);
    expect(idea).toMatchObject({
      status: 'gathering',
      number: 1,
      postedAt: now,
      deadline: now + 14 * 86_400_000,
    });
    expect(idea.rungs).toEqual([
      { goal: 3, days: 14 },
      { goal: 9, days: 45 },
    ]);
    expect(core.jobs('idea.post')).toEqual([{ key: String(id), runAt: now }]);
  });

  test('lets an idea through once; the second of two moderators is refused and no number is lost', () => {
    const core = coreHarness();
    const id = core.queued();
    expect(refusalOf(() => approve(core, id, member(1))).code).toBe('may-not-manage');
    approve(core, id, staff(1));
    expect(refusalOf(() => approve(core, id, staff(2)))).toEqual({
      code: 'wrong-status',
      params: { from: 'gathering', to: 'gathering' },
    });
    expect(approve(core, core.queued()).number).toBe(2);
    expect(core.kinds(id)).toEqual(['posted']);
  });

  test('asks the author of a message that was suggested once it is public', () => {
    const core = coreHarness();
    const id = core.queued({ suggestedBy: member(1).userId, consent: 'asked' });
    expect(core.jobs('idea.consent')).toEqual([]);
    approve(core, id);
    expect(core.jobs('idea.consent').map(({ key }) => key)).toEqual([String(id)]);
  });
});

describe('a report', () => {
  test('reaches staff once per person, with its reason', () => {
    const core = coreHarness();
    const id = core.idea();
    report(core, id);
    expect(core.events.newest(id, 1)).toMatchObject([
      { kind: 'reported', actorId: member(1).userId, detail: { reason: 'Advertising' } },
    ]);
    expect(refusalOf(() => report(core, id)).code).toBe('already-reported');
    report(core, id, member(2));
    expect(notes(core)).toEqual(['report', 'report']);
  });

  test('needs a reason and an idea that everybody can see', () => {
    const core = coreHarness();
    expect(refusalOf(() => report(core, core.idea(), member(1), ' ')).code).toBe('reason-missing');
    expect(refusalOf(() => report(core, core.queued())).code).toBe('not-found');
    expect(refusalOf(() => report(core, 999)).code).toBe('not-found');
    expect(refusalOf(() => report(core, Number.NaN)).code).toBe('not-found');
    expect(notes(core)).toEqual([]);
  });
});

describe('blocking an author', () => {
  test('works through the idea, without a name, and can be taken back through it', () => {
    const core = coreHarness();
    const id = core.idea({ anonymous: true });
    const { guildId } = core.state(id);
    expect(core.moderation.isBlocked(guildId, author.userId)).toBe(false);
    expect(block(core, id)).toBeUndefined();
    expect(core.moderation.isBlocked(guildId, author.userId)).toBe(true);
    expect(core.moderation.isBlocked('899', author.userId)).toBe(false);
    block(core, id);
    block(core, id, false);
    block(core, id, false);
    expect(core.moderation.isBlocked(guildId, author.userId)).toBe(false);
    expect(core.kinds(id)).toEqual(['posted', 'author-blocked', 'author-unblocked']);
    expect(refusalOf(() => block(core, id, true, member(1))).code).toBe('may-not-manage');
  });

  test('of a suggested message concerns who suggested it, until its author has agreed', () => {
    const core = coreHarness();
    const brought = { suggestedBy: member(1).userId };
    for (const [consent, blocked] of [
      ['asked', member(1)],
      ['refused', member(1)],
      ['agreed', author],
    ] as const) {
      const id = core.idea({ ...brought, consent });
      block(core, id);
      const { guildId } = core.state(id);
      expect(core.moderation.isBlocked(guildId, blocked.userId)).toBe(true);
      block(core, id, false);
    }
  });
});

describe('an anonymous author', () => {
  test('is told to admins alone, which is written down and which staff hears', () => {
    const core = coreHarness();
    const id = core.idea({ anonymous: true });
    const reveal = (by = admin) =>
      core.write(() => core.service.revealAuthor({ ...core.by(by), ideaId: id }));
    expect(refusalOf(() => reveal(staff())).code).toBe('may-not-reveal');
    expect(core.kinds(id)).toEqual(['posted']);
    expect(reveal()).toBe(author.userId);
    expect(core.events.newest(id, 1)).toMatchObject([{ kind: 'author-revealed', actorId: admin.userId }]);
    expect(notes(core)).toEqual(['revealed']);
  });

  test('stands in no trail, while what staff does is signed', () => {
    const core = coreHarness();
    const id = core.queued({ anonymous: true });
    const { userId: actorId } = author;
    const now = core.clock.now();
    core.events.add({ ideaId: id, at: now, kind: 'submitted', actorId });
    approve(core, id, staff(1));
    core.events.add({ ideaId: id, at: now, kind: 'edited', actorId, detail: { by: 'author' } });
    core.events.add({ ideaId: id, at: now, kind: 'updated', actorId, detail: { text: 'More' } });
    const withdrawn = { cause: 'withdrawn', to: 'withdrawn', now, actorId } as const;
    const { guildId } = core.state(id);
    core.write(() => core.lifecycle.changeStatus(core.lifecycle.load({ guildId, ideaId: id }), withdrawn));
    const trail = core.service.trail({ ...core.by(staff()), ideaId: id });
    expect(trail.map(({ kind, actorId: shown }) => [kind, shown])).toEqual([
      ['status', undefined],
      ['updated', undefined],
      ['edited', undefined],
      ['posted', staff(1).userId],
      ['submitted', undefined],
    ]);
    expect(refusalOf(() => core.service.trail({ ...core.by(member(1)), ideaId: id })).code).toBe(
      'may-not-manage',
    );
  });

  test('of an idea that is not anonymous is named there', () => {
    const core = coreHarness();
    const id = core.queued();
    core.events.add({ ideaId: id, at: 1, kind: 'submitted', actorId: author.userId });
    expect(core.service.trail({ ...core.by(staff()), ideaId: id })[0]?.actorId).toBe(author.userId);
  });
});
