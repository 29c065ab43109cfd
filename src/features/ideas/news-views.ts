import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import { quoted, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { detailsId, followId, moveId, objectId } from './custom-ids.ts';
import type { Idea, IdeaEvent, Merge } from './model.ts';
import type { IdeaNews } from './ports.ts';
import { presentRung, statusColours, statusIcons } from './status-views.ts';
import { type Named, nameOf, people } from './words-views.ts';

/** A merge that the news tell of, with both ideas. */
export interface MergeTold {
  merge: Merge;
  source: Named & { id: number };
  target: Named & { id: number };
}

export interface NewsState extends IdeaNews {
  /** When the review is due, where there is one. */
  dueAt: number | undefined;
  mergeOf: (mergeId: number) => MergeTold | undefined;
}

const room = { reason: 600, update: 500, lines: 1_700 } as const;

/**
 * What happened, told in the idea's thread, and pinging only those who asked for it. Undefined where none of it
 * is for everybody.
 */
export function newsView(state: NewsState, t: Translate): MessageBody | undefined {
  const { idea, events } = state;
  const lines = linesWithin([...new Set(events.flatMap((event) => line(event, state, t)))], room.lines);
  const newest = events.at(-1);
  if (lines.length === 0 || !newest) return undefined;
  const pinged = told(state);
  const title = `**${t('ideas.news.title', { number: idea.number === undefined ? '–' : String(idea.number) })}**`;
  const parts = [title, ...lines].join('\n');
  const following = followers(pinged, state.others, t);
  return {
    components: [
      container(
        [
          text(parts),
          ...(following === undefined ? [] : [text(following)]),
          ...mergeButtons(state, t),
          row(
            button({ id: followId.build({ idea: idea.id }), label: t('ideas.card.follow'), emoji: '🔔' }),
            button({
              id: detailsId.build({ idea: idea.id, on: 'news', event: newest.id }),
              label: t('ideas.card.details'),
            }),
          ),
        ],
        { accent: statusColours[idea.status] },
      ),
    ],
    allowed_mentions: { parse: [], users: pinged },
  };
}

/** A ping would tell who the author of an anonymous idea is where nobody else follows. */
function told({ idea, followers: all }: IdeaNews): string[] {
  return [...new Set(all)].filter((id) => !idea.anonymous || id !== idea.authorId).slice(0, 80);
}

function followers(pinged: readonly string[], others: number, t: Translate): string | undefined {
  if (pinged.length === 0) return undefined;
  const named = people(pinged);
  const all = others > 0 ? t('ideas.news.more', { people: named, count: String(others) }) : named;
  return t('ideas.news.following', { people: all });
}

/** The newest lines that fit; what was told first is left out first. */
function linesWithin(lines: readonly string[], most: number): string[] {
  let left = most;
  const kept: string[] = [];
  for (const each of lines.toReversed()) {
    if (each.length + 1 > left) break;
    left -= each.length + 1;
    kept.unshift(each);
  }
  return kept;
}

function line(event: IdeaEvent, state: NewsState, t: Translate): string[] {
  const { idea } = state;
  switch (event.kind) {
    case 'status':
      return statusLine(event, state, t);
    case 'rung':
      return [rungLine(event, state, t)];
    case 'edited':
      return event.detail['by'] === 'staff' ? [t('ideas.news.edited')] : [];
    case 'updated':
      return [[t('ideas.news.updated'), ...said(event.detail['text'], room.update)].join('\n')];
    case 'merged':
      return mergeLine(event, state, t);
    case 'merge-undone':
      return [t('ideas.news.mergeUndone')];
    case 'second-chance':
      return secondChance(idea, t);
    case 'overdue':
      return state.dueAt === undefined ? [] : [t('ideas.news.overdue', { full: stamp(state.dueAt, 'f') })];
    case 'submitted':
    case 'posted':
    case 'objected':
    case 'reported':
    case 'author-blocked':
    case 'author-unblocked':
    case 'author-revealed':
    case 'consent':
    case 'lost':
      return [];
    default:
      return event.kind satisfies never;
  }
}

/** Reaching a step, a merge and a second chance have lines of their own, and being posted is no news. */
function statusLine({ from, to, detail }: IdeaEvent, { idea }: NewsState, t: Translate): string[] {
  if (to === undefined || to === 'merged' || from === 'merged' || from === 'queued') return [];
  if (from === 'expired' && to === 'gathering') return secondChance(idea, t);
  if (to === 'gathering' || (to === 'in-review' && from === 'gathering')) return [];
  if (to === 'expired') {
    const goal = String(presentRung(idea)?.goal ?? 0);
    return [t('ideas.news.expired', { have: String(idea.supporters), goal })];
  }
  const status = t('ideas.news.statusChanged', { icon: statusIcons[to], status: t(`ideas.status.${to}`) });
  return [[status, ...said(detail['reason'], room.reason)].join('\n')];
}

function secondChance({ deadline }: Idea, t: Translate): string[] {
  return deadline === undefined ? [] : [t('ideas.news.secondChance', both(deadline))];
}

function said(words: string | number | undefined, max: number): string[] {
  const shown = typeof words === 'string' ? shownText(words, max) : '';
  return shown === '' ? [] : [quoted(shown)];
}

function both(at: number) {
  return { full: stamp(at, 'f'), relative: stamp(at, 'R') };
}

function rungLine({ detail }: IdeaEvent, { idea, dueAt }: NewsState, t: Translate): string {
  const step = Number(detail['rung'] ?? idea.reached);
  const goal = String(idea.rungs[step - 1]?.goal ?? idea.supporters);
  const reached = t('ideas.news.rung', { step: String(step), goal });
  const next = idea.rungs[step];
  if (next && idea.status === 'gathering' && idea.deadline !== undefined) {
    return `${reached} ${t('ideas.news.rungNext', { goal: String(next.goal), ...both(idea.deadline) })}`;
  }
  return !next && dueAt !== undefined ? `${reached} ${t('ideas.news.rungLast', both(dueAt))}` : reached;
}

function mergeLine(event: IdeaEvent, { idea, mergeOf }: NewsState, t: Translate): string[] {
  const told = mergeOf(Number(event.detail['merge']));
  if (!told) return [];
  const { merge, source, target } = told;
  const until = t('ideas.news.mergeUntil', { full: stamp(merge.undoUntil, 'f') });
  if (source.id === idea.id) return [`${t('ideas.news.merged', { idea: nameOf(target, t) })} ${until}`];
  return [t('ideas.news.mergedHere', { idea: nameOf(source, t), moved: merge.moved })];
}

/** Those who were moved can stay or go, and the author can object, under the last merge told. */
function mergeButtons({ idea, events, mergeOf }: NewsState, t: Translate) {
  const event = events.findLast(({ kind }) => kind === 'merged');
  const told = event && mergeOf(Number(event.detail['merge']));
  if (!told || told.merge.undoneAt !== undefined) return [];
  const { merge, source, target } = told;
  const keep = button({
    id: moveId.build({ idea: target.id, answer: 'keep' }),
    label: t('ideas.news.keep'),
    style: 'success',
  });
  const withdraw = button({
    id: moveId.build({ idea: target.id, answer: 'withdraw' }),
    label: t('ideas.news.withdraw'),
  });
  const object = button({ id: objectId.build({ merge: merge.id }), label: t('ideas.news.object') });
  return [source.id === idea.id ? row(keep, withdraw, object) : row(keep, withdraw)];
}

/** How a message of news is known again: by the newest event that it tells. */
export function newsMark({ idea, events }: IdeaNews): string {
  return detailsId.build({ idea: idea.id, on: 'news', event: events.at(-1)?.id ?? 0 });
}
