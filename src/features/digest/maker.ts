import type { Writer } from '../../database/writer.ts';
import { startOfDay } from '../../shared/wall-time.ts';
import { CHARTED, compose, type Known } from './compose.ts';
import { followUp } from './follow-up.ts';
import type { Cadence, DigestContent, Period } from './model.ts';
import { thisMonth, wholeMonths } from './months.ts';
import type { PeriodRepository } from './period-repository.ts';
import type { Counted, DigestMaker, DigestSources } from './ports.ts';
import type { DigestRepository } from './repository.ts';
import { earlier, occurrenceAt } from './schedule.ts';

export interface MakerParts {
  digests: DigestRepository;
  periods: PeriodRepository;
  sources: DigestSources;
  writer: Writer;
  timeZone: (guildId: string) => string;
}

/** What members did is known in full for so long; older periods are known where they were counted in time. */
const COUNTABLE_DAYS = 90;

/** Of a period's days so many have to be known: a few days of a month are nothing to compare a month with. */
const COMPARABLE = 3 / 4;
const isComparable = ({ start, end }: Period, knownFrom: number | undefined): boolean =>
  knownFrom !== undefined && end - knownFrom >= (end - start) * COMPARABLE;

/** Puts digests together. What is over is counted once and kept; the rest is asked for anew. */
export function createDigestMaker(parts: MakerParts): DigestMaker & {
  make(
    guildId: string,
    period: Period,
    about: { cadence: Cadence; now: number; skipped: readonly Period[] },
  ): Promise<DigestContent>;
  /** Counts what months are over and not counted yet, while that can still be done. */
  keepMonths(guildId: string, now: number): Promise<void>;
} {
  const { digests, periods, sources, writer, timeZone } = parts;

  const pastOf = async (
    guildId: string,
    period: Period,
    cadence: Cadence,
    today: number,
  ): Promise<Known['past']> => {
    const knownFrom = sources.knownFrom(guildId);
    const past: { period: Period; counted: Counted | undefined }[] = [];
    for (let back = 1; back < CHARTED; back += 1) {
      const each = earlier(period, cadence, back);
      const isKnown = each.start >= today - COUNTABLE_DAYS && isComparable(each, knownFrom);
      const kept = periods.find(guildId, each);
      past.push({ period: each, counted: kept ?? (isKnown ? await countOver(guildId, each) : undefined) });
    }
    return past;
  };
  /** Of a period that is over: nothing of it changes any more. */
  const countOver = async (guildId: string, period: Period): Promise<Counted> => {
    const counted = await sources.counted(guildId, period);
    if (isComparable(period, sources.knownFrom(guildId)) && sources.isComplete(guildId))
      await writer.write(() => periods.save(guildId, period, counted));
    return counted;
  };

  /** What is too old to be counted again is as it was counted then. */
  const countedOf = async (guildId: string, period: Period, today: number): Promise<Counted> => {
    if (period.end > today) return sources.counted(guildId, period);
    const kept = period.start < today - COUNTABLE_DAYS ? periods.find(guildId, period) : undefined;
    return kept ?? countOver(guildId, period);
  };

  const make = async (
    guildId: string,
    period: Period,
    { cadence, now, skipped }: { cadence: Cadence; now: number; skipped: readonly Period[] },
  ): Promise<DigestContent> => {
    const zone = timeZone(guildId);
    const [from, to] = [startOfDay(period.start, zone), startOfDay(period.end, zone)];
    const today = occurrenceAt('weekly', zone, now).period.end;
    const counted = await countedOf(guildId, period, today);
    const past = await pastOf(guildId, period, cadence, today);
    const known: Known = {
      period,
      cadence,
      timeZone: zone,
      knownFrom: sources.knownFrom(guildId),
      counted,
      past,
      found: {
        conversation: sources.conversation(guildId, period),
        highlights: sources.highlights(guildId, from, to),
        owed: sources.owed(guildId, now),
        unsung: sources.unsung(guildId, now),
        unanswered: sources.unanswered(guildId, period),
      },
      followed: followUp(digests.latestBefore(guildId, now), parts),
      skipped,
    };
    return compose(known, sources);
  };

  return {
    make,
    async keepMonths(guildId, now) {
      const zone = timeZone(guildId);
      const today = occurrenceAt('weekly', zone, now).period.end;
      await pastOf(guildId, thisMonth(zone, now), 'monthly', today);
    },
    months(guildId, now) {
      const zone = timeZone(guildId);
      const knownFrom = sources.knownFrom(guildId);
      const today = occurrenceAt('weekly', zone, now).period.end;
      return wholeMonths(zone, now).filter(
        (month) =>
          (knownFrom !== undefined && month.end > knownFrom && month.start >= today - COUNTABLE_DAYS) ||
          periods.find(guildId, month) !== undefined,
      );
    },
    isComplete: sources.isComplete,
    report: (guildId, month, now) => make(guildId, month, { cadence: 'monthly', now, skipped: [] }),
    preview(guildId, now) {
      const { cadence } = digests.settings(guildId);
      const { period } = occurrenceAt(cadence, timeZone(guildId), now);
      return make(guildId, period, { cadence, now, skipped: [] });
    },
    async numbers(guildId, now, count) {
      const { cadence } = digests.settings(guildId);
      const zone = timeZone(guildId);
      const { period } = occurrenceAt(cadence, zone, now);
      const today = occurrenceAt('weekly', zone, now).period.end;
      const past = await pastOf(guildId, period, cadence, today);
      const all = [{ period, counted: await sources.counted(guildId, period) }, ...past];
      return all
        .flatMap(({ period: each, counted }) =>
          counted ? [{ ...datesOf(each), ...numbersOf(counted) }] : [],
        )
        .slice(0, count);
    },
  };
}

/** The first and the last local day, as every spreadsheet reads them. */
function datesOf({ start, end }: Period): { from: string; to: string } {
  const date = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  return { from: date(start), to: date(end - 1) };
}

const numbersOf = ({ growth, activity, health, loops, guard }: Counted) => ({
  growth,
  activity,
  health,
  loops,
  guard,
});
