/** `<t:unix:style>` in the reader's own zone and language. */
const options: Record<string, Intl.DateTimeFormatOptions> = {
  t: { hour: '2-digit', minute: '2-digit' },
  T: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  d: { year: 'numeric', month: '2-digit', day: '2-digit' },
  D: { year: 'numeric', month: 'long', day: 'numeric' },
  f: { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  F: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  s: { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  S: {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  },
};

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
];

/** "in 3 days", "2 minutes ago"; rounded like a chat client does. */
export function relativeTime(atMs: number, nowMs: number, locale?: string): string {
  let value = (atMs - nowMs) / 1000;
  for (const [unit, size] of steps) {
    const rounded = Math.sign(value) * Math.round(Math.abs(value));
    if (Math.abs(rounded) < size)
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(rounded, unit);
    value /= unit === 'day' ? 30.4375 : size;
  }
  return '';
}

export function timeText(unixSeconds: number, style: string, nowMs: number, locale?: string): string {
  const at = unixSeconds * 1000;
  if (Number.isNaN(new Date(at).getTime())) return 'Invalid date';
  if (style === 'R') return relativeTime(at, nowMs, locale);
  return new Intl.DateTimeFormat(locale, options[style] ?? options.f).format(at);
}

const day = (at: number) => new Date(at).toDateString();

/** The stamp beside an author: the hour today and yesterday, the date before that. */
export function stampText(at: number, nowMs: number): string {
  const hour = new Intl.DateTimeFormat(undefined, options.t).format(at);
  if (day(at) === day(nowMs)) return `Today at ${hour}`;
  if (day(at) === day(nowMs - 86_400_000)) return `Yesterday at ${hour}`;
  if (day(at) === day(nowMs + 86_400_000)) return `Tomorrow at ${hour}`;
  return `${new Intl.DateTimeFormat(undefined, options.d).format(at)} ${hour}`;
}

export const shortStamp = (at: number): string => new Intl.DateTimeFormat(undefined, options.t).format(at);
export const longStamp = (at: number): string => new Intl.DateTimeFormat(undefined, options.F).format(at);
export const dayText = (at: number): string => new Intl.DateTimeFormat(undefined, options.D).format(at);
export const sameDay = (a: number, b: number): boolean => day(a) === day(b);
