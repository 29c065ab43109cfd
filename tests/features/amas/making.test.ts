import { describe, expect, it } from 'vitest';
import { amaLimits } from '../../../src/features/amas/model.ts';
import { amaJobs, DRAFT_MS, REMIND_BEFORE } from '../../../src/features/amas/ports.ts';
import { understandTime } from '../../../src/shared/time-text.ts';
import {
  CHANNEL,
  coreHarness,
  DAY,
  ELSEWHERE,
  HOUR,
  host,
  MINUTE,
  member,
  refusalOf,
  staff,
} from './core-harness.ts';

describe('making an AMA', () => {
  it('is a draft first, and one AMA however often it is published', () => {
    const h = coreHarness();
    const draft = h.draft();
    expect(h.everything()).toMatchObject({ amas: [], jobs: [] });
    const { ama, first } = h.publish(draft.id);
    expect(first).toBe(true);
    expect(ama).toMatchObject({ status: 'scheduled', title: 'Ask our roaster', hostId: host.userId });
    for (const kind of [amaJobs.places, amaJobs.event, amaJobs.start, amaJobs.end, amaJobs.remind]) {
      expect(h.jobs(kind).map(({ key }) => key)).toEqual([String(ama.id)]);
    }
    const before = h.everything();
    expect(h.publish(draft.id)).toEqual({ ama, first: false });
    expect(h.everything()).toEqual(before);
  });

  it('the command delivered again finds the same draft', () => {
    const h = coreHarness();
    const draft = h.draft({}, host, '77');
    const before = h.everything();
    expect(h.draft({ title: 'Other' }, host, '77')).toEqual(draft);
    expect(h.everything()).toEqual(before);
  });

  it('is for staff, also when the role was taken away between preview and press', () => {
    const h = coreHarness();
    expect(refusalOf(() => h.draft({}, member(1))).code).toBe('may-not-host');
    const { id } = h.draft();
    const before = h.everything();
    expect(refusalOf(() => h.publish(id, { ...host, roleIds: [] })).code).toBe('may-not-host');
    expect(h.everything()).toEqual(before);
  });

  it("nobody reads, changes, publishes or drops somebody else's draft", () => {
    const h = coreHarness();
    const { id: draftId } = h.draft();
    const before = h.everything();
    const other = { ...h.by(staff()), draftId };
    for (const act of [
      () => h.service.findDraft(other),
      () => h.service.changeDraft({ ...other, spec: {} }),
      () => h.service.publish(other),
      () => h.service.dropDraft(other),
    ]) {
      expect(refusalOf(act).code).toBe('not-your-draft');
    }
    for (const forged of [
      { ...h.by(host, ELSEWHERE), draftId },
      { ...h.by(host), draftId: 2 ** 60 },
    ]) {
      expect(refusalOf(() => h.service.findDraft(forged)).code).toBe('draft-gone');
    }
    expect(h.everything()).toEqual(before);
  });

  it('dropped twice is dropped, and nothing comes of it', () => {
    const h = coreHarness();
    const { id: draftId } = h.draft();
    const drop = () => h.write(() => h.service.dropDraft({ ...h.by(host), draftId }));
    drop();
    drop();
    expect(refusalOf(() => h.publish(draftId)).code).toBe('draft-gone');
    expect(h.everything()).toMatchObject({ amas: [] });
  });

  it('forgets drafts after a day, and never what came of them', () => {
    const h = coreHarness();
    h.draft();
    const kept = h.ama();
    h.clock.advance(DRAFT_MS + 1);
    expect(h.write(() => h.work.purge(h.clock.now()))).toBe(2);
    expect(h.everything()['ama_drafts']).toEqual([]);
    expect(h.state(kept).status).toBe('scheduled');
  });

  it('the host is no guest, and nobody is one twice', () => {
    const h = coreHarness();
    const { userId } = member(1);
    const { spec } = h.draft({ guestIds: [userId, host.userId, userId] });
    expect(spec.guestIds).toEqual([userId]);
    const many = Array.from({ length: amaLimits.guests + 1 }, (_, each) => member(each).userId);
    expect(refusalOf(() => h.draft({ guestIds: many }))).toEqual({
      code: 'too-many-guests',
      params: { max: amaLimits.guests },
    });
  });

  it.each([
    ['title-missing', () => ({ title: ' \u202E ' })],
    ['no-staff-channel', () => ({ staffChannelId: '' })],
    ['starts-in-the-past', (now: number) => ({ startAt: now, endAt: now + HOUR })],
    ['starts-too-late', (now: number) => ({ startAt: now + 181 * DAY, endAt: now + 182 * DAY })],
    ['ends-before-start', (now: number) => ({ startAt: now + HOUR, endAt: now + HOUR })],
    ['too-short', (now: number) => ({ startAt: now + HOUR, endAt: now + HOUR + 5 * MINUTE - 1 })],
    ['too-long', (now: number) => ({ startAt: now + HOUR, endAt: now + HOUR + 7 * DAY + 1 })],
  ])('refuses %s', (code, given) => {
    const h = coreHarness();
    expect(refusalOf(() => h.draft(given(h.clock.now()))).code).toBe(code);
    expect(h.everything()).toMatchObject({ ama_drafts: [], amas: [] });
  });

  it('a start that passed while the preview stood is refused at the press', () => {
    const h = coreHarness();
    const { id } = h.draft();
    h.clock.advance(DAY);
    const before = h.everything();
    expect(refusalOf(() => h.publish(id)).code).toBe('starts-in-the-past');
    expect(h.everything()).toEqual(before);
  });
});

