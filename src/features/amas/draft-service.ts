import type { Access } from './access.ts';
import type { AmaQueue } from './ama-queue.ts';
import type { AmaRepository } from './ama-repository.ts';
import type { StoredAma } from './ama-row.ts';
import type { DraftRepository } from './draft-repository.ts';
import type { EventRepository } from './event-repository.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Ama, AmaSpec } from './model.ts';
import type { AmaCall, AmaDraft, AmaPlaces, AmaPolicy, AmaService } from './ports.ts';
import type { QuestionRepository } from './question-repository.ts';
import type { ReminderRepository } from './reminder-repository.ts';
import { checkTimes, cleanSpec, isOver, refuse } from './rules.ts';

export interface DraftServiceParts {
  amas: AmaRepository;
  drafts: DraftRepository;
  questions: QuestionRepository;
  events: EventRepository;
  reminders: ReminderRepository;
  queue: AmaQueue;
  policy: AmaPolicy;
  access: Access;
  lifecycle: Lifecycle;
}

type Drafting = 'draft' | 'draftOf' | 'findDraft' | 'changeDraft' | 'publish' | 'dropDraft';

const inAudienceChannel = ['messageId', 'threadId', 'askMessageId', 'airMessageId'] as const;
const inStaffChannel = ['panelMessageId', 'queueMessageId', 'parkedMessageId'] as const;

