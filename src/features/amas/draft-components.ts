import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, Reply } from '../../discord/interaction.ts';
import { inPlace, picked, privately, sentence, typedIn } from '../../discord/press.ts';
import { stamp } from '../../discord/words.ts';
import { placeWarnings, requirePlaces } from './draft-place.ts';
import { draftPreview, turned } from './draft-views.ts';
import { draftForm } from './form-views.ts';
import type { AmaSpec } from './model.ts';
import type { AmaDraft } from './ports.ts';
import { about, keeping, on } from './press.ts';
import {
  cancelFormId,
  createFormId,
  draftActionId,
  draftFormId,
  draftPlaceId,
  parts,
  type Switch,
  switches,
} from './private-custom-ids.ts';
import type { AmaSurfaceDeps, PressCall } from './surface-types.ts';
import { timeText, understoodTimes } from './time-input.ts';
import { titleText } from './words-views.ts';

/** The making and changing of an AMA: the form, the preview with its switches, and what its buttons do. */
export function draftComponents(deps: AmaSurfaceDeps): ComponentHandler[] {
  const { amas, writer } = deps;
  return [
    on('modal', createFormId, (call, options) => created(deps, call, options), 'defer-ephemeral'),
    on('modal', draftFormId, (call, { draft: draftId }) => {
      const typed = typedSpec(call);
      return keeping(call, [typed.title, typed.description], async () => {
        const { spec } = amas.findDraft({ ...about(call), draftId });
        const times = understoodTimes(typed, timeContext(deps, call), spec);
        return changed(deps, call, draftId, { ...specOf(typed), ...times });
      });
    }),
    on('button', draftActionId, (call, { draft, action }) => act(deps, call, draft, action)),
    on('select', draftPlaceId, (call, { draft, which }) => {
      const channelId = picked(call);
      if (which === 'stage') return changed(deps, call, draft, { stageId: channelId });
      if (channelId === undefined) return changed(deps, call, draft, {});
      return changed(deps, call, draft, which === 'channel' ? { channelId } : { staffChannelId: channelId });
    }),
    on('modal', cancelFormId, (call, { ama: amaId }) => {
      const reason = typedIn(call).text(parts.text);
      return keeping(call, [reason], async () => {
        const ama = await writer.write(() => amas.cancel({ ...about(call), amaId, reason }));
        deps.refresh(ama);
        return privately(sentence(call.t('amas.cancel.done', { title: titleText(ama) })));
      });
    }),
  ];
}

interface TypedSpec {
  title: string;
  starts: string;
  ends: string;
  guestIds: readonly string[];
  description: string;
}

function typedSpec(call: PressCall): TypedSpec {
  const form = typedIn(call);
  return {
    title: form.text(parts.title),
    starts: form.text(parts.starts),
    ends: form.text(parts.ends),
    guestIds: form.many(parts.guests).filter((id) => /^\d{1,20}$/u.test(id)),
    description: form.text(parts.description),
  };
}

function specOf({ title, guestIds, description }: TypedSpec) {
  return { title, guestIds, description };
}

function timeContext({ policy }: AmaSurfaceDeps, { guildId, now, t }: Call) {
  return { now, timeZone: policy.timeZone(guildId), locale: t.locale };
}

/** The switches as bits, as the custom id of the form carries them. */
export function switchBits(on: Readonly<Record<Switch, boolean>>): number {
  return switches.reduce((bits, each, place) => (on[each] ? bits | (1 << place) : bits), 0);
}

function switchesFrom(bits: number): Record<Switch, boolean> {
  const entries = switches.map((each, place) => [each, (bits & (1 << place)) !== 0]);
  return Object.fromEntries(entries) as Record<Switch, boolean>;
}

