import type { EventRepository } from './event-repository.ts';
import type { IdeaQueue } from './idea-queue.ts';
import type { IdeaRepository } from './idea-repository.ts';
import type { StoredIdea } from './idea-row.ts';
import type { IdeaPolicy } from './ports.ts';
import { deadlineOf, ladderFor, refuse } from './rules.ts';

export interface PublicationParts {
  ideas: IdeaRepository;
  events: EventRepository;
  queue: IdeaQueue;
  policy: IdeaPolicy;
}

/**
 * Write. Makes a queued idea public: number, goals for the members who are active now, deadline, and the job that
 * posts it. `actorId`: the one from staff who let it through; undefined where nobody had to.
 */
export type Publish = (stored: StoredIdea, now: number, actorId?: string) => void;

export function createPublish({ ideas, events, queue, policy }: PublicationParts): Publish {
  return ({ idea }, now, actorId) => {
    const { id, guildId, status: from } = idea;
    const settings = policy.settings(guildId);
    if (settings.channelId === undefined) refuse('ideas.refusals.not-set-up');
    const basis = policy.activity(guildId, now);
    const rungs = ladderFor(settings, basis.active);
    const deadline = deadlineOf(rungs, 0, now);
    const number = ideas.nextNumber(guildId);
    // Refused, the number is given back with all else that was written.
    if (!ideas.publish(id, { number, at: now, rungs, basis, deadline })) {
      refuse('ideas.refusals.wrong-status', { from, to: 'gathering' });
    }
    events.add({ ideaId: id, at: now, kind: 'posted', actorId, from, to: 'gathering' });
    queue.post(id, now);
    queue.deadline(id, deadline);
    if (idea.consent === 'asked') queue.consent(id, now);
  };
}