/** From what was typed to an AMA, and from an AMA to a changed one: nothing is made twice. */
export function createDraftService(parts: DraftServiceParts): Pick<AmaService, Drafting> {
  const { amas, drafts, questions, events, reminders, queue, policy, access, lifecycle } = parts;

  const checkHost = ({ guildId, actor }: AmaCall): void => {
    if (!policy.mayManage(guildId, actor)) refuse('amas.refusals.may-not-host');
  };

  /** One's own draft, published or not. */
  const loadDraft = ({ guildId, actor, draftId }: AmaCall & { draftId: number }): AmaDraft => {
    const stored = Number.isSafeInteger(draftId) ? drafts.find(draftId) : undefined;
    if (!stored || stored.dropped || stored.draft.guildId !== guildId) refuse('amas.refusals.draft-gone');
    if (stored.draft.userId !== actor.userId) refuse('amas.refusals.not-your-draft');
    return stored.draft;
  };

  /** An AMA that can still be changed. */
  const loadToChange = (call: AmaCall & { amaId: number }): StoredAma => {
    const stored = access.loadToModerate(call);
    const { status } = stored.ama;
    if (status === 'cancelled') refuse('amas.refusals.cancelled');
    return isOver(stored.ama, call.now) ? refuse('amas.refusals.over') : stored;
  };

  /** `amaId`: what it changes. Checks rights and times as they are now. */
  const checked = (call: AmaCall, spec: AmaSpec, amaId: number | undefined): AmaSpec => {
    if (amaId === undefined) {
      checkHost(call);
      const clean = cleanSpec(spec, call.actor.userId);
      checkTimes(clean, call.now);
      return clean;
    }
    const { ama } = loadToChange({ ...call, amaId });
    const begun = ama.status === 'live';
    const clean = cleanSpec(begun ? { ...spec, startAt: ama.startAt } : spec, ama.hostId);
    // Its start has come by the clock, and nobody moved it: the job will see to it.
    checkTimes(clean, call.now, { begun: begun || clean.startAt === ama.startAt });
    return clean;
  };

  const add = (call: AmaCall & { interactionId: string }, spec: AmaSpec, amaId?: number): AmaDraft => {
    const { guildId, actor, interactionId, now } = call;
    const draft = { guildId, userId: actor.userId, interactionId, spec, amaId, now };
    return loadDraft({ ...call, draftId: drafts.add(draft) });
  };

  const make = (call: AmaCall, spec: AmaSpec): number => {
    const { guildId, actor, now } = call;
    const amaId = amas.add({ ...spec, guildId, hostId: actor.userId, createdAt: now });
    events.add({ amaId, at: now, kind: 'created', actorId: actor.userId });
    queue.put('places', amaId, now);
    lifecycle.schedule(access.load({ guildId, amaId }), now);
    return amaId;
  };

  const leave = (ama: Ama, channelId: string, places: readonly (keyof AmaPlaces)[], now: number): void => {
    amas.savePlaces(ama.id, Object.fromEntries(places.map((place) => [place, undefined])));
    for (const place of places) {
      const messageId = place === 'threadId' ? undefined : ama[place];
      const announcement = place === 'messageId';
      if (messageId !== undefined) queue.moved({ amaId: ama.id, channelId, messageId, announcement }, now);
    }
  };

  const change = (call: AmaCall, spec: AmaSpec, amaId: number): void => {
    const { actor, now } = call;
    const before = access.load({ guildId: call.guildId, amaId });
    amas.saveSpec(amaId, spec);
    // What stands in a channel that it no longer has is not its own any more.
    if (spec.channelId !== before.ama.channelId) {
      leave(before.ama, before.ama.channelId, inAudienceChannel, now);
      questions.forgetAnswers(amaId);
    }
    if (spec.staffChannelId !== before.ama.staffChannelId)
      leave(before.ama, before.ama.staffChannelId, inStaffChannel, now);
    if (spec.startAt !== before.ama.startAt) reminders.startAgain(amaId);
    // What it was until now: Discord may still be about to repeat it.
    const { startAt, endAt } = before.ama;
    events.add({ amaId, at: now, kind: 'edited', actorId: actor.userId, detail: { startAt, endAt } });
    queue.put('places', amaId, now);
    queue.refresh(before, now);
    lifecycle.schedule(access.load({ guildId: call.guildId, amaId }), now);
  };

  return {
    draft(call) {
      const known = drafts.findByInteraction(call.interactionId);
      if (known) return loadDraft({ ...call, draftId: known.draft.id });
      return add(call, checked(call, call.spec, undefined));
    },

    draftOf(call) {
      const known = drafts.findByInteraction(call.interactionId);
      if (known) return loadDraft({ ...call, draftId: known.draft.id });
      const { ama } = loadToChange(call);
      return add(call, specOf(ama), ama.id);
    },

    findDraft: loadDraft,

    changeDraft(call) {
      const draft = loadDraft(call);
      if (draft.published) refuse('amas.refusals.draft-gone');
      const spec = checked(call, { ...draft.spec, ...call.spec }, draft.amaId);
      if (!drafts.change(draft.id, spec, call.now)) refuse('amas.refusals.draft-gone');
      return loadDraft(call);
    },

    publish(call) {
      const draft = loadDraft(call);
      const { amaId, published } = draft;
      if (published && amaId !== undefined) {
        return { ama: access.load({ guildId: call.guildId, amaId }).ama, first: false };
      }
      const spec = checked(call, draft.spec, amaId);
      if (amaId !== undefined) change(call, spec, amaId);
      const id = amaId ?? make(call, spec);
      if (!drafts.markPublished(draft.id, id)) refuse('amas.refusals.draft-gone');
      return { ama: access.load({ guildId: call.guildId, amaId: id }).ama, first: true };
    },

    dropDraft(call) {
      const stored = Number.isSafeInteger(call.draftId) ? drafts.find(call.draftId) : undefined;
      if (stored && !stored.dropped) drafts.drop(loadDraft(call).id);
    },
  };
}

/** What a host decided about an AMA that is. */
function specOf(ama: Ama): AmaSpec {
  const { title, description, guestIds, startAt, endAt, channelId, stageId, staffChannelId } = ama;
  const { queue, anonymous, several, attachments } = ama;
  const places = { channelId, stageId, staffChannelId };
  return {
    title,
    description,
    guestIds,
    startAt,
    endAt,
    ...places,
    queue,
    anonymous,
    several,
    attachments,
  };
}
