import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, Reply } from '../../discord/interaction.ts';
import { inPlace, privately, sentence, typedIn } from '../../discord/press.ts';
import { giveId, thankId } from './custom-ids.ts';
import { detailsReply } from './details.ts';
import { type GiveStart, giveForm } from './form-views.ts';
import type { ShoutoutSettings } from './model.ts';
import type { GiveOutcome, GiveSpec } from './ports.ts';
import { about, keeping, on } from './press.ts';
import { draftId, giveFormId, parts, sourceFormId, withdrawId } from './private-custom-ids.ts';
import { asksFirst, givenReceipt, withdrawnText } from './receipt-views.ts';
import { refuse } from './refuse.ts';
import { seenGiver, seenMembers } from './seen.ts';
import { storyReply } from './story.ts';
import type { PressCall, ShoutoutSurfaceDeps } from './surface-types.ts';

/** From the form to the shout-out, and back within ten minutes. */
export function giveComponents(deps: ShoutoutSurfaceDeps): ComponentHandler[] {
  return [
    on('button', giveId, (call) => openGiveForm(deps, call, { receiverIds: [] })),
    on('button', thankId, (call, { user }) => {
      if (user === call.actor.userId) refuse('shoutouts.refusals.yourself');
      return openGiveForm(deps, call, { receiverIds: [user] });
    }),
    on('modal', giveFormId, (call) => submitted(deps, call, undefined)),
    on('modal', sourceFormId, (call, { message: messageId }) =>
      submitted(deps, call, { channelId: call.channelId, messageId }),
    ),
    on('button', draftId, (call, { draft, action }) =>
      action === 'give' ? confirm(deps, call, draft) : drop(deps, call, draft),
    ),
    on('button', withdrawId, async (call, { shoutout: shoutoutId, on: place }) => {
      const shoutout = await deps.writer.write(() => deps.shoutouts.withdraw({ ...about(call), shoutoutId }));
      if (place === 'story') return storyReply(deps, call, withdrawnText(shoutout, call.t));
      if (place === 'details') return detailsReply(deps, call, shoutoutId, withdrawnText(shoutout, call.t));
      return inPlace(call, sentence(withdrawnText(shoutout, call.t)));
    }),
  ];
}

/** Throws where this person may not give now, before anybody types for nothing. */
export function openGiveForm(
  { shoutouts }: ShoutoutSurfaceDeps,
  call: Call,
  start: Omit<GiveStart, 'guildId'>,
): Reply {
  const { settings, budget } = shoutouts.mayGive(about(call));
  return { kind: 'modal', modal: giveForm({ ...start, guildId: call.guildId }, settings, budget, call.t) };
}

function submitted(deps: ShoutoutSurfaceDeps, call: PressCall, source: GiveSpec['source']): Promise<Reply> {
  const form = typedIn(call);
  const reason = form.text(parts.reason);
  return keeping(call, reason, () =>
    give(deps, call, {
      receivers: seenMembers(call, form.many(parts.receivers), deps.policy),
      value: form.one(parts.value),
      reason,
      source,
    }),
  );
}

/** Gives at once; asks first where the same words were given before. */
export async function give(deps: ShoutoutSurfaceDeps, call: Call, spec: GiveSpec): Promise<Reply> {
  const { shoutouts, writer, policy } = deps;
  const { values } = shoutouts.settings(call.guildId);
  const asked = {
    ...about(call),
    interactionId: call.raw.id,
    giver: seenGiver(call, policy),
    spec: { ...spec, value: spec.value ?? onlyValue(values) },
  };
  const outcome = await writer.write(() => shoutouts.give(asked));
  if (outcome.kind === 'asks-first') return privately(asksFirst(outcome, call.t));
  return privately(receipt(deps, call, outcome));
}

/** With one value alone nobody is asked. */
function onlyValue(values: ShoutoutSettings['values']): string | undefined {
  return values.length === 1 ? values[0]?.key : undefined;
}

function receipt(
  { shoutouts }: ShoutoutSurfaceDeps,
  { guildId, now, t }: Call,
  outcome: Extract<GiveOutcome, { kind: 'given' }>,
) {
  return givenReceipt(outcome, { channelId: shoutouts.settings(guildId).channelId, now }, t);
}

async function confirm(deps: ShoutoutSurfaceDeps, call: PressCall, draft: number): Promise<Reply> {
  const asked = { ...about(call), draftId: draft, interactionId: call.raw.id };
  const outcome = await deps.writer.write(() => deps.shoutouts.confirm(asked));
  return inPlace(call, receipt(deps, call, outcome));
}

async function drop(deps: ShoutoutSurfaceDeps, call: PressCall, draft: number): Promise<Reply> {
  await deps.writer.write(() => deps.shoutouts.dropDraft({ ...about(call), draftId: draft }));
  return inPlace(call, sentence(call.t('shoutouts.again.dropped')));
}
