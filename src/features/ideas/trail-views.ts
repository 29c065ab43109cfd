import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import { shown, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Idea, IdeaEvent } from './model.ts';
import { pagesId } from './private-custom-ids.ts';
import { statusColours, statusText } from './status-views.ts';

/** Entries of a page, and UTF-16 units of a reason: a page in any script fits into one message. */
const most = { lines: 10, reason: 120 } as const;

/** Who did what and when, newest first; for staff. Names of those who wanted none are not in `events`. */
export function trailView(
  idea: Idea,
  events: readonly IdeaEvent[],
  wanted: number,
  t: Translate,
): MessageBody {
  const pages = Math.max(1, Math.ceil(events.length / most.lines));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const lines = events.slice(page * most.lines, (page + 1) * most.lines).map((event) => line(event, t));
  const number = idea.number === undefined ? '–' : String(idea.number);
  const turn = (to: number, turned: 'back' | 'on', disabled: boolean) =>
    button({
      id: pagesId.build({ idea: idea.id, what: 'trail', page: Math.max(0, to), turn: turned }),
      label: t(turned === 'back' ? 'ideas.trail.newer' : 'ideas.trail.older'),
      disabled,
    });
  return {
    components: [
      container(
        [
          text(`## ${t('ideas.trail.title', { number })}`),
          text(lines.length === 0 ? t('ideas.trail.empty') : lines.join('\n')),
          ...(pages > 1
            ? [
                text(t('ideas.trail.page', { page: String(page + 1), pages: String(pages) })),
                row(turn(page - 1, 'back', page === 0), turn(page + 1, 'on', page >= pages - 1)),
              ]
            : []),
        ],
        { accent: statusColours[idea.status] },
      ),
    ],
  };
}

function line(event: IdeaEvent, t: Translate): string {
  const { at, actorId, detail } = event;
  const said = detail['reason'] ?? detail['text'];
  const reason = typeof said === 'string' ? shown(said, most.reason) : '';
  const words = { when: stamp(at, 'f'), what: whatHappened(event, t) };
  const first =
    actorId === undefined
      ? t('ideas.trail.line', words)
      : t('ideas.trail.lineBy', { ...words, who: `<@${actorId}>` });
  return reason === '' ? first : `${first}\n-# ${t('ideas.trail.reason', { reason })}`;
}

function whatHappened({ kind, from, to, detail }: IdeaEvent, t: Translate): string {
  switch (kind) {
    case 'status':
      if (to === undefined) return t('ideas.trail.events.edited');
      return from === undefined
        ? t('ideas.trail.events.statusTo', { to: statusText(to, t) })
        : t('ideas.trail.events.status', { from: statusText(from, t), to: statusText(to, t) });
    case 'rung':
      return t('ideas.trail.events.rung', { step: String(detail['rung'] ?? '') });
    case 'edited':
      return t(detail['by'] === 'staff' ? 'ideas.trail.events.editedByStaff' : 'ideas.trail.events.edited');
    default:
      return t(`ideas.trail.events.${kind}`);
  }
}
