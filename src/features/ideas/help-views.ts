import type { MessageBody } from '../../discord/interaction.ts';
import { container, separator, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { statusColours } from './status-views.ts';

/** `/idea help`: what a member does, and below it what the team does, for those who belong to it. */
export function ideaHelp(reader: { staff: boolean; open: boolean }, t: Translate): MessageBody {
  const { staff, open } = reader;
  return {
    components: [
      container(
        [
          text(`## ${t('ideas.help.title')}`),
          ...(open ? [] : [text(`-# ${t('ideas.help.closed')}`)]),
          text(t('ideas.help.member')),
          separator(),
          text(t('ideas.help.way')),
          text(t('ideas.help.author')),
          ...(staff
            ? [separator(), text(`### ${t('ideas.help.staffTitle')}`), text(t('ideas.help.staff'))]
            : []),
        ],
        { accent: statusColours.gathering },
      ),
    ],
  };
}