async function created(
  deps: AmaSurfaceDeps,
  call: PressCall,
  options: { channel: string; stage: string; staff: string; bits: number },
): Promise<Reply> {
  const typed = typedSpec(call);
  return keeping(call, [typed.title, typed.starts, typed.ends, typed.description], async () => {
    const { review, anonymous, several, attachments } = switchesFrom(options.bits);
    const spec: AmaSpec = {
      ...specOf(typed),
      ...understoodTimes(typed, timeContext(deps, call)),
      channelId: options.channel,
      stageId: options.stage === '' ? undefined : options.stage,
      staffChannelId: options.staff,
      queue: review ? 'review' : 'open',
      anonymous,
      several,
      attachments,
    };
    const asked = { ...about(call), interactionId: call.raw.id, spec };
    const draft = await deps.writer.write(() => deps.amas.draft(asked));
    return privately(await preview(deps, call, draft));
  });
}

export async function preview(deps: AmaSurfaceDeps, call: Call, draft: AmaDraft) {
  return draftPreview(draft, { warnings: await placeWarnings(deps, call, draft.spec) }, call.t);
}

async function changed(
  deps: AmaSurfaceDeps,
  call: PressCall,
  draftId: number,
  spec: Partial<AmaSpec>,
): Promise<Reply> {
  const draft = await deps.writer.write(() => deps.amas.changeDraft({ ...about(call), draftId, spec }));
  return inPlace(call, await preview(deps, call, draft));
}

function act(
  deps: AmaSurfaceDeps,
  call: PressCall,
  draftId: number,
  action: 'publish' | 'edit' | 'cancel' | Switch,
): Reply | Promise<Reply> {
  switch (action) {
    case 'publish':
      return publish(deps, call, draftId);
    case 'edit':
      return edit(deps, call, draftId);
    case 'cancel':
      return drop(deps, call, draftId);
    case 'review':
    case 'anonymous':
    case 'several':
    case 'attachments': {
      const { spec } = deps.amas.findDraft({ ...about(call), draftId });
      return changed(deps, call, draftId, turned(spec, action));
    }
    default:
      return action satisfies never;
  }
}

async function publish(deps: AmaSurfaceDeps, call: PressCall, draftId: number): Promise<Reply> {
  const { amas, writer } = deps;
  const { t } = call;
  const draft = amas.findDraft({ ...about(call), draftId });
  if (isMoved(deps, draft)) await requirePlaces(deps, call, draft.spec);
  const { ama, first } = await writer.write(() => amas.publish({ ...about(call), draftId }));
  if (!first) return inPlace(call, sentence(t('amas.draft.again')));
  deps.refresh(ama);
  if (draft.amaId !== undefined) return inPlace(call, sentence(t('amas.draft.saved')));
  const places = { channel: `<#${ama.channelId}>`, staff: `<#${ama.staffChannelId}>` };
  const words = t('amas.draft.published', { ...places, relative: stamp(ama.startAt, 'R') });
  return inPlace(call, sentence(words));
}

/** Where it stands already, a permission that is missing is the jobs' business: they wait for it, and tell. */
function isMoved({ amas }: AmaSurfaceDeps, { amaId, spec }: AmaDraft): boolean {
  const ama = amaId === undefined ? undefined : amas.amaOf(amaId);
  return ama?.channelId !== spec.channelId || ama.staffChannelId !== spec.staffChannelId;
}

function edit({ amas, policy }: AmaSurfaceDeps, call: PressCall, draftId: number): Reply {
  const draft = amas.findDraft({ ...about(call), draftId });
  const timeZone = policy.timeZone(call.guildId);
  const { title, startAt, endAt, guestIds, description } = draft.spec;
  const times = { starts: timeText(startAt, timeZone), ends: timeText(endAt, timeZone) };
  const texts = { title, ...times, guestIds, description };
  return { kind: 'modal', modal: draftForm(draft, texts, timeZone, call.t) };
}

async function drop(deps: AmaSurfaceDeps, call: PressCall, draftId: number): Promise<Reply> {
  await deps.writer.write(() => deps.amas.dropDraft({ ...about(call), draftId }));
  return inPlace(call, sentence(call.t('amas.draft.cancelled')));
}
