import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { limits } from '../../discord/limits.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { select } from '../../discord/ui-select.ts';
import { messageLink, plain, shown, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { listFilterId, listFilters, listPageId } from './custom-ids.ts';
import type { Page, PollSummary } from './ports.ts';
import { colours, votesText } from './words-views.ts';

export type ListFilter = (typeof listFilters)[number];

/** `/poll list`: ten polls a page, a filter, and two buttons to leaf through. */
export function pollList(
  page: Page<PollSummary>,
  filter: ListFilter,
  guildId: string,
  t: Translate,
): MessageBody {
  const empty = t(filter === 'any' ? 'polls.list.empty' : 'polls.list.emptyFilter');
  const lines = page.rows.map((poll) => line(poll, guildId, t));
  const turn = (to: number, label: string, disabled: boolean, page: 'newer' | 'older') =>
    button({ id: listPageId.build({ page: Math.max(0, to), status: filter, turn: page }), label, disabled });
  return {
    components: [
      container(
        [
          text(t('polls.list.title')),
          row(
            select({
              id: listFilterId.build({}),
              options: listFilters.map((each) => ({
                value: each,
                label: t(`polls.statuses.${each}`),
                chosen: each === filter,
              })),
            }),
          ),
          separator(),
          text(lines.length === 0 ? empty : lines.join('\n')),
          ...(page.pages > 1
            ? [
                text(t('polls.list.page', { page: page.page + 1, pages: page.pages })),
                row(
                  turn(page.page - 1, t('polls.list.previous'), page.page === 0, 'newer'),
                  turn(page.page + 1, t('polls.list.next'), page.page >= page.pages - 1, 'older'),
                ),
              ]
            : []),
        ],
        { accent: colours.open },
      ),
    ],
  };
}

function line(poll: PollSummary, guildId: string, t: Translate): string {
  const { channelId, messageId } = poll;
  const channel = `<#${channelId}>`;
  const place =
    messageId === undefined
      ? channel
      : `${channel} · [${t('polls.details.jump')}](${messageLink({ guildId, channelId, messageId })})`;
  const words = {
    number: String(poll.id),
    question: shown(poll.question, 110),
    place,
    votes: votesText(poll.voters, undefined, t),
  };
  switch (poll.phase) {
    case 'open':
      return t('polls.list.open', { ...words, relative: stamp(poll.closesAt, 'R') });
    case 'scheduled':
      return t('polls.list.scheduled', { ...words, relative: stamp(poll.opensAt ?? poll.closesAt, 'R') });
    case 'closed':
      return t('polls.list.closed', { ...words, relative: stamp(poll.closedAt ?? poll.closesAt, 'R') });
    case 'cancelled':
      return t('polls.list.cancelled', words);
    default:
      return poll.phase satisfies never;
  }
}

/** For autocomplete: the number is the value, so that a renamed or equal question does not matter. */
export function pollChoices(
  polls: readonly PollSummary[],
  t: Translate,
): APIApplicationCommandOptionChoice<string>[] {
  return polls.slice(0, limits.choices).map((poll) => ({
    name: plain(
      t('polls.list.choice', { number: String(poll.id), question: plain(poll.question, 80) }),
      limits.choiceText,
    ),
    value: String(poll.id),
  }));
}
