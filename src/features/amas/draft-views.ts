import { ChannelType } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { channelSelect } from '../../discord/ui-select.ts';
import { shown, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { AmaSpec } from './model.ts';
import type { AmaDraft } from './ports.ts';
import { draftActionId, draftPlaceId, type Switch, switches } from './private-custom-ids.ts';
import { amaColours, people } from './words-views.ts';

/** Where an AMA can be announced: its thread holds the answers. */
export const audienceTypes = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;
export const stageTypes = [ChannelType.GuildStageVoice, ChannelType.GuildVoice] as const;
export const staffTypes = [ChannelType.GuildText] as const;

/** UTF-16 units; with the fixed words below Discord's 4,000. */
const room = { title: 160, description: 1_400 } as const;

/** The AMA as it was understood, and what can still be changed. For its host only. `warnings` are sentences of ours. */
export function draftPreview(
  draft: AmaDraft,
  state: { warnings: readonly string[] },
  t: Translate,
): MessageBody {
  const { spec, amaId } = draft;
  const { guestIds, userId } = { guestIds: spec.guestIds, userId: draft.userId };
  const description = shownText(spec.description, room.description);
  const facts = [
    t('amas.draft.starts', { full: stamp(spec.startAt, 'F'), relative: stamp(spec.startAt, 'R') }),
    t('amas.draft.ends', { full: stamp(spec.endAt, 'F') }),
    t('amas.draft.guests', { people: people(guestIds.length > 0 ? guestIds : [userId]) }),
    t('amas.draft.places', { channel: `<#${spec.channelId}>`, staff: `<#${spec.staffChannelId}>` }),
    ...(spec.stageId === undefined ? [] : [t('amas.draft.stage', { stage: `<#${spec.stageId}>` })]),
  ];
  return {
    components: [
      text(t(amaId === undefined ? 'amas.draft.preview' : 'amas.draft.previewEdit')),
      container(
        [
          text(`## 🎤 ${shown(spec.title, room.title)}`),
          ...(description === '' ? [] : [text(description)]),
          text(facts.join('\n')),
          separator(),
          row(...switches.map((each) => switchButton(draft, each, t))),
          ...places(draft, t),
        ],
        { accent: amaColours.scheduled },
      ),
      ...(state.warnings.length === 0 ? [] : [text(state.warnings.join('\n'))]),
      actions(draft, t),
    ],
  };
}

export function isOn(spec: AmaSpec, which: Switch): boolean {
  return which === 'review' ? spec.queue === 'review' : spec[which];
}

/** The spec with one switch turned. */
export function turned(spec: AmaSpec, which: Switch): Partial<AmaSpec> {
  if (which === 'review') return { queue: spec.queue === 'review' ? 'open' : 'review' };
  return { [which]: !spec[which] };
}

function switchButton({ id: draft, spec }: AmaDraft, which: Switch, t: Translate) {
  return button({
    id: draftActionId.build({ draft, action: which }),
    label: t(`amas.draft.switches.${which}.${isOn(spec, which) ? 'on' : 'off'}`),
    emoji: { review: '📥', anonymous: '🕶️', several: '🔁', attachments: '🖼️' }[which],
  });
}

function places({ id: draft, spec }: AmaDraft, t: Translate) {
  const channel = channelSelect({
    id: draftPlaceId.build({ draft, which: 'channel' }),
    placeholder: t('amas.draft.pickChannel'),
    types: audienceTypes,
  });
  const stage = channelSelect({
    id: draftPlaceId.build({ draft, which: 'stage' }),
    placeholder: t('amas.draft.pickStage'),
    types: stageTypes,
    min: 0,
    chosen: spec.stageId === undefined ? [] : [spec.stageId],
  });
  const staff = channelSelect({
    id: draftPlaceId.build({ draft, which: 'staff' }),
    placeholder: t('amas.draft.pickStaff'),
    types: staffTypes,
  });
  return [row(channel), row(stage), row(staff)];
}

function actions({ id: draft, amaId }: AmaDraft, t: Translate) {
  const each = (action: 'publish' | 'edit' | 'cancel', label: string, style?: 'success' | 'danger') =>
    button({ id: draftActionId.build({ draft, action }), label, ...(style ? { style } : {}) });
  return row(
    each('publish', t(amaId === undefined ? 'amas.draft.publish' : 'amas.draft.save'), 'success'),
    each('edit', t('amas.draft.edit')),
    each('cancel', t('amas.draft.cancel'), 'danger'),
  );
}
