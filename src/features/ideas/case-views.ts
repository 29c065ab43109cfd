import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { quoted, shown, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { decideId, detailsId, scoreId } from './custom-ids.ts';
import { type Criterion, criteria, type Idea, type ReviewCase, type Score } from './model.ts';
import { statusColours, statusText } from './status-views.ts';
import { linkTo } from './words-views.ts';

const most = { scores: 6, reason: 220, title: 160 } as const;

/** What staff can decide from the case itself; shipping and the rest is for later, on the manage panel. */
const decisions = ['planned', 'in-progress', 'declined'] as const;

/** The case as staff sees it. `need`: scores before anything can be decided. */
export function caseCard(state: { idea: Idea; review: ReviewCase; need: number }, t: Translate): MessageBody {
  const { idea, review } = state;
  const parts = [
    text(`### 🔍 ${t('ideas.case.title', { number: numberOf(idea), title: shown(idea.title, most.title) })}`),
    text([facts(idea, t), promise(state, t)].join('\n')),
    separator(),
    text(scoresText(state, t)),
    ...(review.closedAt === undefined ? controls(state, t) : [row(details(state, t))]),
  ];
  return { components: [container(parts, { accent: statusColours[idea.status] })] };
}

function numberOf({ number }: Idea): string {
  return number === undefined ? '–' : String(number);
}

function facts(idea: Idea, t: Translate): string {
  const supporters = t('ideas.card.supporters', { count: idea.supporters });
  const link = linkTo(idea);
  return link === undefined
    ? t('ideas.case.factsPlain', { supporters })
    : t('ideas.case.facts', { supporters, link });
}

function promise({ idea, review }: { idea: Idea; review: ReviewCase }, t: Translate): string {
  if (review.closedAt === undefined) {
    const { dueAt } = review;
    return t('ideas.case.due', { full: stamp(dueAt, 'f'), relative: stamp(dueAt, 'R') });
  }
  // Reopened for another review: what became of this one is in the trail.
  if (idea.status === 'in-review') return t('ideas.case.gone');
  return t('ideas.case.closed', { status: statusText(idea.status, t) });
}

function scoresText({ review, need }: { review: ReviewCase; need: number }, t: Translate): string {
  const { scores } = review;
  if (scores.length === 0) return t('ideas.case.none');
  const counted = `**${t('ideas.case.have', { have: String(scores.length), need: String(need) })}**`;
  const lines = scores.slice(0, most.scores).map((score) => scoreLine(score, t));
  const rest = scores.length - most.scores;
  return [
    counted,
    ...lines,
    ...(rest > 0 ? [t('ideas.case.more', { count: rest })] : []),
    t('ideas.case.mean', { scores: means(scores, t) }),
  ].join('\n');
}

function scoreLine({ reviewerId, scores, reason }: Score, t: Translate): string {
  const values = written((criterion) => String(scores[criterion]), t);
  const line = t('ideas.case.score', { reviewer: `<@${reviewerId}>`, scores: values });
  const why = shownText(reason, most.reason);
  return why === '' ? line : `${line}\n${quoted(why)}`;
}

function means(scores: readonly Score[], t: Translate): string {
  const form = new Intl.NumberFormat(t.locale, { maximumFractionDigits: 1 });
  const mean = (criterion: Criterion) =>
    scores.reduce((sum, each) => sum + each.scores[criterion], 0) / scores.length;
  return written((criterion) => form.format(mean(criterion)), t);
}

function written(value: (criterion: Criterion) => string, t: Translate): string {
  return criteria.map((each) => t(`ideas.case.${each}`, { value: value(each) })).join(' · ');
}

function controls({ idea, review, need }: { idea: Idea; review: ReviewCase; need: number }, t: Translate) {
  const ready = review.scores.length >= need;
  const score = button({
    id: scoreId.build({ idea: idea.id }),
    label: t('ideas.case.scoreButton'),
    style: 'primary',
  });
  const decide = decisions.map((to) =>
    button({
      id: decideId.build({ idea: idea.id, from: idea.status, to }),
      label: t(`ideas.case.${to}`),
      disabled: !ready,
    }),
  );
  const buttons = row(score, ...decide, details({ idea, review }, t));
  return ready ? [buttons] : [text(`-# ${t('ideas.case.waiting', { need })}`), buttons];
}

function details({ idea, review }: { idea: Idea; review: ReviewCase }, t: Translate) {
  return button({ id: caseMark({ idea, review }), label: t('ideas.card.details') });
}

/** How the message of a case is known again. */
export function caseMark({ idea, review }: { idea: Idea; review: ReviewCase }): string {
  return detailsId.build({ idea: idea.id, on: 'case', event: review.id });
}

/** Staff is reminded of an answer that was promised; it pings the staff role where there is one. */
export function overdueView(
  state: { idea: Idea; review: ReviewCase; staffRoleId: string | undefined },
  t: Translate,
): MessageBody {
  const { idea, review, staffRoleId } = state;
  const { dueAt, channelId, messageId } = review;
  const late = t('ideas.case.overdue', {
    number: numberOf(idea),
    title: shown(idea.title, most.title),
    full: stamp(dueAt, 'f'),
    relative: stamp(dueAt, 'R'),
  });
  const link = linkTo({ ...idea, channelId, messageId });
  const how = link === undefined ? t('ideas.case.overdueHowPlain') : t('ideas.case.overdueHow', { link });
  const whom = staffRoleId === undefined ? '' : `<@&${staffRoleId}> `;
  return {
    components: [text(`${whom}${late}\n${how}`)],
    allowed_mentions: { parse: [], ...(staffRoleId === undefined ? {} : { roles: [staffRoleId] }) },
  };
}
