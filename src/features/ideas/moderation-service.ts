import type { EventRepository } from './event-repository.ts';
import type { IdeaQueue } from './idea-queue.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Idea } from './model.ts';
import type { ModerationRepository } from './moderation-repository.ts';
import type { IdeaPolicy, IdeaService } from './ports.ts';
import type { Publish } from './publication.ts';
import { cleanReason, isPublic, refuse } from './rules.ts';
import { shownEvent } from './trail-rules.ts';
import { mayBecome } from './transitions.ts';

export interface ModerationServiceParts {
  events: EventRepository;
  moderation: ModerationRepository;
  queue: IdeaQueue;
  policy: IdeaPolicy;
  lifecycle: Lifecycle;
  publish: Publish;
}

type Moderating = 'approve' | 'report' | 'blockAuthor' | 'revealAuthor' | 'trail';

/** So many entries of a trail are read; nobody reads on. */
const TRAIL_LENGTH = 200;

/** What staff does about an idea, without having to know whose it is. */
export function createModerationService(parts: ModerationServiceParts): Pick<IdeaService, Moderating> {
  const { events, moderation, queue, policy, lifecycle, publish } = parts;

  return {
    approve(call) {
      const stored = lifecycle.loadForStaff(call);
      const from = stored.idea.status;
      if (!mayBecome('approved', from, 'gathering')) {
        refuse('ideas.refusals.wrong-status', { from, to: 'gathering' });
      }
      publish(stored, call.now, call.actor.userId);
      return lifecycle.load(call).idea;
    },

    report(call) {
      const { ideaId, now } = call;
      const { userId } = call.actor;
      const { idea } = lifecycle.load(call);
      if (!isPublic(idea)) refuse('ideas.refusals.not-found');
      const reason = cleanReason(call.reason);
      if (!moderation.report({ ideaId, userId, reason, at: now })) refuse('ideas.refusals.already-reported');
      const eventId = events.add({ ideaId, at: now, kind: 'reported', actorId: userId, detail: { reason } });
      queue.staffNote({ ideaId, what: 'report', eventId }, now);
    },

    blockAuthor(call) {
      const { ideaId, guildId, blocked, now } = call;
      const { idea } = lifecycle.loadForStaff(call);
      const by = call.actor.userId;
      const userId = submitterOf(idea);
      const changed = blocked
        ? moderation.block({ guildId, userId, ideaId, by, at: now })
        : moderation.unblock(guildId, userId);
      if (!changed) return;
      events.add({ ideaId, at: now, kind: blocked ? 'author-blocked' : 'author-unblocked', actorId: by });
    },

    revealAuthor(call) {
      const { ideaId, guildId, actor, now } = call;
      if (!policy.mayReveal(guildId, actor)) refuse('ideas.refusals.may-not-reveal');
      const { idea } = lifecycle.load(call);
      const eventId = events.add({ ideaId, at: now, kind: 'author-revealed', actorId: actor.userId });
      queue.staffNote({ ideaId, what: 'revealed', eventId }, now);
      return idea.authorId;
    },

    trail(call) {
      const { idea } = lifecycle.loadForStaff(call);
      return events.newest(idea.id, TRAIL_LENGTH).map((event) => shownEvent(event, idea));
    },
  };
}

/** Who handed it in: of somebody else's message whoever brought it, until its author has agreed. */
function submitterOf({ authorId, suggestedBy, consent }: Idea): string {
  return consent === 'agreed' ? authorId : (suggestedBy ?? authorId);
}
