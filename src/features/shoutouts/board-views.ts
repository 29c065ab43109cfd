import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { select } from '../../discord/ui-select.ts';
import type { Translate } from '../../i18n/translate.ts';
import { giveId } from './custom-ids.ts';
import { type BoardLine, boardPeriods, type ShoutoutSettings } from './model.ts';
import { boardPageId, boardPeriodId, boardValueId } from './private-custom-ids.ts';
import type { Board } from './result-types.ts';
import { plainValue, thanksColour, valueText } from './words-views.ts';

type Settings = Pick<ShoutoutSettings, 'values' | 'staffOnBoards'>;

/** In a select a choice needs a value of its own. */
export const ANY_VALUE = '-';

/** Who was thanked in a period, ten a page. */
export function boardView(board: Board, settings: Settings, t: Translate): MessageBody {
  const value = valueText(board.value, settings.values);
  const title = value === undefined ? t('shoutouts.board.title') : t('shoutouts.board.titleValue', { value });
  return {
    components: [
      container(
        [
          text(title),
          periods(board, t),
          ...valueMenu(board, settings, t),
          separator(),
          text(board.lines.length === 0 ? emptyText(board, t) : lines(board, t)),
          ...footer(board, settings, t),
          row(...leaves(board, t), giveButton('board', t)),
        ],
        { accent: thanksColour },
      ),
    ],
  };
}

export function giveButton(on: 'board' | 'story' | 'help', t: Translate) {
  return button({ id: giveId.build({ on, event: 0 }), label: t('shoutouts.board.give'), emoji: '🙌' });
}

function periods({ period, value = '' }: Board, t: Translate) {
  return row(
    ...boardPeriods.map((each) =>
      button({
        id: boardPeriodId.build({ period: each, value }),
        label: t(`shoutouts.board.periods.${each}`),
        style: each === period ? 'primary' : 'secondary',
      }),
    ),
  );
}

function valueMenu({ period, value }: Board, { values }: Settings, t: Translate): APIComponentInContainer[] {
  if (values.length < 2) return [];
  const menu = select({
    id: boardValueId.build({ period }),
    placeholder: t('shoutouts.values.pick'),
    options: [
      { value: ANY_VALUE, label: t('shoutouts.values.all'), chosen: value === undefined },
      ...values.map((each) => ({
        value: each.key,
        label: plainValue({ ...each, emoji: '' }),
        emoji: each.emoji,
        chosen: each.key === value,
      })),
    ],
  });
  return [row(menu)];
}

function emptyText({ value, period }: Board, t: Translate): string {
  return t(value === undefined ? `shoutouts.board.empty.${period}` : 'shoutouts.board.emptyValue');
}

function lines(board: Board, t: Translate): string {
  return board.lines.map((line) => lineText(line, t)).join('\n');
}

const medals = ['🥇', '🥈', '🥉'];

function lineText({ userId, received: count, rank }: BoardLine, t: Translate): string {
  const who = `<@${userId}>`;
  if (rank === undefined) return `• ${t('shoutouts.board.listed', { who, count })}`;
  const place = medals[rank - 1] ?? `**${rank}.**`;
  return t('shoutouts.board.ranked', { place, who, count });
}

function footer(board: Board, { staffOnBoards }: Settings, t: Translate): APIComponentInContainer[] {
  const { page, pages, people, shoutouts, ranked } = board;
  if (board.lines.length === 0) return [];
  const counts = { people, shoutouts };
  return [
    text(
      [
        ...(ranked ? [] : [t('shoutouts.board.few')]),
        pages > 1
          ? t('shoutouts.board.totalPages', { ...counts, page: String(page + 1), pages: String(pages) })
          : t('shoutouts.board.total', counts),
        t(staffOnBoards ? 'shoutouts.board.hidden' : 'shoutouts.board.staff'),
      ].join('\n'),
    ),
  ];
}

function leaves({ period, value = '', page, pages }: Board, t: Translate) {
  if (pages < 2) return [];
  const turn = (to: number, way: 'back' | 'on') =>
    boardPageId.build({ period, value, page: Math.max(0, to), turn: way });
  return [
    button({ id: turn(page - 1, 'back'), label: t('shoutouts.board.previous'), disabled: page === 0 }),
    button({ id: turn(page + 1, 'on'), label: t('shoutouts.board.next'), disabled: page >= pages - 1 }),
  ];
}
