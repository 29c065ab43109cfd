import type { ReportFigure, ReportPage } from '../../charts/types.ts';
import { plain, printed } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { heatMap, trendChart } from './chart-views.ts';
import { blockNames } from './custom-ids.ts';
import { ENOUGH, headlineText, percent, usualText, valueText } from './figure-views.ts';
import { blocks, type DigestContent, type Figure, type Highlight, type Overdue } from './model.ts';
import { count, dayText, monthText, shortDayText } from './words-views.ts';

/** What a monthly report is made of. */
export interface Report {
  /** Undefined: Discord has not told it yet. */
  server: string | undefined;
  content: DigestContent;
  /** The local day on which it is made: what is overdue, is so on that day. */
  today: number;
}

const room = { server: 100, title: 120, reason: 200 } as const;
/** Titles in one line of what is overdue. */
const MOST_TITLES = 2;

/** The page. It is read without Discord, so nothing on it is a mention, and nobody is named. */
export function reportPage({ server, content, today }: Report, t: Translate): ReportPage {
  const { title: _, labels, series } = trendChart(content, t);
  const hours = heatMap(content, t);
  return {
    kind: 'report',
    server: serverText(server, t),
    month: monthText(content.period, t),
    headline: headlineText(content.headline, content.figures, t),
    blocks: blockNames.map((block) => ({
      title: t(`digest.report.blocks.${block}`),
      figures: figuresIn(blocks[block], content.figures).map((each) => reportFigure(each, t)),
    })),
    key: {
      better: t('digest.report.better'),
      worse: t('digest.report.worse'),
      steady: t('digest.report.steady'),
    },
    trend: { title: t('digest.report.trend', { count: labels.length }), labels, series },
    hours,
    highlights: {
      title: t('digest.report.highlights'),
      items: content.highlights.map((each) => highlightText(each, t)),
      none: t('digest.report.noHighlights'),
    },
    overdue: {
      title: t('digest.report.overdue', { day: shortDayText(today, t) }),
      items: content.overdue.map((each) => overdueText(each, t)),
      none: t('digest.report.noOverdue'),
    },
    smallPrint: smallPrint(content, t),
  };
}

/** The same for people who do not see the page; most important first, as it may be cut. */
export function reportAlt(
  { server, month, headline, blocks, highlights, overdue }: ReportPage,
  t: Translate,
): string {
  const numbers = blocks.flatMap(({ figures }) =>
    figures.map(({ name: number, value, before, usual }) =>
      t('digest.report.altNumber', { number, value, before, usual }),
    ),
  );
  const lists = [highlights, overdue].map(({ title, items, none }) =>
    t('digest.report.altList', { title, items: items.length === 0 ? none : items.join('; ') }),
  );
  return [t('digest.report.alt', { month, server, headline }), ...numbers, ...lists].join(' ');
}

const serverText = (name: string | undefined, t: Translate): string =>
  plain(name ?? '', room.server) || t('digest.report.server');

const figuresIn = (names: readonly string[], figures: readonly Figure[]): Figure[] =>
  figures.filter(({ number }) => names.includes(number));

function reportFigure(figure: Figure, t: Translate): ReportFigure {
  const { number, value, before, direction, change } = figure;
  const whole = typeof value === 'object' && value.of >= ENOUGH;
  return {
    name: t(`digest.numbers.${number}`),
    value: shortText(value, t),
    detail: whole
      ? loose(t('digest.figure.part', { part: count(value.part, t), whole: count(value.of, t) }))
      : '',
    before: t('digest.report.before', { value: shortText(before, t) }),
    usual: t('digest.report.usual', { range: loose(usualText(figure, t)) }),
    direction,
    change,
  };
}

/** Of many a percentage alone, as there is room for one number. */
const shortText = (value: Figure['value'], t: Translate): string =>
  typeof value === 'object' && value.of >= ENOUGH
    ? t('digest.report.percent', { percent: percent(value.part / value.of, t) })
    : loose(valueText(value, t));

/** Without what keeps words together where Discord would break a line; a picture breaks its own lines. */
const loose = (words: string): string => words.replaceAll('\u00A0', ' ').replaceAll('\u2060', '');

function highlightText(highlight: Highlight, t: Translate): string {
  switch (highlight.what) {
    case 'conversation':
      return t('digest.report.conversation', { messages: highlight.messages, people: highlight.people });
    case 'idea': {
      const { supporters } = highlight;
      return t('digest.report.idea', { title: titleText(highlight.title, t), supporters });
    }
    case 'shoutout':
      return t('digest.report.thanks', { reason: printed(highlight.reason, room.reason) });
    default:
      return highlight satisfies never;
  }
}

function overdueText({ what, count: all, items }: Overdue, t: Translate): string {
  const titles = items.slice(0, MOST_TITLES).map(({ title }) => titleText(title, t));
  const left = all - titles.length;
  const more = left > 0 ? ` ${t('digest.post.more', { count: count(left, t) })}` : '';
  return t(`digest.overdue.${what}`, { count: all, titles: `${titles.join(', ')}${more}` });
}

const titleText = (title: string, t: Translate): string =>
  printed(title, room.title) || t('digest.post.untitled');

function smallPrint({ clampedTo, timeZone }: DigestContent, t: Translate): string {
  const since = clampedTo === undefined ? [] : [t('digest.report.clamped', { from: dayText(clampedTo, t) })];
  return [...since, t('digest.report.print', { zone: timeZone })].join(' ');
}
