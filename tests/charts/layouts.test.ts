import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, overlap } from '../../src/charts/boxes.ts';
import { layOutCard, WIDTH } from '../../src/charts/card-layout.ts';
import { openFonts } from '../../src/charts/fonts.ts';
import { measurer } from '../../src/charts/pen.ts';
import { layOutReport, PAGE } from '../../src/charts/report-layout.ts';
import { digestCharts } from '../../src/features/digest/chart-views.ts';
import type { DigestContent } from '../../src/features/digest/model.ts';
import { reportPage } from '../../src/features/digest/report-page.ts';
import { translatorFor } from '../../src/i18n/translator.ts';
import { anyContent } from '../features/digest/any-digest.ts';

const EVERYTHING = 'Aäß ☕🚢 العربية עברית 珈琲クラブ 커피 ไทย –…·';
const measure = measurer(openFonts().familiesFor(EVERYTHING));
const both = ['en', 'de'].map((locale) => translatorFor(locale as 'en' | 'de'));
const servers = [
  undefined,
  'Ember',
  '☕ Kaffeefreunde-Gemeinschaft der Rösterei am Hafen, Hamburg und anderswo 🚢🚢🚢',
  'مجتمع محبي القهوة المختصة في مدينة هامبورغ وما حولها',
  '珈琲クラブ'.repeat(20),
  'W'.repeat(100),
];
/** On a phone a picture is so wide; what is smaller than this there cannot be read. */
const ON_PHONE = { width: 340, letters: 12 };

/** No text lies on another, and nothing leaves the page. */
function expectTidy(texts: readonly Box[], page: { width: number; height: number }): void {
  const shown = texts.filter(({ width, height }) => width > 0 && height > 0);
  for (const [index, text] of shown.entries()) {
    const about = JSON.stringify(text);
    expect(text.left, about).toBeGreaterThanOrEqual(0);
    expect(text.top, about).toBeGreaterThanOrEqual(0);
    expect(text.left + text.width, about).toBeLessThanOrEqual(page.width + 0.01);
    expect(text.top + text.height, about).toBeLessThanOrEqual(page.height + 0.01);
    for (const other of shown.slice(index + 1))
      expect(overlap(text, other), `${about} on ${JSON.stringify(other)}`).toBe(false);
  }
}

function expectTidyPage(content: DigestContent, server: string | undefined): void {
  for (const t of both) {
    const layout = layOutReport(reportPage({ server, content, today: 20_800 }, t), measure);
    const { texts, blocks, lists, trend, heatMap } = layout;
    const said = [
      ...texts,
      ...blocks.texts,
      ...blocks.signs,
      ...lists.texts,
      ...lists.dots,
      ...trend.panels.flatMap((panel) => panel.texts),
      ...trend.labels,
      ...heatMap.texts,
      ...heatMap.swatches,
    ];
    expectTidy(said, PAGE);
  }
}

function expectTidyCards(content: DigestContent): void {
  for (const t of both)
    for (const { chart } of Object.values(digestCharts(content, t))) {
      const layout = layOutCard(chart, measure);
      const texts = [
        ...layout.texts,
        ...(layout.trend?.panels.flatMap((panel) => panel.texts) ?? []),
        ...(layout.trend?.labels ?? []),
        ...(layout.heatMap?.texts ?? []),
      ];
      expectTidy(texts, { width: WIDTH, height: layout.height });
      const smallest = Math.min(...texts.map(({ style }) => style.size));
      expect((smallest * ON_PHONE.width) / WIDTH).toBeGreaterThanOrEqual(ON_PHONE.letters);
    }
}

describe('nothing lies on anything else or leaves the picture', () => {
  test('on the report of any month, whatever the server is called', () => {
    const anyServer = fc.constantFrom(...servers);
    fc.assert(fc.property(anyContent, anyServer, expectTidyPage), { numRuns: 12 });
  });

  test('on the cards of any digest, and their letters are large enough on a phone', () => {
    fc.assert(fc.property(anyContent, expectTidyCards), { numRuns: 40 });
  });

  test.each([1, 2, 11, 12])('with %i periods', (count) => {
    const [content] = fc.sample(anyContent, { numRuns: 1, seed: 11 });
    const first = <T>(all: readonly T[]) => all.slice(0, count);
    const { starts, active, conversations, usualActive } = content!.trend;
    const trend = {
      starts: first(starts),
      active: first(active),
      conversations: first(conversations),
      usualActive,
    };
    expectTidyPage({ ...content!, trend }, servers[2]);
    expectTidyCards({ ...content!, trend });
  });
});
