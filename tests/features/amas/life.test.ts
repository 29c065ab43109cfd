import { describe, expect, it } from 'vitest';
import { amaJobs, GRACE_MS, PARKED_MS, REMIND_BEFORE } from '../../../src/features/amas/ports.ts';
import { coreHarness, DAY, guest, HOUR, host, MINUTE, member, refusalOf, staff } from './core-harness.ts';

describe('start and end', () => {
  it('come with the clock, and a job that comes early looks again later', () => {
    const h = coreHarness();
    const id = h.ama();
    const { startAt, endAt } = h.state(id);
    expect(h.dueAt(amaJobs.start)).toBe(startAt);
    expect(h.dueAt(amaJobs.end)).toBe(endAt);
    expect(h.write(() => h.work.startDue(id, startAt - 1))).toEqual({ kind: 'later', at: startAt });
    expect(h.state(id).status).toBe('scheduled');
    expect(h.write(() => h.work.startDue(id, startAt)).kind).toBe('done');
    expect(h.state(id)).toMatchObject({ status: 'live', statusAt: startAt });
    expect(h.write(() => h.work.startDue(id, startAt + 1))).toEqual({ kind: 'nothing' });
    expect(h.write(() => h.work.endDue(id, endAt))).toMatchObject({ kind: 'done' });
    expect(h.state(id)).toMatchObject({ status: 'closing', graceUntil: endAt + GRACE_MS });
    expect(h.dueAt(amaJobs.grace)).toBe(endAt + GRACE_MS);
    expect(h.write(() => h.work.graceDue(id, endAt + GRACE_MS - 1))).toMatchObject({ kind: 'later' });
    expect(h.write(() => h.work.graceDue(id, endAt + GRACE_MS))).toMatchObject({ kind: 'done' });
    expect(h.state(id).status).toBe('closed');
    expect(h.kinds(id)).toEqual(['created', 'started', 'closed']);
  });

  it('that nobody was awake for happened at their time', () => {
    const h = coreHarness();
    const id = h.ama();
    const { endAt } = h.state(id);
    const late = endAt + DAY;
    expect(h.write(() => h.work.endDue(id, late)).kind).toBe('done');
    expect(h.state(id)).toMatchObject({ status: 'closing', statusAt: endAt, graceUntil: endAt + GRACE_MS });
    expect(h.write(() => h.work.startDue(id, late))).toEqual({ kind: 'nothing' });
    expect(h.write(() => h.work.graceDue(id, late)).kind).toBe('done');
    expect(h.state(id).status).toBe('closed');
  });

  it('by hand are the same, and a second press changes nothing', () => {
    const h = coreHarness();
    const id = h.ama();
    expect(refusalOf(() => h.close(id)).code).toBe('not-live');
    const start = () => h.write(() => h.service.start({ ...h.by(guest), amaId: id }));
    expect(start().status).toBe('live');
    expect(h.jobs(amaJobs.start)).toEqual([]);
    const live = h.everything();
    expect(start().status).toBe('live');
    expect(h.everything()).toEqual(live);
    expect(refusalOf(() => h.close(id, guest)).code).toBe('may-not-moderate');
    expect(h.close(id).status).toBe('closing');
    const closing = h.everything();
    expect(h.close(id).status).toBe('closing');
    expect(refusalOf(start).code).toBe('over');
    expect(refusalOf(() => h.cancel(id)).code).toBe('over');
    expect(h.everything()).toEqual(closing);
  });

  it("are nobody else's to move", () => {
    const h = coreHarness();
    const id = h.ama();
    const before = h.everything();
    const call = { ...h.by(member(1)), amaId: id };
    expect(refusalOf(() => h.service.start(call)).code).toBe('may-not-run');
    expect(refusalOf(() => h.service.close(call)).code).toBe('may-not-moderate');
    expect(refusalOf(() => h.cancel(id, member(1))).code).toBe('may-not-moderate');
    expect(refusalOf(() => h.cancel(id, guest)).code).toBe('may-not-moderate');
    expect(h.everything()).toEqual(before);
  });

  it('a host who is no longer staff still runs what they made, a former guest does not', () => {
    const h = coreHarness();
    const id = h.ama();
    const former = { ...host, roleIds: [] };
    expect(h.service.rights({ ...h.by(former), amaId: id })).toEqual({
      moderate: true,
      run: true,
      reveal: false,
    });
    expect(h.service.rights({ ...h.by(guest), amaId: id })).toMatchObject({ moderate: false, run: true });
    const draft = h.write(() =>
      h.service.draftOf({ ...h.by(staff()), amaId: id, interactionId: h.nextInteraction() }),
    );
    h.write(() => h.service.changeDraft({ ...h.by(staff()), draftId: draft.id, spec: { guestIds: [] } }));
    h.publish(draft.id, staff());
    expect(h.service.rights({ ...h.by(guest), amaId: id }).run).toBe(false);
    expect(refusalOf(() => h.service.start({ ...h.by(guest), amaId: id })).code).toBe('may-not-run');
  });
});

