import { describe, expect, it } from 'vitest';
import { RENEW_MS, RENEW_NEW_MS, REPEAT_MS, WITHDRAW_MS } from '../../../src/features/shoutouts/ports.ts';
import { UserError } from '../../../src/shared/user-error.ts';
import { actor, DAY, GUILD, HOUR, person, seen, shoutoutHarness, staff } from './harness.ts';

/** What a refusal says. */
function refusal(act: () => unknown): { code: string; params: object } {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) {
      return { code: error.code.replace('shoutouts.refusals.', ''), params: error.params };
    }
    throw error;
  }
  throw new Error('nothing was refused');
}

const values = ['Kindness', 'Craft'].map((name) => ({ key: '', name, emoji: '', description: '' }));

describe('giving a shout-out', () => {
  it('keeps who thanked whom for what, and posts its card once', () => {
    const h = shoutoutHarness({ settings: { values } });
    const source = { channelId: '7', messageId: '8' };
    const { shoutout, budget } = h.thank(1, [3, 2], { value: 'v2', reason: ' You fixed my  bike ', source });
    expect(shoutout).toMatchObject({ giverId: person(1), receiverIds: [person(3), person(2)], value: 'v2' });
    expect(shoutout).toMatchObject({ source, status: 'given', messageId: undefined });
    expect(budget).toMatchObject({ left: 3, of: 5 });
    expect(h.jobs('shoutout.card')).toEqual([String(shoutout.id)]);
  });

  it('finds the same one when it is delivered again', () => {
    const h = shoutoutHarness();
    const spec = {
      receivers: [seen(2)],
      value: undefined,
      reason: 'For the lovely cake',
      source: undefined,
    };
    const call = { ...h.by(actor(1)), interactionId: h.nextInteraction(), giver: seen(1), spec };
    const first = h.write(() => h.service.give(call));
    const before = h.everything();
    expect(h.write(() => h.service.give(call))).toMatchObject({ kind: 'given', first: false });
    expect(first).toMatchObject({ kind: 'given', first: true });
    expect(h.everything()).toEqual(before);
  });

  it('refuses what is not honest or says nothing, all receivers or none, and keeps nothing of it', () => {
    const h = shoutoutHarness({ settings: { values } });
    const before = h.everything();
    const tries: [string, () => unknown][] = [
      ['yourself', () => h.give(1, [2, 1], { value: 'v1' })],
      ['bot', () => h.give(1, [2, seen(3, { bot: true })], { value: 'v1' })],
      ['not-a-member', () => h.give(1, [seen(3, { member: false })], { value: 'v1' })],
      ['nobody', () => h.give(1, [], { value: 'v1' })],
      ['too-many', () => h.give(1, [2, 3, 4, 5], { value: 'v1' })],
      ['reason-too-short', () => h.give(1, [2], { value: 'v1', reason: 'thanks' })],
      ['reason-too-short', () => h.give(1, [2], { value: 'v1', reason: 'Thanks thanks THANKS !!! 🎉' })],
      ['reason-too-long', () => h.give(1, [2], { value: 'v1', reason: 'so very kind '.repeat(60) })],
      ['value-missing', () => h.give(1, [2])],
      ['value-unknown', () => h.give(1, [2], { value: 'v9' })],
    ];
    for (const [code, act] of tries) expect(refusal(act).code).toBe(code);
    expect(h.everything()).toEqual(before);
  });

  it('is not possible before there is a channel', () => {
    const h = shoutoutHarness({ settings: { channelId: undefined } });
    expect(refusal(() => h.give(1, [2])).code).toBe('not-set-up');
    expect(refusal(() => h.service.mayGive(h.by(actor(1)))).code).toBe('not-set-up');
  });
});

