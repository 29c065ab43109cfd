import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { quoted, shown, shownText } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { detailsId } from './custom-ids.ts';
import type { Receipt } from './ports.ts';
import { statusColours } from './status-views.ts';
import { people } from './words-views.ts';

/** The one receipt of a shipped idea: who made it happen. It names people and pings nobody. */
export function receiptCard(
  state: { receipt: Receipt; roleId: string | undefined },
  t: Translate,
): MessageBody {
  const { receipt, roleId } = state;
  const { idea, early, commenters } = receipt;
  const reason = shownText(idea.reason ?? '', 700);
  const credits = [
    authorLine(receipt, t),
    ...(early.length > 0
      ? [t('ideas.receipt.early', { people: people(early.slice(0, 10).map(({ userId }) => userId)) })]
      : []),
    ...(commenters.length > 0
      ? [
          t('ideas.receipt.commenters', {
            people: people(commenters.slice(0, 10).map((each) => each.userId)),
          }),
        ]
      : []),
    t('ideas.receipt.supporters', { count: receipt.supporters }),
  ];
  const gift =
    roleId !== undefined && receipt.authorId !== undefined
      ? t('ideas.receipt.role', { role: `<@&${roleId}>` })
      : t('ideas.receipt.thanks');
  const number = idea.number === undefined ? '–' : String(idea.number);
  return {
    components: [
      container(
        [
          text(`## 🚀 ${t('ideas.receipt.title', { number })}\n**${shown(idea.title, 160)}**`),
          ...(reason === '' ? [] : [text(quoted(reason))]),
          separator(),
          text(credits.join('\n')),
          text(gift),
          row(button({ id: receiptMark(idea), label: t('ideas.card.details') })),
        ],
        { accent: statusColours.shipped },
      ),
    ],
  };
}

function authorLine({ idea, authorId, suggestedBy }: Receipt, t: Translate): string {
  if (idea.anonymous) return t('ideas.receipt.anonymous');
  const by = suggestedBy === undefined ? undefined : `<@${suggestedBy}>`;
  if (authorId === undefined || idea.consent === 'asked' || idea.consent === 'refused') {
    return by === undefined ? t('ideas.receipt.someone') : t('ideas.receipt.broughtIn', { by });
  }
  const author = `<@${authorId}>`;
  return by === undefined
    ? t('ideas.receipt.author', { author })
    : t('ideas.receipt.suggested', { author, by });
}

/** How the receipt is known again: an idea that ships twice has one receipt. */
export function receiptMark({ id }: { id: number }): string {
  return detailsId.build({ idea: id, on: 'receipt', event: 0 });
}
