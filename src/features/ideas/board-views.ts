import type { MessageBody } from '../../discord/interaction.ts';
import { container, separator, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { IdeaSummary, Roadmap } from './ports.ts';
import { statusColours } from './status-views.ts';
import { nameOf } from './words-views.ts';

/** Lines of each part, and UTF-16 units of a title: three parts fit into one message in any script. */
const most = { lines: 6, title: 50 } as const;

/** What becomes of ideas, at a glance; stands pinned in a channel and is kept up to date. */
export function boardView(roadmap: Roadmap, t: Translate, hint = t('ideas.board.hint')): MessageBody {
  const part = (key: 'planned' | 'inProgress' | 'shipped', ideas: readonly IdeaSummary[]) =>
    text(`**${t(`ideas.board.${key}`)}**\n${lines(ideas, t)}`);
  return {
    components: [
      container(
        [
          text(`## ${boardMark(t)}`),
          part('inProgress', roadmap.inProgress),
          part('planned', roadmap.planned),
          part('shipped', roadmap.shipped),
          separator(),
          text(`-# ${hint}`),
        ],
        { accent: statusColours.planned },
      ),
    ],
  };
}

function lines(ideas: readonly IdeaSummary[], t: Translate): string {
  if (ideas.length === 0) return t('ideas.board.nothing');
  const rest = ideas.length - most.lines;
  return [
    ...ideas.slice(0, most.lines).map((idea) => `- ${summaryLine('ideas.board.line', idea, most.title, t)}`),
    ...(rest > 0 ? [`-# ${t('ideas.board.more', { count: rest })}`] : []),
  ].join('\n');
}

export function summaryLine(
  key: 'ideas.board.line' | 'ideas.ledger.line',
  idea: IdeaSummary,
  title: number,
  t: Translate,
): string {
  const supporters = t('ideas.card.supporters', { count: idea.supporters });
  return t(key, { idea: nameOf(idea, t, title), supporters });
}

/** How the board is known again in its channel. */
export function boardMark(t: Translate): string {
  return t('ideas.board.title');
}
