/** Plain data for a picture; the same data gives the alt text and the text table in the views. */
export interface BarChart {
  kind: 'bars';
  title: string;
  /** Drawn from top to bottom; `value` is what the bar shows, `label` may hold any script and emoji. */
  bars: readonly { label: string; value: number; note: string; highlight: boolean }[];
  footer: string;
}

/** A card for somebody who is thanked. All texts may hold any script and emoji; empty ones are left out. */
export interface ThanksCard {
  kind: 'thanks';
  title: string;
  value: string;
  reason: string;
  from: string;
}

/** A number over weeks (or months), the oldest first; the last value is the period that is told of. */
export interface TrendSeries {
  name: string;
  /** Undefined: nothing is known of that period, which is drawn as a gap and never as zero. */
  values: readonly (number | undefined)[];
  /** The values as people read them, in the same order; what stands at an unknown one is not read. */
  texts: readonly string[];
  /** Where most of the earlier values lay, and the same in words; undefined: not known yet. */
  usual: { low: number; high: number; text: string } | undefined;
}

/** One or two numbers over the same 2 to 12 periods, one below the other; earlier periods are left out. */
export interface Trend {
  title: string;
  /** Of each period, such as "2 Nov"; of a series with fewer values the earliest are missing. */
  labels: readonly string[];
  series: readonly TrendSeries[];
}

export interface TrendChart extends Trend {
  kind: 'trend';
  footer: string;
}

/** Messages by weekday and hour. */
export interface Hours {
  title: string;
  /** Seven rows, Monday first, of 24; undefined: cannot be known, which is left blank. */
  messages: readonly (readonly (number | undefined)[])[];
  /** Seven, Monday first. */
  weekdays: readonly string[];
  /** Eight: of 0, 3, 6 to 21 o'clock. */
  hours: readonly string[];
  /** What the colours mean: of what, and the three numbers of `heatScale` in words. */
  scale: { title: string; labels: readonly [string, string, string] };
  /** Said where there was no message at all. */
  empty: string;
}

export interface HeatMap extends Hours {
  kind: 'heat-map';
  footer: string;
}

/** One number of the monthly report; all in words, a dash where it cannot be known. */
export interface ReportFigure {
  name: string;
  /** Short, such as "94 %"; what it is made of goes to `detail`. */
  value: string;
  /** Such as "133 of 141"; empty where there is nothing to add. */
  detail: string;
  before: string;
  usual: string;
  direction: 'up' | 'down' | undefined;
  change: 'better' | 'worse' | undefined;
}

/** At most three items are shown; `none` is said where there are none. */
export interface ReportList {
  title: string;
  items: readonly string[];
  none: string;
}

/** A page for people who are not on Discord. No text is read as Markdown. */
export interface ReportPage {
  kind: 'report';
  server: string;
  month: string;
  headline: string;
  /** At most three, of three numbers each, and eight together. */
  blocks: readonly { title: string; figures: readonly ReportFigure[] }[];
  /** What the signs beside the numbers mean. */
  key: { better: string; worse: string; steady: string };
  trend: Trend;
  hours: Hours;
  highlights: ReportList;
  overdue: ReportList;
  /** What the numbers do not see. */
  smallPrint: string;
}

export type Chart = BarChart | ThanksCard | TrendChart | HeatMap | ReportPage;

/** Renders off the main thread. Rejects if the picture could not be made; the result then goes out without one. */
export interface ChartRenderer {
  png(chart: Chart): Promise<Buffer>;
  close(): Promise<void>;
}
