import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type PrivacyAct, privacyId } from './pause-custom-ids.ts';
import type { Pause } from './pause-repository.ts';

/** What somebody is shown about themselves. */
export interface PrivacyState {
  pause: Pause | undefined;
  /** On so many days something of them is known. */
  days: number;
  /** For so many months that is kept. */
  months: number;
}

const colour = 0x5b8def;

/** What can be done, and when it is offered; a new action is a row here and one in `pause-components.ts`. */
const offers: readonly { act: PrivacyAct; isOffered: (state: PrivacyState) => boolean }[] = [
  { act: 'stop', isOffered: ({ pause }) => pause?.what !== 'paused' },
  { act: 'go-on', isOffered: ({ pause }) => pause?.what === 'paused' },
];

/** The card of one member, for their eyes only. */
export function privacyCard(state: PrivacyState, t: Translate, note?: string): MessageBody {
  const { months } = state;
  const offered = offers.filter(({ isOffered }) => isOffered(state));
  return {
    components: [
      container(
        [
          text(`## ${t('counting.card.title')}\n${t('counting.card.what')}`),
          text(`${t('counting.card.why')}\n${t('counting.card.kept', { months })}`),
          separator(),
          text(`**${t('counting.card.yours')}**\n${standing(state, t)}`),
          row(
            ...offered.map(({ act }) =>
              button({
                id: privacyId.build({ act }),
                label: t(`counting.card.acts.${act}`),
                style: act === 'stop' ? 'secondary' : 'primary',
              }),
            ),
          ),
          ...(note === undefined ? [] : [separator(), text(note)]),
        ],
        { accent: colour },
      ),
    ],
  };
}

function standing({ pause, days }: PrivacyState, t: Translate): string {
  if (pause?.what === 'paused') {
    const since = t('counting.card.paused', { at: stamp(pause.since, 'D') });
    return days === 0 ? since : `${since} ${t('counting.card.forgetting', { days })}`;
  }
  const again = pause ? ` ${t('counting.card.again', { at: stamp(pause.from, 'D') })}` : '';
  return `${t('counting.card.days', { days })}${again}\n${t('counting.card.choice')}`;
}