describe('the clocks change', () => {
  const timeZone = 'Europe/Berlin';
  it.each([
    ['spring', Date.UTC(2026, 2, 28, 12), Date.UTC(2026, 2, 29, 16)],
    ['autumn', Date.UTC(2026, 9, 24, 12), Date.UTC(2026, 9, 25, 17)],
  ])('in %s: six in the evening is six in the evening', (_, from, startAt) => {
    const h = coreHarness();
    h.clock.set(from);
    const understood = understandTime('tomorrow at 18:00', { now: from, timeZone, locale: 'en' });
    expect(understood).toEqual({ at: startAt });
    const id = h.ama({ startAt, endAt: startAt + HOUR });
    expect(h.dueAt(amaJobs.start)).toBe(startAt);
    expect(h.dueAt(amaJobs.remind)).toBe(startAt - REMIND_BEFORE);
    expect(h.write(() => h.work.startDue(id, startAt - 1)).kind).toBe('later');
    expect(h.write(() => h.work.startDue(id, startAt)).kind).toBe('done');
  });
});

describe('changing an AMA', () => {
  const edit = (h: ReturnType<typeof coreHarness>, amaId: number, spec: object, actor = host): number => {
    const draft = h.write(() =>
      h.service.draftOf({ ...h.by(actor), amaId, interactionId: h.nextInteraction() }),
    );
    h.write(() => h.service.changeDraft({ ...h.by(actor), draftId: draft.id, spec }));
    h.publish(draft.id, actor);
    return draft.id;
  };

  it('moves start, end and reminders, and who was reminded is reminded again', () => {
    const h = coreHarness();
    const id = h.ama();
    h.remind(id, member(1));
    h.reminders.markSent(id, member(1).userId);
    expect(h.reminders.due(id, 5)).toEqual([]);
    const startAt = h.clock.now() + 3 * DAY;
    edit(h, id, { startAt, endAt: startAt + HOUR });
    expect(h.state(id)).toMatchObject({ startAt, endAt: startAt + HOUR, status: 'scheduled' });
    expect(h.dueAt(amaJobs.start)).toBe(startAt);
    expect(h.dueAt(amaJobs.end)).toBe(startAt + HOUR);
    expect(h.dueAt(amaJobs.remind)).toBe(startAt - REMIND_BEFORE);
    expect(h.reminders.due(id, 5)).toEqual([member(1).userId]);
    expect(h.kinds(id)).toEqual(['created', 'edited']);
  });

  it('while it runs moves the end, and the start is what it was', () => {
    const h = coreHarness();
    const id = h.live();
    const { startAt, endAt } = h.state(id);
    edit(h, id, { startAt: startAt + DAY, endAt: endAt + HOUR });
    expect(h.state(id)).toMatchObject({ startAt, endAt: endAt + HOUR, status: 'live' });
    expect(h.jobs(amaJobs.start)).toEqual([]);
    expect(h.dueAt(amaJobs.end)).toBe(endAt + HOUR);
  });

  it('changes it once, however often the change is published', () => {
    const h = coreHarness();
    const id = h.ama();
    const draftId = edit(h, id, { title: 'Ask our founder' });
    const before = h.everything();
    expect(h.publish(draftId)).toMatchObject({ first: false, ama: { title: 'Ask our founder' } });
    expect(refusalOf(() => h.service.changeDraft({ ...h.by(host), draftId, spec: {} })).code).toBe(
      'draft-gone',
    );
    expect(h.everything()).toEqual(before);
  });

  it('to another channel begins anew there', () => {
    const h = coreHarness();
    const id = h.ama();
    h.amas.savePlaces(id, { messageId: '1', threadId: '2', panelMessageId: '3' });
    edit(h, id, { description: 'New' });
    expect(h.state(id)).toMatchObject({ messageId: '1', threadId: '2', panelMessageId: '3' });
    edit(h, id, { channelId: '810000000000000009' });
    expect(h.state(id)).toMatchObject({ messageId: undefined, threadId: undefined, panelMessageId: '3' });
    edit(h, id, { staffChannelId: CHANNEL });
    expect(h.state(id).panelMessageId).toBeUndefined();
  });

  it('to another channel in the show: nothing leads to an old answer by way of the new thread', () => {
    const h = coreHarness();
    const id = h.live({ queue: 'open' });
    h.amas.savePlaces(id, { messageId: '70', threadId: '70' });
    const questionId = h.asked(id, member(1));
    h.write(() => h.service.answer({ ...h.by(host), questionId, kind: 'written', text: 'Because.' }));
    h.write(() => h.work.answerPosted(questionId, '77', h.clock.now()));
    edit(h, id, { title: 'Ask our barista' });
    expect(h.question(questionId).answer?.messageId).toBe('77');
    edit(h, id, { channelId: '810000000000000009' });
    expect(h.state(id).threadId).toBeUndefined();
    expect(h.question(questionId)).toMatchObject({ status: 'answered', supports: 0 });
    expect(h.question(questionId).answer).toMatchObject({ text: 'Because.', messageId: undefined });
  });

  it('is for its host and staff, and not for what is over', () => {
    const h = coreHarness();
    const id = h.ama();
    const draftOf = (actor: typeof host) => () =>
      h.write(() => h.service.draftOf({ ...h.by(actor), amaId: id, interactionId: h.nextInteraction() }));
    expect(refusalOf(draftOf(member(801))).code).toBe('may-not-moderate');
    const { id: draftId } = draftOf(staff())();
    h.cancel(id);
    const before = h.everything();
    expect(refusalOf(draftOf(host)).code).toBe('cancelled');
    expect(refusalOf(() => h.publish(draftId, staff())).code).toBe('cancelled');
    expect(h.everything()).toEqual(before);
  });
});
