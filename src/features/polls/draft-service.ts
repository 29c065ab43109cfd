import type { JobQueue } from '../../jobs/define-job.ts';
import type { CreatePoll } from './create-poll.ts';
import type { DraftRepository, Understanding } from './draft-repository.ts';
import { emptyInput, understand } from './input.ts';
import { POLL_REPEAT } from './job-kinds.ts';
import type { Draft, PollInput, PollSpec } from './model.ts';
import type { PollRepository } from './poll-repository.ts';
import type { Call, PollPolicy, PollService } from './ports.ts';
import { MOST_RUNNING, refuse, SHORTEST } from './rules.ts';
import { windowAfter } from './schedule.ts';
import type { SeriesRepository } from './series-repository.ts';
import { loadPoll } from './state.ts';

export interface DraftServiceParts {
  drafts: DraftRepository;
  polls: PollRepository;
  series: SeriesRepository;
  jobs: JobQueue;
  policy: PollPolicy;
  createPoll: CreatePoll;
}

/** Polls in the making: nothing that was typed is ever lost, and nothing is published twice. */
export function createDraftService(
  parts: DraftServiceParts,
): Pick<PollService, 'createDraft' | 'changeDraft' | 'findDraft' | 'cancelDraft' | 'publish'> {
  const { drafts, polls, series, jobs, policy, createPoll } = parts;

  const understood = (
    input: PollInput,
    { guildId, now, locale }: Call & { locale: Parameters<PollService['createDraft']>[0]['locale'] },
  ): Understanding => {
    const timeZone = policy.timeZone(guildId);
    return { input, ...understand(input, { now, timeZone, locale }) };
  };

  /** The creator's own draft, published or not. */
  const loadDraft = ({ guildId, actor, draftId }: Call & { draftId: number }): Draft => {
    const stored = Number.isSafeInteger(draftId) ? drafts.find(draftId) : undefined;
    if (!stored || stored.cancelled || stored.draft.guildId !== guildId) refuse('polls.refusals.draft-gone');
    if (stored.draft.creatorId !== actor.userId) refuse('polls.refusals.not-your-draft');
    return stored.draft;
  };

  /** Series of which the first poll is `spec`. */
  const startSeries = (draft: Draft, spec: PollSpec, timeZone: string, now: number): number => {
    const { guildId, channelId, parentId, creatorId } = draft;
    const window = { timeZone, firstOpensAt: spec.opensAt ?? now, firstClosesAt: spec.closesAt };
    const id = series.add({ guildId, channelId, parentId, creatorId, spec, ...window });
    const next = windowAfter({ ...window, recurrence: spec.recurrence }, window.firstOpensAt);
    const payload = { seriesId: id, occurrence: 1 };
    jobs.enqueue({ kind: POLL_REPEAT, key: String(id), runAt: next.opensAt, payload });
    return id;
  };

  return {
    createDraft(call) {
      const { guildId, channelId, parentId, actor, interactionId, now } = call;
      if (!policy.mayCreate(guildId, actor)) refuse('polls.refusals.may-not-create');
      const known = drafts.findByInteraction(interactionId);
      if (known) return loadDraft({ ...call, draftId: known.draft.id });
      const typed = understood({ ...emptyInput, ...call.input }, call);
      const where = { guildId, channelId, parentId, creatorId: actor.userId, interactionId, now };
      return loadDraft({ ...call, draftId: drafts.add(where, typed) });
    },

    changeDraft(call) {
      const draft = loadDraft(call);
      if (draft.pollId !== undefined) refuse('polls.refusals.draft-gone');
      drafts.change(draft.id, understood({ ...draft.input, ...call.input }, call), call.now);
      return loadDraft(call);
    },

    findDraft: loadDraft,

    cancelDraft(call) {
      const stored = Number.isSafeInteger(call.draftId) ? drafts.find(call.draftId) : undefined;
      if (stored && !stored.cancelled) drafts.cancel(loadDraft(call).id);
    },

    publish(call) {
      const { guildId, actor, now } = call;
      const draft = loadDraft(call);
      if (draft.pollId !== undefined) {
        return { poll: loadPoll(polls, guildId, draft.pollId).poll, first: false };
      }
      const spec = publishable(draft, now);
      if (!policy.mayCreate(guildId, actor)) refuse('polls.refusals.may-not-create');
      if (polls.countRunning(guildId) >= MOST_RUNNING)
        refuse('polls.refusals.too-many-open', { max: MOST_RUNNING });
      const timeZone = policy.timeZone(guildId);
      const repeats = spec.recurrence !== 'never';
      const place = repeats ? { id: startSeries(draft, spec, timeZone, now), occurrence: 0 } : undefined;
      const { channelId, parentId, creatorId } = draft;
      const where = { guildId, channelId, parentId, creatorId };
      const pollId = createPoll({ ...where, spec, timeZone, now, series: place });
      drafts.markPublished(draft.id, pollId);
      return { poll: loadPoll(polls, guildId, pollId).poll, first: true };
    },
  };
}

/** The draft's poll, if it can still be published as it was shown. */
function publishable({ spec }: Draft, now: number): PollSpec {
  if (!spec) return refuse('polls.refusals.draft-incomplete');
  if (spec.closesAt < now + SHORTEST) refuse('polls.refusals.draft-too-late');
  // A start that has passed since the preview means now.
  return spec.opensAt !== undefined && spec.opensAt <= now ? { ...spec, opensAt: undefined } : spec;
}
