import type { AmaRepository } from './ama-repository.ts';
import type { DraftRepository } from './draft-repository.ts';
import type { ImageRepository } from './image-repository.ts';
import type { Lifecycle } from './lifecycle.ts';
import { type AmaWork, DRAFT_MS, type Due, GRACE_MS } from './ports.ts';

export interface DueServiceParts {
  amas: AmaRepository;
  drafts: DraftRepository;
  images: ImageRepository;
  lifecycle: Lifecycle;
}

/** Pictures of questions that are done are kept for so long: an answer may still be posted again. */
const IMAGES_MS = 7 * 86_400_000;

const nothing: Due = { kind: 'nothing' };

/**
 * What is due by the clock. A job may come late, or after it was done by hand: what happened has happened at its time,
 * and only once.
 */
export function createDueService({
  amas,
  drafts,
  images,
  lifecycle,
}: DueServiceParts): Pick<AmaWork, 'startDue' | 'endDue' | 'graceDue' | 'purge'> {
  return {
    startDue(amaId, now) {
      const stored = amas.find(amaId);
      if (stored?.ama.status !== 'scheduled') return nothing;
      const { startAt: at } = stored.ama;
      return now < at
        ? { kind: 'later', at }
        : { kind: 'done', ama: lifecycle.begin(stored, { now, at }).ama };
    },

    endDue(amaId, now) {
      const stored = amas.find(amaId);
      if (stored?.ama.status !== 'scheduled' && stored?.ama.status !== 'live') return nothing;
      const { endAt: at } = stored.ama;
      return now < at ? { kind: 'later', at } : { kind: 'done', ama: lifecycle.end(stored, { now, at }).ama };
    },

    graceDue(amaId, now) {
      const stored = amas.find(amaId);
      if (stored?.ama.status !== 'closing') return nothing;
      const at = stored.ama.graceUntil ?? stored.ama.endAt + GRACE_MS;
      return now < at
        ? { kind: 'later', at }
        : { kind: 'done', ama: lifecycle.finish(stored, { now, at }).ama };
    },

    purge: (now) => drafts.purge(now - DRAFT_MS) + images.purge(now - IMAGES_MS),
  };
}
