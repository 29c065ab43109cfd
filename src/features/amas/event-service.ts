import { UserError } from '../../shared/user-error.ts';
import type { AmaQueue } from './ama-queue.ts';
import type { AmaRepository } from './ama-repository.ts';
import type { StoredAma } from './ama-row.ts';
import type { EventRepository } from './event-repository.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Ama, AmaEventKind } from './model.ts';
import type { AmaService } from './ports.ts';
import type { ReminderRepository } from './reminder-repository.ts';
import { checkTimes, isOver, seconds } from './rules.ts';

export interface EventServiceParts {
  amas: AmaRepository;
  events: EventRepository;
  reminders: ReminderRepository;
  queue: AmaQueue;
  lifecycle: Lifecycle;
}

/** So long after a change Discord may still repeat what Hearth had told it before. */
const ECHO_MS = 60_000;

interface Times {
  startAt: number;
  endAt: number | undefined;
}

/** What people do by hand with Discord's scheduled event and with the stage. */
export function createEventService(
  parts: EventServiceParts,
): Pick<AmaService, 'eventChanged' | 'stageClosed'> {
  const { amas, events, reminders, queue, lifecycle } = parts;

  const note = (
    { id: amaId }: Ama,
    kind: AmaEventKind,
    now: number,
    detail?: Record<string, string | number>,
  ) => {
    const eventId = events.add({ amaId, at: now, kind, detail });
    queue.staffNote({ amaId, eventId }, now);
  };

  const lose = ({ ama }: StoredAma, how: string, now: number): void => {
    amas.savePlaces(ama.id, { eventId: undefined });
    // Its own end takes the event away, too.
    if (!isOver(ama, now)) note(ama, 'event-lost', now, { how });
  };

  /** The times that the AMA gets if it follows its event; undefined: it cannot. */
  const following = (ama: Ama, { startAt, endAt }: Times, now: number): Ama | undefined => {
    const begun = ama.status === 'live';
    const moved = begun ? 0 : startAt - ama.startAt;
    // A stage event has no end: it takes as long as before.
    const times = { startAt: ama.startAt + moved, endAt: endAt ?? ama.endAt + moved };
    try {
      checkTimes(times, now, { begun });
    } catch (error) {
      if (error instanceof UserError) return undefined;
      throw error;
    }
    return { ...ama, ...times };
  };

  /** Of an edit that was overtaken by the next one: nobody moved anything by hand. */
  const isEcho = ({ id }: Ama, { startAt, endAt }: Times, now: number): boolean =>
    events.since(id, 'edited', now - ECHO_MS).some(({ detail: before }) => {
      const sameEnd = endAt === undefined || isSecond(before['endAt'], endAt);
      return isSecond(before['startAt'], startAt) && sameEnd;
    });

  const follow = (stored: StoredAma, times: Times, now: number): void => {
    const { ama } = stored;
    const begun = ama.status === 'live';
    const same =
      (begun || seconds(times.startAt) === seconds(ama.startAt)) &&
      (times.endAt === undefined || seconds(times.endAt) === seconds(ama.endAt));
    if (same || isOver(ama, now)) return;
    if (isEcho(ama, times, now)) {
      // Should somebody have put it back by hand at that moment, it follows the AMA.
      queue.put('event', ama.id, now);
      return;
    }
    const next = following(ama, times, now);
    note(ama, 'event-changed', now, { startAt: times.startAt, taken: next ? 1 : 0 });
    if (!next) {
      // Then the event follows the AMA.
      queue.put('event', ama.id, now);
      return;
    }
    amas.saveSpec(ama.id, next);
    if (next.startAt !== ama.startAt) reminders.startAgain(ama.id);
    queue.refresh(stored, now);
    lifecycle.schedule({ ...stored, ama: next }, now);
  };

  return {
    eventChanged({ eventId, guildId, change, now }) {
      const stored = amas.findByEvent(eventId);
      if (stored?.ama.guildId !== guildId) return;
      if (typeof change === 'string') lose(stored, change, now);
      else follow(stored, change, now);
    },

    stageClosed({ guildId, stageId, now }) {
      for (const { ama } of amas.onStage(guildId, stageId)) {
        if (!isOver(ama, now)) note(ama, 'stage-closed', now);
      }
    },
  };
}

/** Discord keeps seconds. */
function isSecond(kept: string | number | undefined, at: number): boolean {
  return typeof kept === 'number' && seconds(kept) === seconds(at);
}
