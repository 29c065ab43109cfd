import { type OnAct, unheard } from '../../shared/act.ts';
import type { Counting } from './counting.ts';
import type { ShoutoutDraftRepository } from './draft-repository.ts';
import type { BudgetState, Shoutout, ShoutoutSettings } from './model.ts';
import type { PeopleRepository } from './people-repository.ts';
import { periodsOf } from './periods.ts';
import {
  type GiveOutcome,
  type GiveSpec,
  REPEAT_MS,
  type SeenMember,
  type ShoutoutCall,
  type ShoutoutPolicy,
  type ShoutoutService,
} from './ports.ts';
import { refuse } from './refuse.ts';
import { backSpan, checkSpec, pairSpan, returnsAt, waitAfter, wordsOf } from './rules.ts';
import type { SettingsService } from './settings-service.ts';
import type { ShoutoutQueue } from './shoutout-queue.ts';
import type { ShoutoutRepository } from './shoutout-repository.ts';

export interface GiveServiceParts {
  shoutouts: ShoutoutRepository;
  people: PeopleRepository;
  drafts: ShoutoutDraftRepository;
  counting: Counting;
  queue: ShoutoutQueue;
  settings: SettingsService;
  policy: ShoutoutPolicy;
  onAct?: OnAct;
}

type Giving = 'mayGive' | 'give' | 'confirm' | 'dropDraft';
type Given = Extract<GiveOutcome, { kind: 'given' }>;

/** Saying thanks, honestly: not oneself, not too often the same, not more than one has. */
export function createGiveService(parts: GiveServiceParts): Pick<ShoutoutService, Giving> {
  const { shoutouts, people, drafts, counting, queue, policy, onAct = unheard } = parts;

  const settingsFor = (guildId: string): ShoutoutSettings => {
    const settings = parts.settings.settings(guildId);
    return settings.channelId === undefined ? refuse('shoutouts.refusals.not-set-up') : settings;
  };

  /** Refuses where pair or budget say no. Returns who was thanked by this giver before. */
  const judge = ({ guildId, actor, now }: ShoutoutCall, spec: GiveSpec, settings: ShoutoutSettings) => {
    const known = new Set<string>();
    for (const { userId: user } of spec.receivers) {
      const thanked = people.lastThanks(guildId, actor.userId, user);
      if (thanked !== undefined) known.add(user);
      const pair = waitAfter(thanked, pairSpan(settings), now);
      if (pair !== undefined) refuse('shoutouts.refusals.pair', { user, at: pair });
      const back = waitAfter(people.lastThanks(guildId, user, actor.userId), backSpan(settings), now);
      if (back !== undefined) refuse('shoutouts.refusals.back', { user, at: back });
    }
    const used = people.used(guildId, actor.userId, now);
    const left = Math.max(0, settings.budget - used.length);
    const wanted = spec.receivers.length;
    if (wanted > left) {
      const at = used[wanted - left - 1] ?? used.at(-1) ?? now;
      refuse('shoutouts.refusals.budget', { left, wanted, at });
    }
    return known;
  };

  const add = (
    call: ShoutoutCall,
    given: { spec: GiveSpec; giver: SeenMember; interactionId: string },
  ): Given => {
    const { guildId, actor, now } = call;
    const { spec, giver, interactionId } = given;
    const settings = settingsFor(guildId);
    const known = judge(call, spec, settings);
    const periods = periodsOf(now, policy.timeZone(guildId));
    const words = wordsOf(spec.reason);
    const { value, reason, source } = spec;
    const row = {
      guildId,
      giverId: actor.userId,
      value,
      reason,
      words,
      source,
      ...periods,
      now,
      interactionId,
    };
    const shoutoutId = shoutouts.add(row);
    for (const each of [giver, ...spec.receivers]) people.see(guildId, each);
    for (const { userId } of spec.receivers) {
      const unit = { returnsAt: returnsAt(now, known.has(userId)), now, guildId, giverId: actor.userId };
      people.thank({ ...unit, shoutoutId, userId });
    }
    shoutouts.note(shoutoutId, { at: now, kind: 'given', actorId: actor.userId, reason: '' });
    const stored = shoutouts.load(shoutoutId) ?? refuse('shoutouts.refusals.not-found');
    const milestones = counting.add(stored);
    onAct({ guildId, userId: actor.userId, kind: 'shoutouts', at: now });
    queue.card(shoutoutId, now);
    if (settings.badges.length > 0) {
      for (const userId of [actor.userId, ...stored.shoutout.receiverIds]) queue.badges(guildId, userId, now);
    }
    return {
      kind: 'given',
      shoutout: stored.shoutout,
      first: true,
      budget: budgetOf(call, settings),
      milestones,
    };
  };

  const budgetOf = ({ guildId, actor, now }: ShoutoutCall, { budget: of }: ShoutoutSettings): BudgetState =>
    budgetState(people.used(guildId, actor.userId, now), of);

  const again = (call: ShoutoutCall, shoutout: Shoutout): Given => {
    const budget = budgetOf(call, parts.settings.settings(call.guildId));
    return { kind: 'given', shoutout, first: false, budget, milestones: [] };
  };

  const ownDraft = ({ guildId, actor, draftId }: ShoutoutCall & { draftId: number }) => {
    const draft = Number.isSafeInteger(draftId) ? drafts.find(draftId) : undefined;
    return draft?.guildId === guildId && draft.userId === actor.userId ? draft : undefined;
  };

  return {
    mayGive(call) {
      const settings = settingsFor(call.guildId);
      const budget = budgetOf(call, settings);
      if (budget.left === 0) {
        refuse('shoutouts.refusals.budget', { left: 0, wanted: 1, at: budget.nextAt ?? call.now });
      }
      return { settings, budget };
    },

    give(call) {
      const { guildId, actor, now, interactionId, giver } = call;
      const known = shoutouts.findByInteraction(interactionId);
      if (known) return again(call, known);
      const settings = settingsFor(guildId);
      const spec = checkSpec(call.spec, actor.userId, settings);
      const before = shoutouts.withWords(guildId, actor.userId, wordsOf(spec.reason), now - REPEAT_MS);
      if (!before) return add(call, { spec, giver, interactionId });
      judge(call, spec, settings);
      const draft = { guildId, userId: actor.userId, interactionId, spec, giver, createdAt: now };
      const draftId = drafts.findByInteraction(interactionId)?.id ?? drafts.add(draft);
      return { kind: 'asks-first', draftId, before };
    },

    confirm(call) {
      const draft = ownDraft(call) ?? refuse('shoutouts.refusals.draft-gone');
      const known = draft.shoutoutId === undefined ? undefined : shoutouts.find(draft.shoutoutId);
      if (known) return again(call, known);
      // A value may have been removed, or the person may have left the list of values, since it was typed.
      const spec = checkSpec(draft.spec, call.actor.userId, settingsFor(call.guildId));
      const given = add(call, { spec, giver: draft.giver, interactionId: call.interactionId });
      drafts.gave(draft.id, given.shoutout.id);
      return given;
    },

    dropDraft(call) {
      const draft = ownDraft(call);
      if (draft?.shoutoutId === undefined && draft) drafts.drop(draft.id);
    },
  };
}

/** `used`: when the units that are used up come back, soonest first. */
export function budgetState(used: readonly number[], of: number): BudgetState {
  return { left: Math.max(0, of - used.length), of, nextAt: used[0] };
}
