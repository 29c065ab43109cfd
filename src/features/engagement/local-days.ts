import { wallTime } from '../../shared/wall-time.ts';

/** A moment as the calendar of a place has it. */
export interface LocalHour {
  /** Days since 1970-01-01 of the local date. */
  day: number;
  /** 0 to 23 on the wall. */
  hour: number;
}

/**
 * Offsets are whole quarters of an hour and change on them, so one look per quarter is enough. True of every zone since
 * 1990: https://data.iana.org/time-zones/theory.html
 */
const QUARTER_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
/** Servers whose quarter is remembered. */
const MOST = 5_000;

/** The local day and hour of an instant (UTC ms) where a server is; cheap for instants that follow each other. */
export function createLocalDays(zoneOf: (guildId: string) => string) {
  const known = new Map<string, { zone: string; quarter: number; hour: LocalHour }>();
  return (guildId: string, at: number): LocalHour => {
    const zone = zoneOf(guildId);
    const quarter = Math.floor(at / QUARTER_MS);
    const last = known.get(guildId);
    if (last?.quarter === quarter && last.zone === zone) return last.hour;
    const hour = localHour(zone, at);
    if (known.size >= MOST) known.clear();
    known.set(guildId, { zone, quarter, hour });
    return hour;
  };
}

/** The local day and hour of an instant (UTC ms) in an IANA zone. */
export function localHour(zone: string, at: number): LocalHour {
  const { year, month, day, hour } = wallTime(at, zone);
  return { day: Math.round(Date.UTC(year, month - 1, day) / DAY_MS), hour };
}
