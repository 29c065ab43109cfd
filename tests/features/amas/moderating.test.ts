import { describe, expect, it } from 'vitest';
import type { declineReasons } from '../../../src/features/amas/model.ts';
import { admin, coreHarness, ELSEWHERE, guest, host, member, refusalOf, staff } from './core-harness.ts';

function waiting() {
  const h = coreHarness();
  const amaId = h.live();
  const ask = (number: number, anonymous = false) => h.ask(amaId, member(number), { anonymous }).question.id;
  const decline = (questionId: number, actor = host) =>
    h.write(() =>
      h.service.decline({ ...h.by(actor), questionId, reason: 'off-topic', words: ' Ask in #coffee ' }),
    );
  const block = (questionId: number, actor = host) =>
    h.write(() => h.service.blockAsker({ ...h.by(actor), questionId }));
  const unblock = (questionId: number, actor = host) =>
    h.write(() => h.service.unblockAsker({ ...h.by(actor), questionId }));
  const isBlocked = (questionId: number, actor = host) =>
    h.service.isAskerBlocked({ ...h.by(actor), questionId });
  const reveal = (questionId: number, actor = admin) =>
    h.write(() => h.service.revealAsker({ ...h.by(actor), questionId }));
  return { h, amaId, ask, decline, block, unblock, isBlocked, reveal };
}

describe('declining', () => {
  it('counts its reason, keeps the words and tells the asker', () => {
    const { h, amaId, ask, decline } = waiting();
    const id = ask(1);
    expect(h.state(amaId).waiting).toBe(1);
    expect(decline(id)).toMatchObject({
      status: 'declined',
      declined: { reason: 'off-topic', words: 'Ask in #coffee' },
    });
    expect(h.state(amaId)).toMatchObject({ waiting: 0, questions: 1 });
    expect(h.jobs('ama.notify').map(({ key }) => key)).toEqual([`${id}:declined`]);
  });

  it('tells everybody who asked it, too', () => {
    const { h, ask, decline } = waiting();
    const [a, b] = [ask(1), ask(2)];
    h.write(() => h.service.merge({ ...h.by(guest), sourceId: a, targetId: b }));
    decline(b);
    expect(h.jobs('ama.notify').map(({ key }) => key)).toEqual([`${a}:declined`, `${b}:declined`]);
  });

  it('is not for guests, not for what is on air, and not without one of the reasons', () => {
    const { h, ask, decline } = waiting();
    const id = ask(1);
    h.write(() => h.service.approve({ ...h.by(host), questionId: id }));
    h.write(() => h.service.putOnAir({ ...h.by(guest), questionId: id }));
    const before = h.everything();
    expect(refusalOf(() => decline(id, guest)).code).toBe('may-not-moderate');
    expect(refusalOf(() => decline(id))).toEqual({
      code: 'wrong-status',
      params: { from: 'on-air', to: 'declined' },
    });
    const other = {
      ...h.by(host),
      questionId: id,
      words: '',
      reason: 'because' as (typeof declineReasons)[number],
    };
    h.write(() => h.service.takeOffAir({ ...h.by(host), questionId: id }));
    expect(refusalOf(() => h.write(() => h.service.decline(other))).code).toBe('reason-missing');
    expect(h.everything()['ama_blocks']).toEqual(before['ama_blocks']);
    expect(h.question(id).status).toBe('approved');
  });

  it('still works where the AMA was called off, since its questions stay readable', () => {
    const { h, amaId, ask, decline } = waiting();
    const id = ask(1);
    h.write(() => h.service.approve({ ...h.by(host), questionId: id }));
    h.cancel(amaId);
    expect(decline(id).status).toBe('declined');
  });
});

describe('an abusive asker without a name', () => {
  it('is blocked through the question: they cannot ask again, and nobody learns who it is', () => {
    const { h, amaId, ask, block, isBlocked } = waiting();
    const id = ask(1, true);
    expect(isBlocked(id)).toBe(false);
    block(id, staff());
    expect(isBlocked(id)).toBe(true);
    expect(refusalOf(() => ask(1)).code).toBe('blocked');
    expect(h.ask(amaId, member(2)).first).toBe(true);
    const shown = JSON.stringify([
      h.service.trail({ ...h.by(staff()), amaId }),
      h.work.queue(amaId)?.ama,
      h.service.exportCsv({ ...h.by(staff()), amaId, words: words() }),
    ]);
    expect(shown).toContain('asker-blocked');
    expect(shown).not.toContain(member(1).userId);
  });

  it('does not show as blocked on what they asked by name, which would tell whose the other one is', () => {
    const { ask, block, unblock, isBlocked } = waiting();
    const [named, unnamed] = [ask(1), ask(1, true)];
    block(unnamed);
    expect([named, unnamed].map((id) => isBlocked(id))).toEqual([false, true]);
    block(named);
    unblock(unnamed);
    expect([named, unnamed].map((id) => isBlocked(id))).toEqual([true, false]);
    expect(refusalOf(() => ask(1)).code).toBe('blocked');
    unblock(named);
    expect(ask(1)).toBeGreaterThan(unnamed);
  });

  it('is blocked and freed once, however often that is pressed', () => {
    const { h, amaId, ask, block, unblock } = waiting();
    const id = ask(1, true);
    for (const _ of [1, 2]) block(id);
    for (const _ of [1, 2]) unblock(id);
    expect(h.kinds(amaId).filter((kind) => kind.startsWith('asker-'))).toEqual([
      'asker-blocked',
      'asker-unblocked',
    ]);
  });

  it('is blocked by no guest and from no other server', () => {
    const { h, ask, block, isBlocked } = waiting();
    const id = ask(1, true);
    const before = h.everything();
    expect(refusalOf(() => block(id, guest)).code).toBe('may-not-moderate');
    expect(refusalOf(() => isBlocked(id, guest)).code).toBe('may-not-moderate');
    const call = { ...h.by(host, ELSEWHERE), questionId: id };
    expect(refusalOf(() => h.service.blockAsker(call)).code).toBe('question-not-found');
    expect(h.everything()).toEqual(before);
  });
});

describe('revealing who asked', () => {
  it('is for admins alone, is written down and told to staff, without the name', () => {
    const { h, amaId, ask, reveal } = waiting();
    const id = ask(1, true);
    const before = h.everything();
    for (const actor of [host, staff(), guest, member(1)]) {
      expect(refusalOf(() => reveal(id, actor)).code).toBe('may-not-reveal');
    }
    expect(h.everything()).toEqual(before);
    expect(reveal(id)).toBe(member(1).userId);
    const [entry] = h.service.trail({ ...h.by(host), amaId });
    expect(entry).toMatchObject({ kind: 'asker-revealed', questionId: id, actorId: admin.userId });
    expect(JSON.stringify(entry)).not.toContain(member(1).userId);
    expect(h.jobs('ama.staff-note').map(({ key }) => key)).toEqual([String(entry!.id)]);
  });
});

function words() {
  const names = [
    'number',
    'status',
    'question',
    'original',
    'tag',
    'asker',
    'anonymous',
    'supports',
    'alsoAsked',
    'askedAt',
    'answer',
    'answeredBy',
    'answeredAt',
    'declineReason',
  ] as const;
  return Object.fromEntries(names.map((name) => [name, name])) as Record<(typeof names)[number], string>;
}
