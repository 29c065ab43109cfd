import { describe, expect, it } from 'vitest';
import { amaJobs } from '../../../src/features/amas/ports.ts';
import {
  CHANNEL,
  coreHarness,
  DAY,
  ELSEWHERE,
  GUILD,
  HOUR,
  host,
  member,
  STAFF_CHANNEL,
  STAGE,
} from './core-harness.ts';

const EVENT = '42';

/** An AMA whose event stands at Discord. */
function withEvent(given: Parameters<ReturnType<typeof coreHarness>['ama']>[0] = {}) {
  const h = coreHarness();
  const id = h.ama(given);
  h.amas.savePlaces(id, { eventId: EVENT });
  return { h, id };
}

describe('the event at Discord', () => {
  it('moved by hand moves the AMA and its jobs, and staff hears of it', () => {
    const { h, id } = withEvent();
    const startAt = h.state(id).startAt + DAY;
    h.eventChanged({ startAt, endAt: startAt + 2 * HOUR });
    expect(h.state(id)).toMatchObject({ startAt, endAt: startAt + 2 * HOUR });
    expect(h.dueAt(amaJobs.start)).toBe(startAt);
    expect(h.dueAt(amaJobs.end)).toBe(startAt + 2 * HOUR);
    expect(h.kinds(id)).toEqual(['created', 'event-changed']);
    expect(h.jobs(amaJobs.staffNote)).toHaveLength(1);
  });

  it('on a stage has no end: it takes as long as before', () => {
    const { h, id } = withEvent({ stageId: STAGE });
    const startAt = h.state(id).startAt + DAY;
    h.eventChanged({ startAt, endAt: undefined });
    expect(h.state(id)).toMatchObject({ startAt, endAt: startAt + HOUR });
  });

  it('moved to where it cannot be is put back', () => {
    const { h, id } = withEvent();
    const before = h.state(id);
    h.eventChanged({ startAt: h.clock.now() - HOUR, endAt: h.clock.now() + HOUR });
    expect(h.state(id)).toMatchObject({ startAt: before.startAt, endAt: before.endAt });
    expect(h.dueAt(amaJobs.event)).toBe(h.clock.now());
    expect(h.kinds(id)).toEqual(['created', 'event-changed']);
  });

  it('tells nothing new where the bot itself has moved it', () => {
    const { h, id } = withEvent();
    const { startAt, endAt } = h.state(id);
    const before = h.everything();
    h.eventChanged({ startAt: startAt - (startAt % 1_000), endAt });
    expect(h.everything()).toEqual(before);
  });

  it('edited twice within seconds is not undone by what Discord repeats of the first edit', () => {
    const { h, id } = withEvent();
    const times = ({ startAt, endAt }: { startAt: number; endAt: number }) => ({
      startAt: startAt - (startAt % 1_000),
      endAt: endAt - (endAt % 1_000),
    });
    const edit = (by: number) => {
      const { startAt, endAt } = h.state(id);
      const interactionId = h.nextInteraction();
      const { id: draftId } = h.write(() => h.service.draftOf({ ...h.by(host), amaId: id, interactionId }));
      const spec = { startAt: startAt + by, endAt: endAt + by };
      h.write(() => h.service.changeDraft({ ...h.by(host), draftId, spec }));
      return h.publish(draftId).ama;
    };
    const first = edit(HOUR);
    h.clock.set(h.clock.now() + 3_000);
    const second = edit(HOUR);
    h.clock.set(h.clock.now() + 2_000);
    h.eventChanged(times(first));
    expect(h.state(id)).toMatchObject({ startAt: second.startAt, endAt: second.endAt });
    expect(h.jobs(amaJobs.staffNote)).toEqual([]);
    // The event is looked at once more.
    expect(h.dueAt(amaJobs.event)).toBe(h.clock.now());
    h.eventChanged(times(second));
    expect(h.kinds(id)).toEqual(['created', 'edited', 'edited']);
    // Later it was somebody's hand.
    h.clock.set(h.clock.now() + HOUR / 2);
    h.eventChanged(times(first));
    expect(h.state(id)).toMatchObject(times(first));
    expect(h.jobs(amaJobs.staffNote)).toHaveLength(1);
  });

  it('while it runs only the end can move', () => {
    const h = coreHarness();
    const id = h.live();
    h.amas.savePlaces(id, { eventId: EVENT });
    const { startAt, endAt } = h.state(id);
    h.eventChanged({ startAt: startAt + DAY, endAt: endAt + HOUR });
    expect(h.state(id)).toMatchObject({ status: 'live', startAt, endAt: endAt + HOUR });
  });

  it.each(['deleted', 'cancelled', 'ended'] as const)('%s by hand: the AMA goes on without it', (how) => {
    const { h, id } = withEvent();
    h.eventChanged(how);
    expect(h.state(id)).toMatchObject({ status: 'scheduled', eventId: undefined });
    expect(h.kinds(id)).toEqual(['created', 'event-lost']);
    expect(h.jobs(amaJobs.staffNote)).toHaveLength(1);
    const before = h.everything();
    h.eventChanged(how);
    expect(h.everything()).toEqual(before);
  });

  it('ends with the AMA without a word', () => {
    const { h, id } = withEvent();
    h.cancel(id);
    h.eventChanged('cancelled');
    expect(h.kinds(id)).toEqual(['created', 'cancelled']);
  });

  it('of another server moves nothing', () => {
    const { h } = withEvent();
    const before = h.everything();
    const change = 'deleted' as const;
    h.service.eventChanged({ eventId: EVENT, guildId: ELSEWHERE, change, now: h.clock.now() });
    h.eventChanged('deleted', '43');
    expect(h.everything()).toEqual(before);
  });
});

