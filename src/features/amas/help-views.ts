import type { MessageBody } from '../../discord/interaction.ts';
import { container, separator, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { amaColours } from './words-views.ts';

/** `/ama help`: what a member does and, for the team, how a first AMA goes from announcement to transcript. */
export function amaHelp({ staff }: { staff: boolean }, t: Translate): MessageBody {
  const host = [
    separator(),
    text(`### ${t('amas.help.hostTitle')}\n${t('amas.help.before')}`),
    text(t('amas.help.during')),
    text(t('amas.help.guest')),
  ];
  return {
    components: [
      container([text(`## ${t('amas.help.title')}`), text(t('amas.help.member')), ...(staff ? host : [])], {
        accent: amaColours.scheduled,
      }),
    ],
  };
}
