import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Ama } from './model.ts';
import { amaColours, titleText } from './words-views.ts';

/**
 * Stands in the team's channel instead of panel, queue or list while everybody can read it. `mark`: the button of the
 * message that it stands for; whoever may press it sees alone what it opens.
 */
export function exposedView(ama: Ama, mark: string, t: Translate): MessageBody {
  const words = t('amas.exposed.words', { channel: `<#${ama.staffChannelId}>` });
  const parts = [
    text(`### ${titleText(ama)}\n${words}`),
    row(button({ id: mark, label: t('amas.exposed.open') })),
  ];
  return { components: [container(parts, { accent: amaColours.live })] };
}
