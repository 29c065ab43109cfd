import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { mineId } from './custom-ids.ts';
import { GRANT_MS } from './ports.ts';
import { perkColour } from './words-views.ts';

const DAY_MS = 86_400_000;

/** `/perk help`: what a member does, and below it what those who run the server do, for them. */
export function perkHelp(
  { admin, trouble }: { admin: boolean; trouble: 'no-key' | 'wrong-key' | undefined },
  t: Translate,
): MessageBody {
  const why = trouble && t(trouble === 'no-key' ? 'perks.panel.noKey' : 'perks.panel.wrongKey');
  return {
    components: [
      container(
        [
          text(`## ${t('perks.help.title')}`),
          text(t('perks.help.member')),
          row(button({ id: mineId.build({ on: 'help' }), label: t('perks.help.mine'), emoji: '🎁' })),
          ...(admin
            ? [
                separator(),
                text(`### ${t('perks.help.adminTitle')}`),
                text(t('perks.help.admin', { days: String(GRANT_MS / DAY_MS) })),
                ...(why === undefined ? [] : [text(t('perks.panel.off', { why }))]),
              ]
            : []),
        ],
        { accent: perkColour },
      ),
    ],
  };
}
