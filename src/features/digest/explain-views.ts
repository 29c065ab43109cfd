import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type BlockName, blockNames, explainId } from './custom-ids.ts';
import { blocks } from './model.ts';
import { digestColour } from './words-views.ts';

/** What the export tells besides, by the first of the numbers that are explained together. */
const exported = {
  growth: ['daily', 'stickiness', 'returning', 'reactivated', 'lostRegulars', 'activation', 'joins'],
  activity: ['replies', 'voiceMinutes', 'votes', 'hours', 'channels', 'loops'],
  health: [
    'solo',
    'newcomersAnswered',
    'medianReplyMinutes',
    'topTen',
    'reciprocity',
    'recognition',
    'guard',
  ],
} as const satisfies Record<BlockName, readonly string[]>;

/** What the numbers of a block mean, how they come about and what they do not see. */
export function explainView(block: BlockName, t: Translate): MessageBody {
  return {
    components: [
      container(
        [
          text(`## ${t('digest.explain.title')}\n${t('digest.explain.about')}`),
          row(
            ...blockNames.map((each) =>
              button({
                id: explainId.build({ block: each }),
                label: t(`digest.explain.tabs.${each}`),
                style: each === block ? 'primary' : 'secondary',
              }),
            ),
          ),
          ...blocks[block].map((number) =>
            text(`**${t(`digest.numbers.${number}`)}**\n${t(`digest.explain.numbers.${number}`)}`),
          ),
          text(
            [
              t('digest.explain.exported'),
              ...exported[block].map((each) => `- ${t(`digest.explain.more.${each}`)}`),
            ].join('\n'),
          ),
          text(`-# ${t('digest.explain.usual')}\n-# ${t('digest.explain.blind')}`),
        ],
        { accent: digestColour },
      ),
    ],
  };
}
