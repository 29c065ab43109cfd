import type { Tone } from './boxes.ts';

/** The colours of a picture. Each scale gets lighter or darker all the way, so that it is told without its hue, too. */
export interface Palette {
  ground: string;
  edge: string;
  ink: Readonly<Record<Tone, string>>;
  /** Behind what belongs together. */
  panel: string;
  /** Where values usually lie. */
  band: string;
  rule: string;
  /** Of each series: what was, and what is told of. */
  bars: readonly { past: string; latest: readonly [string, string] }[];
  /** No message, and then from few to most. */
  heat: { none: string; steps: readonly string[]; ring: string };
  better: string;
  worse: string;
  onSign: string;
}

/** On a card of its own, which reads the same on Discord's dark and light backgrounds. */
export const night: Palette = {
  ground: '#25201c',
  edge: '#4a4038',
  ink: { title: '#fff4e8', text: '#ece2d8', muted: '#b8aa9c', accent: '#ffb066', second: '#8fd3e2' },
  panel: '#342a24',
  band: 'rgba(255, 224, 190, 0.16)',
  rule: '#5a4f46',
  bars: [
    { past: '#8b8078', latest: ['#ffb35c', '#f0803c'] },
    { past: '#6d7f87', latest: ['#8fd8e6', '#4ab0c7'] },
  ],
  heat: {
    none: '#332b26',
    steps: ['#63412a', '#96561f', '#cf7122', '#fba456', '#ffe9c9'],
    ring: '#ffffff',
  },
  better: '#6cc7b5',
  worse: '#ff8a6b',
  onSign: '#25201c',
};

/** For paper, and for screens that show a page as paper. */
export const paper: Palette = {
  ground: '#ffffff',
  edge: '#eadfd3',
  ink: { title: '#241a12', text: '#3a2e25', muted: '#6c5d51', accent: '#a3430a', second: '#1c6678' },
  panel: '#faf4ec',
  band: 'rgba(190, 130, 80, 0.24)',
  rule: '#d5c8bb',
  bars: [
    { past: '#a3917f', latest: ['#dd6b1a', '#b8490a'] },
    { past: '#82969e', latest: ['#17778d', '#155a6c'] },
  ],
  heat: {
    none: '#f5efe8',
    steps: ['#f9d2a3', '#f0a658', '#d6741f', '#a0470e', '#571f06'],
    ring: '#241a12',
  },
  better: '#1f7d6c',
  worse: '#c2410c',
  onSign: '#ffffff',
};
