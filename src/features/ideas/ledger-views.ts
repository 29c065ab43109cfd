import type { MessageBody } from '../../discord/interaction.ts';
import { container, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { summaryLine } from './board-views.ts';
import type { IdeaSummary } from './ports.ts';
import { statusColours } from './status-views.ts';

/** One page of the public ledger: what shipped, a line each, oldest first. `page` counts from 0. */
export function ledgerView(page: number, shipped: readonly IdeaSummary[], t: Translate): MessageBody {
  const lines = shipped.slice(0, 15).map((idea) => summaryLine('ideas.ledger.line', idea, 80, t));
  return {
    components: [
      container(
        [
          text(`## ${t('ideas.ledger.title')}\n-# ${ledgerMark(page, t)}`),
          text(lines.join('\n') || t('ideas.board.nothing')),
        ],
        {
          accent: statusColours.shipped,
        },
      ),
    ],
  };
}

/** How a page is known again in its channel. */
export function ledgerMark(page: number, t: Translate): string {
  return t('ideas.ledger.page', { page: String(page + 1) });
}
