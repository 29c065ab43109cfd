import type { MessageBody } from '../../discord/interaction.ts';
import { container, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { DigestContent } from './model.ts';
import { count, dayText, digestColour, weekdayText } from './words-views.ts';

/** Periods of a chart that are put into words, the last ones. */
const SHOWN = 12;
/** Hours are added up in threes: a table of 24 columns fits on no phone. */
const HOURS_TOGETHER = 3;

const orDash = (value: number | undefined, t: Translate): string =>
  value === undefined ? t('digest.figure.none') : count(value, t);

/** What the chart of the last periods shows. */
export function trendAlt({ trend }: DigestContent, t: Translate): string {
  const shown = trend.active.slice(-SHOWN);
  const values = shown.map((value) => orDash(value, t)).join(', ');
  return t('digest.alt.trend', { count: shown.length, values });
}

/** What the heat map shows. */
export function hoursAlt({ hours }: DigestContent, t: Translate): string {
  let busiest = { day: 0, hour: 0, messages: 0 };
  for (const [day, ofDay] of hours.slice(0, 7).entries())
    for (const [hour, messages] of ofDay.slice(0, 24).entries())
      if (messages > busiest.messages) busiest = { day, hour, messages };
  if (busiest.messages === 0) return t('digest.alt.hoursNone');
  const { day, hour, messages } = busiest;
  return t('digest.alt.hours', { day: weekdayText(day, t), hour: String(hour), count: count(messages, t) });
}

/** Both pictures as text, for people who do not see them. */
export function tableView(content: DigestContent, t: Translate): MessageBody {
  return {
    components: [
      container([text(trendText(content, t)), text(hoursText(content, t))], { accent: digestColour }),
    ],
  };
}

function trendText({ trend }: DigestContent, t: Translate): string {
  const lines = trend.starts.map((start, index) =>
    t('digest.table.period', {
      from: dayText(start, t),
      active: orDash(trend.active[index], t),
      conversations: orDash(trend.conversations[index], t),
    }),
  );
  const usual = trend.usualActive;
  const range = usual && {
    low: count(Math.round(usual.low), t),
    high: count(Math.round(usual.high), t),
  };
  return [
    t('digest.table.trend'),
    ...lines.slice(-SHOWN),
    ...(range ? [t('digest.table.usual', range)] : []),
  ].join('\n');
}

function hoursText({ hours }: DigestContent, t: Translate): string {
  const lines = hours.slice(0, 7).map((ofDay, day) => {
    const spans = Array.from({ length: 24 / HOURS_TOGETHER }, (_, span) => {
      const from = span * HOURS_TOGETHER;
      const messages = ofDay.slice(from, from + HOURS_TOGETHER).reduce((sum, each) => sum + each, 0);
      return { from, to: from + HOURS_TOGETHER, messages };
    });
    const said = spans
      .filter(({ messages }) => messages > 0)
      .map(({ from, to, messages }) => `${from}–${to}: **${count(messages, t)}**`);
    return `${weekdayText(day, t)}: ${said.length === 0 ? t('digest.figure.none') : said.join(' · ')}`;
  });
  return [t('digest.table.hours'), ...lines].join('\n');
}
