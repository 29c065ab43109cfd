import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import { quoted, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Shoutout, Value } from './model.ts';
import { voidId } from './private-custom-ids.ts';
import { withdrawButton } from './receipt-views.ts';
import { cardLink, peopleText, sourceLink, thanksColour, valueText } from './words-views.ts';

/** What whoever looks may do, and read. */
export interface DetailsRights {
  withdraw: boolean;
  void: boolean;
  /** Why staff took it back. */
  voidReason: boolean;
}

export interface DetailsState {
  shoutout: Shoutout;
  values: readonly Value[];
  rights: DetailsRights;
  /** What just happened. */
  note?: string | undefined;
}

/** One shout-out, for one person. */
export function shoutoutDetails({ shoutout, values, rights, note }: DetailsState, t: Translate): MessageBody {
  const { id, giverId, receiverIds, reason, value } = shoutout;
  const stands = valueText(value, values);
  const people = t('shoutouts.details.people', {
    giver: `<@${giverId}>`,
    people: peopleText(receiverIds, t),
  });
  const buttons = [
    ...(rights.withdraw ? [withdrawButton(shoutout, 'details', t)] : []),
    ...(rights.void
      ? [
          button({
            id: voidId.build({ shoutout: id }),
            label: t('shoutouts.details.voidButton'),
            style: 'danger',
          }),
        ]
      : []),
  ];
  return {
    components: [
      container(
        [
          text(`-# ${t('shoutouts.details.number', { number: String(id) })}\n**${people}**`),
          text(quoted(shownText(reason, 1_600))),
          ...(stands === undefined ? [] : [text(t('shoutouts.details.value', { value: stands }))]),
          text(fate(shoutout, rights, t)),
          ...(buttons.length > 0 ? [row(...buttons)] : []),
          ...(note === undefined ? [] : [text(note)]),
        ],
        { accent: thanksColour },
      ),
    ],
  };
}

/** When it was given, where it leads, and what became of it. */
function fate(shoutout: Shoutout, { voidReason }: DetailsRights, t: Translate): string {
  const { status, createdAt, statusAt } = shoutout;
  const source = sourceLink(shoutout);
  const card = cardLink(shoutout);
  const given = [
    t('shoutouts.details.given', { at: stamp(createdAt, 'f') }),
    ...(source === undefined ? [] : [t('shoutouts.details.source', { link: source })]),
    ...(card === undefined || status !== 'given' ? [] : [t('shoutouts.details.card', { link: card })]),
  ].join(' · ');
  if (status === 'given') return `-# ${given}`;
  const why = status === 'void' && voidReason ? shownText(shoutout.voidReason, 800) : '';
  return [
    `-# ${given}`,
    t(`shoutouts.details.${status}`, { at: stamp(statusAt, 'f') }),
    ...(why === '' ? [] : [`${t('shoutouts.details.voidReason')}\n${quoted(why)}`]),
  ].join('\n');
}