describe('the budget', () => {
  it('is used per receiver; a unit is there again after a week, after three days for thanking somebody new', () => {
    const h = shoutoutHarness({ settings: { budget: 2, pairDays: 0 } });
    const began = h.clock.now();
    h.thank(1, [2]);
    h.thank(1, [2]);
    expect(h.story(1).budget).toEqual({ left: 0, of: 2, nextAt: began + RENEW_NEW_MS });
    const before = h.everything();
    expect(refusal(() => h.give(1, [3]))).toEqual({
      code: 'budget',
      params: { left: 0, wanted: 1, at: began + RENEW_NEW_MS },
    });
    expect(refusal(() => h.service.mayGive(h.by(actor(1)))).code).toBe('budget');
    expect(h.everything()).toEqual(before);
    h.clock.set(began + RENEW_NEW_MS);
    expect(h.story(1).budget).toEqual({ left: 1, of: 2, nextAt: began + RENEW_MS });
    expect(refusal(() => h.give(1, [3, 4])).params).toEqual({ left: 1, wanted: 2, at: began + RENEW_MS });
    h.thank(1, [3]);
    h.clock.set(began + 2 * RENEW_NEW_MS);
    expect(h.story(1).budget).toEqual({ left: 1, of: 2, nextAt: began + RENEW_MS });
    h.clock.set(began + RENEW_MS);
    expect(h.story(1).budget).toEqual({ left: 2, of: 2, nextAt: undefined });
  });

  it('comes back with a shout-out that is withdrawn', () => {
    const h = shoutoutHarness({ settings: { budget: 2 } });
    const { shoutout } = h.thank(1, [2, 3]);
    expect(h.story(1).budget.left).toBe(0);
    h.withdraw(1, shoutout.id);
    expect(h.story(1).budget).toEqual({ left: 2, of: 2, nextAt: undefined });
    expect(h.thank(1, [2]).shoutout.status).toBe('given');
  });
});

describe('pauses', () => {
  it('lie between two shout-outs for the same person', () => {
    const h = shoutoutHarness();
    const began = h.clock.now();
    h.thank(1, [2]);
    h.clock.set(began + 7 * DAY - 1);
    expect(refusal(() => h.give(1, [3, 2]))).toEqual({
      code: 'pair',
      params: { user: person(2), at: began + 7 * DAY },
    });
    h.clock.set(began + 7 * DAY);
    h.thank(1, [2]);
  });

  it('lie before thanking back, and none where that shout-out does not count any more', () => {
    const h = shoutoutHarness();
    const began = h.clock.now();
    const { shoutout } = h.thank(1, [2]);
    expect(refusal(() => h.give(2, [1]))).toEqual({
      code: 'back',
      params: { user: person(1), at: began + 24 * HOUR },
    });
    h.void(shoutout.id);
    h.thank(2, [1]);
  });
});

describe('the same words again', () => {
  const reason = 'You are the best!';
  it('ask first, and are given when that is confirmed, once', () => {
    const h = shoutoutHarness();
    const first = h.thank(1, [2], { reason });
    const asked = h.give(1, [3], { reason: 'you are  THE best' });
    if (asked.kind !== 'asks-first') throw new Error('it did not ask');
    expect(asked.before.id).toBe(first.shoutout.id);
    expect(h.board().shoutouts).toBe(1);
    const call = { draftId: asked.draftId, interactionId: h.nextInteraction() };
    const stranger = h.by(actor(2));
    expect(refusal(() => h.write(() => h.service.confirm({ ...stranger, ...call }))).code).toBe('draft-gone');
    const confirm = () => h.write(() => h.service.confirm({ ...h.by(actor(1)), ...call }));
    const given = confirm();
    expect(given).toMatchObject({ first: true, shoutout: { receiverIds: [person(3)] } });
    const before = h.everything();
    expect(confirm()).toMatchObject({ first: false, shoutout: { id: given.shoutout.id } });
    expect(h.everything()).toEqual(before);
    expect(h.board().shoutouts).toBe(2);
  });

  it('do not ask others, nor after 90 days, nor where the first was taken back', () => {
    const h = shoutoutHarness();
    h.thank(1, [2], { reason });
    expect(h.give(4, [2], { reason }).kind).toBe('given');
    h.clock.advance(REPEAT_MS);
    const { shoutout } = h.thank(1, [2], { reason });
    h.withdraw(1, shoutout.id);
    expect(h.give(1, [2], { reason }).kind).toBe('given');
  });

  it('are dropped on wish', () => {
    const h = shoutoutHarness();
    h.thank(1, [2], { reason });
    const asked = h.give(1, [3], { reason });
    if (asked.kind !== 'asks-first') throw new Error('it did not ask');
    const call = { ...h.by(actor(1)), draftId: asked.draftId, interactionId: h.nextInteraction() };
    h.write(() => h.service.dropDraft(call));
    expect(refusal(() => h.service.confirm(call)).code).toBe('draft-gone');
  });
});