describe('the stage', () => {
  it('closed early is told, and ends nothing by itself', () => {
    const h = coreHarness();
    const id = h.live({ stageId: STAGE });
    const close = (guildId = GUILD) =>
      h.write(() => h.service.stageClosed({ guildId, stageId: STAGE, now: h.clock.now() }));
    close(ELSEWHERE);
    expect(h.kinds(id)).toEqual(['created', 'started']);
    close();
    expect(h.state(id).status).toBe('live');
    expect(h.kinds(id)).toEqual(['created', 'started', 'stage-closed']);
    h.finished(id);
    const before = h.everything();
    close();
    expect(h.everything()).toEqual(before);
  });
});

describe('what is deleted', () => {
  const places = {
    messageId: '1',
    // As Discord names a thread that was started from a message.
    threadId: '1',
    askMessageId: '3',
    airMessageId: '4',
    panelMessageId: '5',
    queueMessageId: '6',
  };
  const placed = () => {
    const h = coreHarness();
    const id = h.ama();
    h.amas.savePlaces(id, places);
    h.amas.settleRefresh(id, h.amas.find(id)?.version ?? 0);
    h.database.sqlite.exec(`DELETE FROM jobs WHERE kind = '${amaJobs.places}'`);
    return { h, id };
  };

  it.each([
    ['announcement', 'messageId', true],
    ['thread', 'threadId', true],
    ['panel', 'panelMessageId', false],
    ['queue', 'queueMessageId', false],
    ['card on air', 'airMessageId', false],
  ] as const)('%s: it comes back, and the others stay', (_, place, told) => {
    const { h, id } = placed();
    h.forget(place === 'threadId' ? { channelId: places.threadId } : { messageId: places[place] });
    expect(h.state(id)).toMatchObject({ ...places, [place]: undefined });
    expect(h.jobs(amaJobs.places)).toHaveLength(1);
    expect(h.jobs(amaJobs.refresh)).toHaveLength(1);
    expect(h.jobs(amaJobs.staffNote)).toHaveLength(told ? 1 : 0);
  });

  it('the Ask button below: the announcement still has one', () => {
    const { h, id } = placed();
    h.forget({ messageId: places.askMessageId });
    expect(h.state(id)).toMatchObject({ ...places, askMessageId: undefined });
    expect(h.jobs(amaJobs.places)).toEqual([]);
  });

  it('the channel: questions stay, and staff is asked where it goes on', () => {
    const { h, id } = placed();
    h.ask(id, member(1));
    h.forget({ channelId: CHANNEL });
    expect(h.state(id)).toMatchObject({
      status: 'scheduled',
      questions: 1,
      messageId: undefined,
      threadId: undefined,
      panelMessageId: '5',
    });
    expect(h.kinds(id)).toEqual(['created', 'lost']);
    expect(h.jobs(amaJobs.staffNote)).toHaveLength(1);
    h.forget({ channelId: STAFF_CHANNEL });
    expect(h.state(id)).toMatchObject({ panelMessageId: undefined, queueMessageId: undefined });
  });

  it('something else changes nothing', () => {
    const { h } = placed();
    const before = h.everything();
    h.forget({ messageId: '99' });
    h.forget({ channelId: '99' });
    expect(h.everything()).toEqual(before);
  });

  it('two AMAs in one channel lose their own', () => {
    const { h, id } = placed();
    const other = h.ama({ title: 'Other' });
    h.amas.savePlaces(other, { messageId: '21' });
    h.forget({ messageId: '21' });
    expect(h.state(id).messageId).toBe('1');
    expect(h.state(other).messageId).toBeUndefined();
  });
});
