import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import { messageLink, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { historyPageId } from './custom-ids.ts';
import { headlineText } from './figure-views.ts';
import type { Digest } from './model.ts';
import { digestColour, periodText } from './words-views.ts';

/** Digests on a page. */
export const PAGE = 8;

export interface HistoryPage {
  guildId: string;
  digests: readonly Digest[];
  total: number;
  /** From 0. */
  page: number;
}

export const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / PAGE));

/** The digests so far, the latest first; those that were skipped say so. */
export function historyView({ guildId, digests, total, page }: HistoryPage, t: Translate): MessageBody {
  const pages = pagesOf(total);
  const lines = digests.slice(0, PAGE).map((each) => lineOf(guildId, each, t));
  return {
    components: [
      container(
        [
          text(`## ${t('digest.history.title')}`),
          text(lines.length === 0 ? t('digest.history.empty') : lines.join('\n')),
          ...(pages > 1 ? [pageText(page, pages, t), leaves(page, pages, t)] : []),
        ],
        { accent: digestColour },
      ),
    ],
  };
}

function lineOf(guildId: string, digest: Digest, t: Translate): string {
  const { period, status, kind, dueAt, content, channelId, messageId } = digest;
  const days = `**${periodText(period, t)}**`;
  const about = [
    ...(kind === 'extra' ? [t('digest.history.extra')] : []),
    status === 'posted' ? stamp(dueAt, 'D') : t(`digest.history.${status}`),
  ];
  const link =
    status === 'posted' && channelId !== undefined && messageId !== undefined
      ? [t('digest.history.open', { link: messageLink({ guildId, channelId, messageId }) })]
      : [];
  const headline = content ? [headlineText(content.headline, content.figures, t)] : [];
  return [days, `-# ${[...headline, ...about, ...link].join(' · ')}`].join('\n');
}

const pageText = (page: number, pages: number, t: Translate) =>
  text(`-# ${t('digest.history.page', { page: String(page + 1), pages: String(pages) })}`);

function leaves(page: number, pages: number, t: Translate) {
  const turn = (to: number, way: 'back' | 'on') => historyPageId.build({ page: Math.max(0, to), turn: way });
  return row(
    button({ id: turn(page - 1, 'back'), label: t('digest.history.previous'), disabled: page === 0 }),
    button({ id: turn(page + 1, 'on'), label: t('digest.history.next'), disabled: page >= pages - 1 }),
  );
}
