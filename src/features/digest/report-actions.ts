import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { privately, sentence } from '../../discord/press.ts';
import { container, mediaGallery, text } from '../../discord/ui.ts';
import { stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { UserError } from '../../shared/user-error.ts';
import { startOfDay } from '../../shared/wall-time.ts';
import type { DigestContent, Highlight, Period } from './model.ts';
import { monthIn, monthKey, monthsLike, thisMonth } from './months.ts';
import type { DigestSurfaceDeps } from './ports.ts';
import { type Report, reportAlt, reportPage } from './report-page.ts';
import { occurrenceAt } from './schedule.ts';
import { digestColour, monthText } from './words-views.ts';

/** The month that was picked or typed, otherwise the last one; as a picture, to the one who asked. */
export async function showReport(
  deps: DigestSurfaceDeps,
  call: Call,
  typed: string | undefined,
): Promise<Reply> {
  const { guildId, now, t } = call;
  const zone = deps.policy.timeZone(guildId);
  const months = deps.maker.months(guildId, now);
  const [latest] = months;
  if (!latest) {
    const at = stamp(startOfDay(thisMonth(zone, now).end, zone), 'D');
    return privately(sentence(t('digest.report.soon', { at })));
  }
  const month = typed === undefined ? latest : monthIn(months, typed, t);
  if (!month) throw new UserError('digest.refusals.no-month', { months: listed(months, t) });
  const content = await deps.maker.report(guildId, month, now);
  const report: Report = {
    server: deps.serverName(guildId),
    content: countedOnly(deps, guildId, content),
    today: occurrenceAt('weekly', zone, now).period.end,
  };
  const page = reportPage(report, t);
  const data = await deps.draw.report(page);
  if (!data) throw new UserError('digest.refusals.no-picture');
  const name = `report-${monthKey(month)}.png`;
  const description = reportAlt(page, t);
  const files = [{ name, data, contentType: 'image/png', description }];
  const body = reportBody(month, { name, description, isComplete: deps.maker.isComplete(guildId) }, t);
  return { kind: 'reply', ephemeral: true, body, files };
}

/** What is offered while a month is typed; nothing to those who may not ask. */
export function reportMonths(
  { maker, policy }: Pick<DigestSurfaceDeps, 'maker' | 'policy'>,
  { guildId, actor, now, t }: Call,
  typed: string,
): APIApplicationCommandOptionChoice[] {
  if (!policy.mayManage(guildId, actor)) return [];
  return monthsLike(maker.months(guildId, now), typed, t).map((month) => ({
    name: monthText(month, t),
    value: monthKey(month),
  }));
}

function reportBody(
  month: Period,
  picture: { name: string; description: string; isComplete: boolean },
  t: Translate,
): MessageBody {
  const words = [
    t('digest.report.title', { month: monthText(month, t) }),
    t('digest.report.about'),
    ...(picture.isComplete ? [] : [t('digest.report.reading')]),
  ];
  return {
    components: [
      container([text(words.join('\n')), mediaGallery([{ file: picture.name, alt: picture.description }])], {
        accent: digestColour,
      }),
    ],
  };
}

const listed = (months: readonly Period[], t: Translate): string =>
  new Intl.ListFormat(t.locale, { type: 'disjunction' }).format(months.map((each) => monthText(each, t)));

/** Thanks tell in their own words of those who gave and received them: not of somebody who asked not to be counted. */
function countedOnly(
  { policy }: Pick<DigestSurfaceDeps, 'policy'>,
  guildId: string,
  content: DigestContent,
): DigestContent {
  const isCounted = (highlight: Highlight) =>
    highlight.what !== 'shoutout' ||
    ![highlight.giverId, ...highlight.receiverIds].some((userId) => policy.isPaused(guildId, userId));
  return { ...content, highlights: content.highlights.filter(isCounted) };
}
