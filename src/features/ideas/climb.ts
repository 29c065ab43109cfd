import type { EventRepository } from './event-repository.ts';
import type { IdeaQueue } from './idea-queue.ts';
import type { IdeaRepository, Progress } from './idea-repository.ts';
import type { StoredIdea } from './idea-row.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Idea } from './model.ts';
import { deadlineOf } from './rules.ts';

export interface ClimbParts {
  ideas: IdeaRepository;
  events: EventRepository;
  queue: IdeaQueue;
  lifecycle: Lifecycle;
}

/**
 * Where an idea stands with so many supporters. Rungs are only ever gained, while gathering; the last one leads to
 * the review. Several can be reached at once, by a merge.
 */
export function progressWith(idea: Idea, supporters: number, now: number): Progress {
  const { status, statusAt, deadline, rungs, reached } = idea;
  if (status !== 'gathering') return { supporters, reached, status, statusAt, deadline };
  const above = rungs.findIndex(({ goal }, index) => index >= reached && supporters < goal);
  const next = above === -1 ? rungs.length : above;
  if (next <= reached) return { supporters, reached, status, statusAt, deadline };
  if (next === rungs.length) {
    return { supporters, reached: next, status: 'in-review', statusAt: now, deadline: undefined };
  }
  return { supporters, reached: next, status, statusAt, deadline: deadlineOf(rungs, next, now) };
}

export type Climb = ReturnType<typeof createClimb>;

/** What follows when the number of supporters has changed. */
export function createClimb({ ideas, events, queue, lifecycle }: ClimbParts) {
  return {
    /**
     * Write. Saves the number and whatever it led to; tells the rung (from 1) that was reached by it. A fixed number of
     * statements, but for an idea that reaches several rungs at once.
     */
    moved(stored: StoredIdea, supporters: number, now: number): number | undefined {
      const { idea } = stored;
      const progress = progressWith(idea, supporters, now);
      ideas.saveProgress(idea.id, progress);
      if (progress.reached === idea.reached) {
        queue.refresh(stored, now);
        return undefined;
      }
      for (let rung = idea.reached + 1; rung <= progress.reached; rung += 1) {
        events.add({ ideaId: idea.id, at: now, kind: 'rung', detail: { rung } });
      }
      if (progress.status === 'in-review') {
        const change = { from: idea.status, to: progress.status };
        lifecycle.follow(stored, progress.status, now);
        events.add({ ideaId: idea.id, at: now, kind: 'status', ...change });
      } else {
        queue.refresh(stored, now);
        if (progress.deadline !== undefined) queue.deadline(idea.id, progress.deadline);
      }
      queue.news(idea.id, now);
      return progress.reached;
    },
  };
}