describe('taking a shout-out back', () => {
  it('is the giver’s for ten minutes, changes nothing a second time, and takes the card down', () => {
    const h = shoutoutHarness();
    const { shoutout } = h.thank(1, [2]);
    h.clock.advance(WITHDRAW_MS);
    expect(refusal(() => h.withdraw(2, shoutout.id)).code).toBe('not-yours');
    expect(h.withdraw(1, shoutout.id).status).toBe('withdrawn');
    expect(h.jobs('shoutout.card')).toEqual([]);
    expect(h.jobs('shoutout.take-down')).toEqual([String(shoutout.id)]);
    const before = h.everything();
    h.clock.advance(DAY);
    expect(h.withdraw(1, shoutout.id).status).toBe('withdrawn');
    expect(refusal(() => h.void(shoutout.id)).code).toBe('not-given');
    expect(h.everything()).toEqual(before);
    const late = h.thank(1, [3]).shoutout;
    h.clock.advance(WITHDRAW_MS + 1);
    expect(refusal(() => h.withdraw(1, late.id))).toEqual({ code: 'too-late', params: { minutes: 10 } });
    expect(h.board().shoutouts).toBe(1);
  });

  it('is for staff at any time with a reason, which stands in the trail', () => {
    const h = shoutoutHarness();
    const { shoutout } = h.thank(1, [2]);
    h.clock.advance(30 * DAY);
    expect(refusal(() => h.void(shoutout.id, '  ')).code).toBe('reason-missing');
    const call = { ...h.by(actor(1)), shoutoutId: shoutout.id, reason: 'x' };
    expect(refusal(() => h.service.void(call)).code).toBe('staff-only');
    expect(refusal(() => h.service.void({ ...call, ...h.by(staff), guildId: '1' })).code).toBe('not-found');
    expect(h.void(shoutout.id, 'A joke')).toMatchObject({ status: 'void', voidReason: 'A joke' });
    const [line] = h.service.log({ ...h.by(staff), page: 0 }).rows;
    expect(line?.trail).toMatchObject([
      { kind: 'given', actorId: person(1) },
      { kind: 'void', actorId: staff.userId, reason: 'A joke' },
    ]);
    expect(h.service.receivedBy(GUILD, person(2))).toBe(0);
  });

  it('happens by itself when the message that it is for is deleted; a deleted card is only forgotten', () => {
    const h = shoutoutHarness();
    const { shoutout } = h.thank(1, [2], { source: { channelId: '7', messageId: '71' } });
    const other = h.thank(1, [3]).shoutout;
    h.work.posted(other.id, { channelId: '6', messageId: '61' });
    h.messageGone('71');
    h.messageGone('61');
    expect(h.work.find(shoutout.id)?.status).toBe('lost');
    expect(h.work.find(other.id)).toMatchObject({ status: 'given', messageId: undefined });
    expect(h.board()).toMatchObject({ shoutouts: 1, people: 1 });
  });
});
