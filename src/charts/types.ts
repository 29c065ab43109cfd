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

export type Chart = BarChart | ThanksCard;

/** Renders off the main thread. Rejects if the picture could not be made; the result then goes out without one. */
export interface ChartRenderer {
  png(chart: Chart): Promise<Buffer>;
  close(): Promise<void>;
}
