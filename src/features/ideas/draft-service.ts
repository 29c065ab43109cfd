import { type OnAct, unheard } from '../../shared/act.ts';
import type { DraftRepository } from './draft-repository.ts';
import type { EventRepository } from './event-repository.ts';
import type { IdeaQueue } from './idea-queue.ts';
import type { IdeaRepository } from './idea-repository.ts';
import { checkImages } from './image-check.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { ListRepository } from './list-repository.ts';
import type { ModerationRepository } from './moderation-repository.ts';
import type { IdeaCall, IdeaDraft, IdeaPolicy, IdeaService, IdeaSummary } from './ports.ts';
import type { Publish } from './publication.ts';
import { checkMaySubmit, cleanText, refuse } from './rules.ts';
import type { SearchRepository } from './search-repository.ts';
import type { SupportRepository } from './support-repository.ts';

export interface DraftServiceParts {
  drafts: DraftRepository;
  ideas: IdeaRepository;
  lists: ListRepository;
  searches: SearchRepository;
  support: SupportRepository;
  moderation: ModerationRepository;
  events: EventRepository;
  queue: IdeaQueue;
  policy: IdeaPolicy;
  lifecycle: Lifecycle;
  publish: Publish;
  onAct?: OnAct;
}

const MOST_SIMILAR = 3;

/** From what was typed to an idea: nothing typed is lost, and nothing is submitted twice. */
export function createDraftService(
  parts: DraftServiceParts,
): Pick<
  IdeaService,
  'checkMaySubmit' | 'draft' | 'findDraft' | 'changeDraft' | 'submit' | 'dropDraft' | 'answerConsent'
> {
  const { drafts, ideas, lists, searches, support, moderation, events, queue } = parts;
  const { policy, lifecycle, publish, onAct = unheard } = parts;

  const checkSubmitter = ({ guildId, actor, now }: IdeaCall): void => {
    const settings = policy.settings(guildId);
    if (settings.channelId === undefined) refuse('ideas.refusals.not-set-up');
    if (moderation.isBlocked(guildId, actor.userId)) refuse('ideas.refusals.blocked');
    checkMaySubmit(settings, lists.submittedBy(guildId, actor.userId), now);
  };

  /** The submitter's own draft, submitted or not. */
  const loadDraft = ({ guildId, actor, draftId }: IdeaCall & { draftId: number }): IdeaDraft => {
    const stored = Number.isSafeInteger(draftId) ? drafts.find(draftId) : undefined;
    if (!stored || stored.dropped || stored.draft.guildId !== guildId) refuse('ideas.refusals.draft-gone');
    if (stored.draft.userId !== actor.userId) refuse('ideas.refusals.not-your-draft');
    return stored.draft;
  };

  const withSimilar = (draft: IdeaDraft): { draft: IdeaDraft; similar: readonly IdeaSummary[] } => ({
    draft,
    similar: searches.similar(draft.guildId, draft.title, MOST_SIMILAR),
  });

  /** The row, queued; whoever stands behind it follows it. */
  const makeIdea = (draft: IdeaDraft, now: number): number => {
    const { guildId, userId, creditId, anonymous, images, title, body, problem, category } = draft;
    const ideaId = ideas.add({
      guildId,
      authorId: creditId ?? userId,
      anonymous,
      suggestedBy: creditId === undefined ? undefined : userId,
      consent: creditId === undefined ? 'none' : 'asked',
      title,
      body,
      problem,
      category,
      createdAt: now,
      imageNames: images.map(({ name }) => name),
    });
    support.followFromStart(ideaId, userId, now);
    return ideaId;
  };

  return {
    checkMaySubmit: checkSubmitter,

    draft(call) {
      const { guildId, actor, interactionId, text, creditId, images, now } = call;
      const known = drafts.findByInteraction(interactionId);
      if (known) return withSimilar(loadDraft({ ...call, draftId: known.draft.id }));
      checkSubmitter(call);
      const settings = policy.settings(guildId);
      const credited = creditId === actor.userId ? undefined : creditId;
      const draft = {
        ...cleanText(text, settings),
        guildId,
        userId: actor.userId,
        creditId: credited,
        // Somebody else's name is not ours to hide: they are asked.
        anonymous: call.anonymous && settings.anonymity && credited === undefined,
        interactionId,
        now,
      };
      const draftId = drafts.add(draft, checkImages(images));
      return withSimilar(loadDraft({ ...call, draftId }));
    },

    findDraft: loadDraft,

    changeDraft(call) {
      const draft = loadDraft(call);
      const text = cleanText(call.text, policy.settings(call.guildId), draft.category);
      if (!drafts.change(draft.id, text, call.now)) refuse('ideas.refusals.draft-gone');
      return withSimilar(loadDraft(call));
    },

    submit(call) {
      const { guildId, actor, now } = call;
      const draft = loadDraft(call);
      if (draft.ideaId !== undefined) {
        return { idea: lifecycle.load({ guildId, ideaId: draft.ideaId }).idea, first: false };
      }
      checkSubmitter(call);
      const ideaId = makeIdea(draft, now);
      if (!drafts.markSubmitted(draft.id, ideaId)) refuse('ideas.refusals.draft-gone');
      onAct({ guildId, userId: actor.userId, kind: 'ideas', at: now });
      const eventId = events.add({ ideaId, at: now, kind: 'submitted', actorId: actor.userId });
      if (policy.settings(guildId).queue) queue.staffNote({ ideaId, what: 'queued', eventId }, now);
      else publish(lifecycle.load({ guildId, ideaId }), now);
      return { idea: lifecycle.load({ guildId, ideaId }).idea, first: true };
    },

    dropDraft(call) {
      const stored = Number.isSafeInteger(call.draftId) ? drafts.find(call.draftId) : undefined;
      if (stored && !stored.dropped) drafts.drop(loadDraft(call).id);
    },

    answerConsent(call) {
      const { ideaId, actor, agree, now } = call;
      const stored = lifecycle.load(call);
      const { authorId, consent } = stored.idea;
      if (consent === 'none' || authorId !== actor.userId) refuse('ideas.refusals.not-yours');
      const answer = agree ? 'agreed' : 'refused';
      if (!ideas.saveConsent(ideaId, answer)) refuse('ideas.refusals.consent-done');
      if (agree) support.followFromStart(ideaId, authorId, now);
      // Written down without the name of who did not want to be named.
      events.add({
        ideaId,
        at: now,
        kind: 'consent',
        actorId: agree ? authorId : undefined,
        detail: { answer },
      });
      queue.refresh(stored, now);
      return lifecycle.load(call).idea;
    },
  };
}
