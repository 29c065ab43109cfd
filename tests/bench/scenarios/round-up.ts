import { chartRenderer } from '../../../src/charts/renderer.ts';
import { roundUpChart } from '../../../src/features/shoutouts/round-up-chart.ts';
import { translatorFor } from '../../../src/i18n/translator.ts';
import { fillShoutouts } from '../../features/shoutouts/fill.ts';
import { GUILD, shoutoutHarness } from '../../features/shoutouts/harness.ts';
import { quantile } from '../quantiles.ts';
import type { Scenario } from '../scenario.ts';

const MEMBERS = 10_000;
const SHOUTOUTS = 50_000;
const ROUNDS = 20;
const MONTH = '2026-11';
const values = ['Kindness', 'Craft', 'Courage', 'Curiosity', 'Care'].map((name) => ({
  key: '',
  name,
  emoji: '',
  description: '',
}));

/** A month of everybody, most of them thanked for the first time, and its picture. */
export const roundUp: Scenario = {
  title: `The month in review: ${SHOUTOUTS.toLocaleString('en')} shout-outs among ${MEMBERS.toLocaleString('en')} members, ms`,
  columns: ['—', 'Hearth'],
  async run(kit) {
    kit.say('a month of shout-outs');
    const h = shoutoutHarness({ settings: { values } });
    const from = Date.UTC(2026, 10, 1);
    const every = Math.floor((30 * 86_400_000) / SHOUTOUTS);
    const fill = { shoutouts: SHOUTOUTS, members: MEMBERS, from, every, values: 5, apart: 50 };
    fillShoutouts(h.database.sqlite, fill);
    const charts = chartRenderer();
    const took: { data: number; whole: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      const month = h.work.roundUp(GUILD, MONTH);
      const data = performance.now() - began;
      await charts.png(roundUpChart(month, h.work.settings(GUILD).values, translatorFor('en')).chart);
      took.push({ data, whole: performance.now() - began });
    }
    await charts.close();
    h.database.close();
    const most = (all: number[]): number => quantile(all, 0.95);
    return [
      { measure: 'what is read, 95 of 100', hearth: most(took.map(({ data }) => data)) },
      { measure: 'with its picture, first', hearth: took[0]?.whole ?? Number.NaN, limit: { atMost: 500 } },
      {
        measure: 'with its picture, 95 of 100',
        hearth: most(took.map(({ whole }) => whole)),
        limit: { atMost: 500 },
      },
    ];
  },
};