describe('after the end', () => {
  it('what waits is kept for later, and what nobody reviewed stays out of sight', () => {
    const h = coreHarness();
    const id = h.live();
    const seen = h.asked(id, member(1));
    const unseen = h.ask(id, member(2)).question.id;
    const call = { ...h.by(member(3)), amaId: id, order: 'new' as const, page: 0 };
    expect(h.service.browse(call).rows.map(({ question }) => question.id)).toEqual([seen]);
    expect(h.state(id)).toMatchObject({ questions: 2, waiting: 1 });
    h.finished(id);
    expect(h.question(seen)).toMatchObject({ status: 'parked', unreviewed: false });
    expect(h.question(unseen)).toMatchObject({ status: 'parked', unreviewed: true });
    expect(h.state(id)).toMatchObject({ questions: 2, waiting: 0 });
    expect(h.service.browse(call).rows.map(({ question }) => question.id)).toEqual([seen]);
    const hidden = { ...h.by(member(3)), questionId: unseen };
    expect(refusalOf(() => h.service.question(hidden)).code).toBe('question-not-found');
    expect(h.service.question({ ...hidden, ...h.by(guest) }).question.id).toBe(unseen);
  });

  it('transcript, list and deadline follow, and each asker hears once', () => {
    const h = coreHarness();
    const id = h.live({ queue: 'open' });
    h.ask(id, member(1));
    h.ask(id, member(1));
    h.ask(id, member(2));
    h.finished(id);
    const { statusAt } = h.state(id);
    expect(h.dueAt(amaJobs.transcript)).toBe(statusAt);
    expect(h.dueAt(amaJobs.parked)).toBe(statusAt);
    expect(h.dueAt(amaJobs.overdue)).toBe(statusAt + PARKED_MS);
    expect(h.jobs(amaJobs.notify)).toHaveLength(2);
  });
});

describe('calling off', () => {
  it('takes the jobs away, keeps the questions, and a second time changes nothing', () => {
    const h = coreHarness();
    const id = h.ama({ queue: 'open' });
    const { question } = h.ask(id, member(1));
    expect(h.jobs(amaJobs.remind)).toHaveLength(1);
    h.cancel(id, host, '  Ill\u202E ');
    expect(h.state(id)).toMatchObject({ status: 'cancelled', cancelReason: 'Ill', questions: 1 });
    expect(h.question(question.id).status).toBe('approved');
    for (const kind of [amaJobs.start, amaJobs.end, amaJobs.remind]) expect(h.jobs(kind)).toEqual([]);
    expect(h.jobs(amaJobs.event)).toHaveLength(1);
    const before = h.everything();
    expect(h.cancel(id).status).toBe('cancelled');
    expect(h.write(() => h.work.startDue(id, h.state(id).startAt))).toEqual({ kind: 'nothing' });
    expect(h.write(() => h.work.endDue(id, h.state(id).endAt))).toEqual({ kind: 'nothing' });
    expect(h.everything()).toEqual(before);
  });
});

describe('reminders', () => {
  it('are for those who asked for one, once each', () => {
    const h = coreHarness();
    const id = h.ama();
    expect(h.dueAt(amaJobs.remind)).toBe(h.state(id).startAt - REMIND_BEFORE);
    expect(h.remind(id, member(1)).on).toBe(true);
    h.clock.advance(1);
    expect(h.remind(id, member(2), '500').on).toBe(true);
    const before = h.everything();
    expect(h.remind(id, member(2), '500').on).toBe(true);
    expect(h.everything()).toEqual(before);
    h.clock.advance(1);
    h.remind(id, member(3));
    expect(h.remind(id, member(3)).on).toBe(false);
    expect(h.work.toRemind(id, 10)).toEqual([member(1).userId, member(2).userId]);
    h.write(() => h.work.reminded(id, member(1).userId));
    expect(h.work.toRemind(id, 10)).toEqual([member(2).userId]);
  });

  it('asked for in the last minutes come at once, and not after the start', () => {
    const h = coreHarness();
    const id = h.ama();
    h.clock.set(h.state(id).startAt - MINUTE);
    h.remind(id, member(1));
    expect(h.dueAt(amaJobs.remind)).toBe(h.clock.now());
    h.clock.advance(MINUTE);
    const before = h.everything();
    expect(refusalOf(() => h.remind(id, member(2))).code).toBe('already-begun');
    expect(h.everything()).toEqual(before);
  });

  it('come at once when it starts early', () => {
    const h = coreHarness();
    const id = h.ama();
    h.remind(id, member(1));
    h.clock.advance(HOUR);
    h.write(() => h.service.start({ ...h.by(host), amaId: id }));
    expect(h.dueAt(amaJobs.remind)).toBe(h.clock.now());
  });
});
