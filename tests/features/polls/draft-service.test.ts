import { describe, expect, it } from 'vitest';
import {
  CHANNEL,
  CREATOR,
  DAY,
  GUILD,
  HOUR,
  MINUTE,
  member,
  pollHarness,
  refusalOf,
  voter,
} from './harness.ts';

const creator = member(CREATOR);

describe('a draft', () => {
  it('keeps what was typed when it was not understood, and understands the correction', () => {
    const h = pollHarness();
    const typed = { question: 'Which beans?', options: 'Kenya', closes: 'soonish', quorum: 4 };
    const draft = h.draft(typed);
    expect(draft.input).toMatchObject(typed);
    expect(draft.spec).toBeUndefined();
    expect(draft.problems.map((problem) => problem.code)).toEqual([
      'polls.problems.options-too-few',
      'polls.problems.closes-not-understood',
    ]);
    const input = { options: 'Kenya\nPeru', closes: 'in 2 days' };
    const call = { ...h.by(creator), draftId: draft.id };
    const corrected = h.write(() => h.service.changeDraft({ ...call, locale: 'en', input }));
    expect(corrected.problems).toEqual([]);
    expect(corrected.spec).toMatchObject({
      question: 'Which beans?',
      quorum: 4,
      closesAt: h.clock.now() + 2 * DAY,
    });
    expect(h.service.findDraft(call)).toEqual(corrected);
  });

  it('reads times in the presser’s language and the server’s zone', () => {
    const h = pollHarness();
    const draft = h.write(() =>
      h.service.createDraft({
        ...h.by(creator),
        channelId: CHANNEL,
        interactionId: h.nextInteraction(),
        locale: 'de',
        input: { question: 'Welche Bohnen?', options: 'Kenia\nPeru', closes: 'morgen 18:00' },
      }),
    );
    expect(draft.problems).toEqual([]);
    expect(draft.spec?.closesAt).toBe(Date.UTC(2026, 2, 5, 17));
  });

  it('is begun once by an interaction that comes twice', () => {
    const h = pollHarness();
    const interactionId = h.nextInteraction();
    const create = () =>
      h.service.createDraft({ ...h.by(creator), channelId: CHANNEL, interactionId, locale: 'en', input: {} });
    expect(h.write(create).id).toBe(h.write(create).id);
  });

  it('belongs to its creator and server, and is gone once cancelled', () => {
    const h = pollHarness();
    const draftId = h.draft().id;
    expect(refusalOf(() => h.service.findDraft({ ...h.by(voter(1)), draftId })).code).toBe('not-your-draft');
    expect(refusalOf(() => h.service.findDraft({ ...h.by(creator), guildId: '1', draftId })).code).toBe(
      'draft-gone',
    );
    expect(refusalOf(() => h.service.findDraft({ ...h.by(creator), draftId: 1e99 })).code).toBe('draft-gone');
    expect(refusalOf(() => h.write(() => h.service.cancelDraft({ ...h.by(voter(1)), draftId }))).code).toBe(
      'not-your-draft',
    );
    h.write(() => h.service.cancelDraft({ ...h.by(creator), draftId }));
    h.write(() => h.service.cancelDraft({ ...h.by(creator), draftId }));
    expect(refusalOf(() => h.publishDraft(draftId)).code).toBe('draft-gone');
  });

  it('cannot be begun by who may not create polls', () => {
    const h = pollHarness();
    expect(refusalOf(() => h.draft({}, member('77', ['muted']))).code).toBe('may-not-create');
  });

  it('is deleted a day after its last change', () => {
    const h = pollHarness();
    const old = h.draft().id;
    h.clock.advance(HOUR);
    const newer = h.draft().id;
    h.clock.advance(DAY - HOUR + 1);
    expect(h.write(() => h.work.purgeDrafts(h.clock.now()))).toBe(1);
    expect(refusalOf(() => h.service.findDraft({ ...h.by(creator), draftId: old })).code).toBe('draft-gone');
    expect(h.service.findDraft({ ...h.by(creator), draftId: newer }).id).toBe(newer);
  });
});

describe('publishing', () => {
  it('makes the poll and its jobs once, however often it is pressed', () => {
    const h = pollHarness();
    const draft = h.draft();
    const first = h.publishDraft(draft.id);
    const second = h.publishDraft(draft.id);
    expect([first.first, second.first]).toEqual([true, false]);
    expect(second.poll).toEqual(first.poll);
    expect(first.poll).toMatchObject({
      guildId: GUILD,
      channelId: CHANNEL,
      creatorId: CREATOR,
      status: 'open',
    });
    const key = String(first.poll.id);
    expect(h.queued()).toEqual([
      { kind: 'poll.close', key, runAt: h.clock.now() + 3 * DAY },
      { kind: 'poll.post', key, runAt: h.clock.now() },
    ]);
  });

  it('waits for the start where one is set', () => {
    const h = pollHarness();
    const poll = h.publish({ opens: 'in 2 hours', closes: 'in 1 day' });
    const opensAt = h.clock.now() + 2 * HOUR;
    expect(h.state(poll)).toMatchObject({ phase: 'scheduled', poll: { opensAt, closesAt: opensAt + DAY } });
    expect(h.queued()).toContainEqual({ kind: 'poll.post', key: String(poll), runAt: opensAt });
  });

  it('opens at once when the start has passed since the preview', () => {
    const h = pollHarness();
    const draft = h.draft({ opens: 'in 2 hours' });
    h.clock.advance(3 * HOUR);
    expect(h.publishDraft(draft.id).poll).toMatchObject({ status: 'open', opensAt: undefined });
  });

  it('is refused while something has to be corrected, and when the closing time has come too near', () => {
    const h = pollHarness();
    expect(refusalOf(() => h.publishDraft(h.draft({ question: '' }).id)).code).toBe('draft-incomplete');
    const draft = h.draft({ closes: 'in 1 hour' });
    h.clock.advance(HOUR - MINUTE + 1);
    expect(refusalOf(() => h.publishDraft(draft.id)).code).toBe('draft-too-late');
    expect(h.queued()).toEqual([]);
  });

  it('gives each sealed poll its own key', () => {
    const h = pollHarness();
    const keys = [1, 2].map(() => h.repositories.polls.find(h.publish({ privacy: 'sealed' }))?.sealKey);
    expect(keys[0]).toHaveLength(32);
    expect(keys[0]).not.toEqual(keys[1]);
    expect(h.repositories.polls.find(h.publish())?.sealKey).toBeUndefined();
  });
});
