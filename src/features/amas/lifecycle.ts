import type { AmaQueue } from './ama-queue.ts';
import type { AmaRepository, AmaStatusChange } from './ama-repository.ts';
import type { StoredAma } from './ama-row.ts';
import type { EventRepository } from './event-repository.ts';
import type { AmaEventKind } from './model.ts';
import { GRACE_MS, PARKED_MS, REMIND_BEFORE } from './ports.ts';
import type { QuestionRepository } from './question-repository.ts';
import { refuse } from './rules.ts';

export interface LifecycleParts {
  amas: AmaRepository;
  questions: QuestionRepository;
  events: EventRepository;
  queue: AmaQueue;
}

/** Who did it and when; without an actor it was the clock. */
export interface Act {
  /** UTC ms. */
  now: number;
  /** When it happened, if not now: a job may come late. */
  at?: number | undefined;
  actorId?: string | undefined;
}

export type Lifecycle = ReturnType<typeof createLifecycle>;

/** Between two messages to askers when many of them are told at once, so that Discord sees no flood. */
const NOTIFY_EVERY = 1_000;

/** The one way in which the status of an AMA changes, with all that comes with it. Writes. */
export function createLifecycle({ amas, questions, events, queue }: LifecycleParts) {
  const change = (stored: StoredAma, change: AmaStatusChange, kind: AmaEventKind | undefined, act: Act) => {
    const { id, status: from } = stored.ama;
    // Guarded by the store, too: whoever comes second in the same moment changes nothing.
    if (!amas.changeStatus(id, from, change)) refuse('amas.refusals.over');
    if (kind !== undefined) events.add({ amaId: id, at: act.now, kind, actorId: act.actorId });
    queue.refresh(stored, act.now);
    queue.put('event', id, act.now);
  };

  const reload = (stored: StoredAma): StoredAma => amas.find(stored.ama.id) ?? stored;

  /** Discord's event, start, end and reminders of an AMA that is to come, at its times. */
  const schedule = ({ ama: { id, startAt, endAt, status } }: StoredAma, now: number): void => {
    queue.put('event', id, now);
    queue.put('end', id, endAt);
    if (status !== 'scheduled') return;
    queue.put('start', id, startAt);
    queue.put('remind', id, Math.max(now, startAt - REMIND_BEFORE));
  };

  /** scheduled -> live. */
  const begin = (stored: StoredAma, act: Act): StoredAma => {
    const { id, startAt } = stored.ama;
    const at = act.at ?? act.now;
    change(stored, { to: 'live', at }, 'started', act);
    queue.cancel('start', id);
    // Earlier than planned: those who wanted to be there hear of it now.
    if (at < startAt - REMIND_BEFORE) queue.put('remind', id, act.now);
    return reload(stored);
  };

  /** scheduled or live -> closing: who is typing has until `graceUntil`. */
  const end = (stored: StoredAma, act: Act): StoredAma => {
    const { id } = stored.ama;
    const at = act.at ?? act.now;
    const graceUntil = at + GRACE_MS;
    change(stored, { to: 'closing', at, graceUntil }, 'closed', act);
    for (const kind of ['start', 'end', 'remind'] as const) queue.cancel(kind, id);
    queue.put('grace', id, graceUntil);
    return reload(stored);
  };

  /** closing -> closed: nobody's question vanishes, what waits is kept for later. */
  const finish = (stored: StoredAma, act: Act): StoredAma => {
    const { id, waiting } = stored.ama;
    change(stored, { to: 'closed', at: act.at ?? act.now }, undefined, act);
    const parked = questions.parkRest(id, act.now);
    amas.move(id, { waiting: -waiting });
    // One message for each of them, however many they asked.
    const asked = parked.flatMap((question) => [question, ...questions.mergedInto(question.id)]);
    const askers = new Map(
      asked.filter(({ notify }) => notify).map((question) => [question.askerId, question]),
    );
    [...askers.values()].forEach(({ id: questionId }, place) =>
      queue.notify({ questionId, what: 'parked' }, act.now + place * NOTIFY_EVERY),
    );
    queue.cancel('askButton', id);
    queue.put('transcript', id, act.now);
    queue.put('parked', id, act.now);
    queue.put('overdue', id, act.now + PARKED_MS);
    return reload(stored);
  };

  /** scheduled, live -> cancelled. What was asked stays readable. */
  const cancel = (stored: StoredAma, cancelReason: string, act: Act): StoredAma => {
    const { id } = stored.ama;
    change(stored, { to: 'cancelled', at: act.now, cancelReason }, 'cancelled', act);
    questions.takeOffAir(id, act.now);
    for (const kind of ['start', 'end', 'grace', 'remind', 'askButton'] as const) queue.cancel(kind, id);
    return reload(stored);
  };

  return { schedule, begin, end, finish, cancel };
}
