import { isReplay } from '../../shared/replay.ts';
import { cleanLines } from '../../shared/text.ts';
import type { Access } from './access.ts';
import type { AmaQueue } from './ama-queue.ts';
import type { Lifecycle } from './lifecycle.ts';
import { amaLimits } from './model.ts';
import { type AmaService, REMIND_BEFORE } from './ports.ts';
import type { ReminderRepository } from './reminder-repository.ts';
import { isOver, refuse } from './rules.ts';

export interface SteerServiceParts {
  reminders: ReminderRepository;
  queue: AmaQueue;
  access: Access;
  lifecycle: Lifecycle;
}

/** Starting, ending and calling off by hand, and who is reminded. A second time changes nothing. */
export function createSteerService(
  parts: SteerServiceParts,
): Pick<AmaService, 'cancel' | 'start' | 'close' | 'toggleReminder'> {
  const { reminders, queue, access, lifecycle } = parts;

  return {
    cancel(call) {
      const { now, actor } = call;
      const stored = access.loadToModerate(call);
      const { status } = stored.ama;
      if (status === 'cancelled') return stored.ama;
      if (status === 'closing' || status === 'closed') refuse('amas.refusals.over');
      const reason = cleanLines(call.reason, amaLimits.reason);
      return lifecycle.cancel(stored, reason, { now, actorId: actor.userId }).ama;
    },

    start(call) {
      const { now, actor } = call;
      const stored = access.loadToRun(call);
      const { status } = stored.ama;
      if (status === 'live') return stored.ama;
      if (status === 'cancelled') refuse('amas.refusals.cancelled');
      if (isOver(stored.ama, now)) refuse('amas.refusals.over');
      return lifecycle.begin(stored, { now, actorId: actor.userId }).ama;
    },

    close(call) {
      const { now, actor } = call;
      const stored = access.loadToModerate(call);
      const { status } = stored.ama;
      if (status === 'closing' || status === 'closed') return stored.ama;
      if (status === 'cancelled') refuse('amas.refusals.cancelled');
      if (status === 'scheduled') refuse('amas.refusals.not-live');
      return lifecycle.end(stored, { now, actorId: actor.userId }).ama;
    },

    toggleReminder(call) {
      const { amaId, actor, interactionId, now } = call;
      const { userId } = actor;
      const { ama } = access.load(call);
      const before = reminders.standing(amaId, userId);
      if (before && isReplay(interactionId, before.interactionId)) return { ama, on: before.on };
      if (ama.status === 'cancelled') refuse('amas.refusals.cancelled');
      if (isOver(ama, now)) refuse('amas.refusals.over');
      if (ama.status !== 'scheduled' || now >= ama.startAt) refuse('amas.refusals.already-begun');
      const on = !before?.on;
      reminders.save({ amaId, userId, interactionId, now }, on);
      // The others may have been reminded already.
      if (on) queue.put('remind', amaId, Math.max(now, ama.startAt - REMIND_BEFORE));
      return { ama, on };
    },
  };
}
