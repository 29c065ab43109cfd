import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { showId } from './custom-ids.ts';
import type { Ama, FairnessReceipt } from './model.ts';
import { amaColours, titleText } from './words-views.ts';

/** What became of all questions, in a few lines that everybody can check. */
export function receiptView(ama: Ama, receipt: FairnessReceipt, t: Translate): MessageBody {
  const parts = [
    text(`### ${t('amas.receipt.title')}\n-# ${titleText(ama)}`),
    text(receiptLines(receipt, t).join('\n')),
    row(button({ id: receiptMark(ama), label: t('amas.direct.open') })),
  ];
  return { components: [container(parts, { accent: amaColours.closed })] };
}

/** How it is found again in the thread. */
export function receiptMark({ id }: Pick<Ama, 'id'>): string {
  return showId.build({ ama: id, on: 'receipt', event: 0 });
}

export function receiptLines(receipt: FairnessReceipt, t: Translate): string[] {
  const { asked, askers, answered, parked, unreviewed, merged, withdrawn, firstTimers } = receipt;
  const percent = String(asked === 0 ? 0 : Math.round((answered / asked) * 100));
  const counted = (key: 'merged' | 'unreviewed', count: number) =>
    count > 0 ? [t(`amas.receipt.${key}`, { count })] : [];
  const alone = (key: 'parked' | 'withdrawn', count: number) =>
    count > 0 ? [t(`amas.receipt.${key}`, { count: String(count) })] : [];
  return [
    t('amas.receipt.asked', { asked, askers }),
    t('amas.receipt.answered', { count: String(answered), percent }),
    ...counted('merged', merged),
    ...alone('parked', parked),
    ...counted('unreviewed', unreviewed),
    declinedText(receipt, t),
    ...alone('withdrawn', withdrawn),
    ...(firstTimers.asked > 0
      ? [
          t('amas.receipt.firstTimers', {
            answered: String(firstTimers.answered),
            asked: String(firstTimers.asked),
          }),
        ]
      : []),
    ...medians(receipt, t),
    t('amas.receipt.words'),
  ];
}

function declinedText({ declined }: FairnessReceipt, t: Translate): string {
  const count = declined.reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return t('amas.receipt.noneDeclined');
  const reasons = declined.map((each) => `${t(`amas.reasons.${each.reason}`)} (${each.count})`).join(', ');
  return t('amas.receipt.declined', { count: String(count), reasons });
}

function medians({ medianSupport: { answered, declined } }: FairnessReceipt, t: Translate): string[] {
  if (answered === undefined) return [];
  if (declined === undefined) return [t('amas.receipt.medianAnswered', { answered: String(answered) })];
  return [t('amas.receipt.medians', { answered: String(answered), declined: String(declined) })];
}
