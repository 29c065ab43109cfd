import type { MessageBody } from '../../discord/interaction.ts';
import { button, row, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { ballotNames } from './card-parts-views.ts';
import { whoVotedId } from './custom-ids.ts';
import type { Ballot, Poll } from './model.ts';
import type { Page } from './ports.ts';

/** Who chose what in an open poll, a page of it. Names are mentions, which ping nobody here. */
export function whoVotedView(
  poll: Poll,
  page: Page<{ userId: string; ballot: Ballot; weight: number }>,
  t: Translate,
): MessageBody {
  const title = t('polls.voted.title', { number: String(poll.id) });
  if (page.total === 0) return { components: [text(`${title}\n${t('polls.voted.nobody')}`)] };
  const choiceOf = ballotNames(poll, poll.kind === 'single' ? 40 : 15);
  const each = page.rows.map((vote) =>
    t('polls.voted.line', { voter: `<@${vote.userId}>`, choice: choiceOf(vote.ballot) }),
  );
  const pages = t('polls.voted.page', { page: page.page + 1, pages: page.pages });
  const turn = (to: number, label: string, disabled: boolean, turn: 'back' | 'on') =>
    button({ id: whoVotedId.build({ poll: poll.id, page: Math.max(0, to), turn }), label, disabled });
  return {
    components: [
      text([title, ...each, ...(page.pages > 1 ? [`-# ${pages}`] : [])].join('\n')),
      ...(page.pages > 1
        ? [
            row(
              turn(page.page - 1, '◀', page.page === 0, 'back'),
              turn(page.page + 1, '▶', page.page >= page.pages - 1, 'on'),
            ),
          ]
        : []),
    ],
  };
}
