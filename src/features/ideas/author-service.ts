import { cleanLines } from '../../shared/text.ts';
import type { EventRepository } from './event-repository.ts';
import type { IdeaQueue } from './idea-queue.ts';
import type { IdeaRepository } from './idea-repository.ts';
import type { Lifecycle } from './lifecycle.ts';
import { type Idea, type IdeaText, ideaLimits } from './model.ts';
import { type IdeaPolicy, type IdeaService, SECOND_CHANCE_MS } from './ports.ts';
import { cleanReason, cleanText, deadlineOf, isOwner, refuse, seconds } from './rules.ts';

export interface AuthorServiceParts {
  ideas: IdeaRepository;
  events: EventRepository;
  queue: IdeaQueue;
  policy: IdeaPolicy;
  lifecycle: Lifecycle;
}

/** What the author does with an idea, and staff in their place. */
export function createAuthorService(
  parts: AuthorServiceParts,
): Pick<IdeaService, 'edit' | 'addUpdate' | 'withdraw' | 'secondChance'> {
  const { ideas, events, queue, policy, lifecycle } = parts;

  return {
    edit(call) {
      const { ideaId, guildId, actor, now } = call;
      const stored = lifecycle.load(call);
      const { idea } = stored;
      const staff = policy.mayManage(guildId, actor);
      const owner = isOwner(idea, actor.userId);
      if (!owner && !staff) refuse('ideas.refusals.not-yours');
      // Staff who edit their own idea do it as its author while they can.
      const asAuthor = owner && isTextFree(idea);
      if (!asAuthor && !staff) refuse('ideas.refusals.text-fixed');
      const text = cleanText(call.text, policy.settings(guildId), idea.category);
      const before = changedFields(idea, text);
      if (Object.keys(before).length === 0) return idea;
      const reason = cleanLines(call.reason ?? '', ideaLimits.reason);
      const detail = { by: asAuthor ? 'author' : 'staff', ...before, ...(reason === '' ? {} : { reason }) };
      ideas.saveText(ideaId, text);
      events.add({ ideaId, at: now, kind: 'edited', actorId: actor.userId, detail });
      queue.refresh(stored, now);
      if (!asAuthor && idea.number !== undefined) queue.news(ideaId, now);
      return lifecycle.load(call).idea;
    },

    addUpdate(call) {
      const { ideaId, actor, now } = call;
      const stored = lifecycle.load(call);
      const { idea } = stored;
      if (!isOwner(idea, actor.userId)) refuse('ideas.refusals.not-yours');
      if (idea.number === undefined || idea.status === 'withdrawn' || idea.status === 'merged') {
        refuse('ideas.refusals.wrong-status', { from: idea.status, to: idea.status });
      }
      const text = cleanLines(call.text, ideaLimits.update);
      if (text === '') refuse('ideas.refusals.body-missing');
      const last = idea.updates.at(-1);
      // Sent twice: it stands there already.
      if (last?.text === text) return idea;
      if (idea.updates.length >= ideaLimits.updates) {
        refuse('ideas.refusals.too-many-updates', { max: ideaLimits.updates });
      }
      ideas.saveUpdates(ideaId, [...idea.updates, { at: now, text }]);
      events.add({ ideaId, at: now, kind: 'updated', actorId: actor.userId, detail: { text } });
      queue.refresh(stored, now);
      queue.news(ideaId, now);
      return lifecycle.load(call).idea;
    },

    withdraw(call) {
      const { guildId, actor, now } = call;
      const stored = lifecycle.load(call);
      const { idea } = stored;
      const { status: from } = idea;
      const owner = isOwner(idea, actor.userId);
      const staff = policy.mayManage(guildId, actor);
      if (!owner && !staff) refuse('ideas.refusals.not-yours');
      const early = from === 'queued' || from === 'gathering';
      if (!early && !staff) refuse('ideas.refusals.wrong-status', { from, to: 'withdrawn' });
      const typed = cleanLines(call.reason ?? '', ideaLimits.reason);
      const reason = typed === '' && owner && early ? undefined : cleanReason(call.reason);
      lifecycle.changeStatus(stored, {
        cause: 'withdrawn',
        to: 'withdrawn',
        now,
        actorId: actor.userId,
        reason,
      });
      return lifecycle.load(call).idea;
    },

    secondChance(call) {
      const { ideaId, guildId, actor, now } = call;
      const stored = lifecycle.load(call);
      const { idea } = stored;
      const { status: from } = idea;
      if (!isOwner(idea, actor.userId) && !policy.mayManage(guildId, actor))
        refuse('ideas.refusals.not-yours');
      if (idea.chances > 0) refuse('ideas.refusals.no-second-chance');
      if (from !== 'expired') refuse('ideas.refusals.wrong-status', { from, to: 'gathering' });
      const at = idea.statusAt + SECOND_CHANCE_MS;
      if (now < at) refuse('ideas.refusals.second-chance-later', { at: seconds(at) });
      const deadline = deadlineOf(idea.rungs, idea.reached, now);
      if (!ideas.takeChance(ideaId, now, deadline)) refuse('ideas.refusals.no-second-chance');
      events.add({ ideaId, at: now, kind: 'second-chance', actorId: actor.userId, from, to: 'gathering' });
      queue.deadline(ideaId, deadline);
      queue.refresh(stored, now);
      queue.news(ideaId, now);
      return lifecycle.load(call).idea;
    },
  };
}

/** Until the first rung people support what they can still trust to be what they read. */
function isTextFree({ status, reached }: Idea): boolean {
  return status === 'queued' || (status === 'gathering' && reached === 0);
}

/** What stood there before, of what is different now. */
function changedFields(before: IdeaText, after: IdeaText): Record<string, string> {
  const fields = ['title', 'body', 'problem', 'category'] as const;
  return Object.fromEntries(
    fields.filter((field) => before[field] !== after[field]).map((field) => [field, before[field] ?? '']),
  );
}
