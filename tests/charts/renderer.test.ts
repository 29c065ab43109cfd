import { afterEach, describe, expect, test } from 'vitest';
import { chartRenderer, type RendererOptions } from '../../src/charts/renderer.ts';
import type { BarChart, ChartRenderer } from '../../src/charts/types.ts';
import { pngSize } from './png.ts';

const open: ChartRenderer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((renderer) => renderer.close()));
});

function renderer(options: RendererOptions = {}): ChartRenderer {
  const made = chartRenderer(options);
  open.push(made);
  return made;
}

const workerUrl = new URL('./crashing-worker.ts', import.meta.url);

function chart(title: string, bars: BarChart['bars'] = []): BarChart {
  return { kind: 'bars', title, bars, footer: '' };
}

const bar = (label: string, value = 1, note = '1') => ({ label, value, note, highlight: false });

describe('the chart renderer', () => {
  test('gives a PNG of 1,120 pixels width that grows with its bars', async () => {
    const charts = renderer();
    const two = pngSize(await charts.png(chart('Two', [bar('Yes'), bar('No')])));
    const ten = pngSize(
      await charts.png(
        chart(
          'Ten',
          Array.from({ length: 10 }, (_, i) => bar(`Option ${i}`)),
        ),
      ),
    );
    expect(two.width).toBe(1120);
    expect(ten.width).toBe(1120);
    expect(ten.height).toBeGreaterThan(two.height);
  });

  test('draws many at once, each its own', async () => {
    const charts = renderer({ workerUrl });
    const pictures = await Promise.all(['a', 'b', 'c', 'd'].map((title) => charts.png(chart(title))));
    expect(pictures.map(String)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('leaves the main thread free while it draws', async () => {
    const charts = renderer({ workerUrl, timeoutMs: 300 });
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 5);
    await expect(charts.png(chart('hang'))).rejects.toThrow('longer than 300 ms');
    clearInterval(turning);
    expect(turns).toBeGreaterThan(5);
  });

  test.each(['crash', 'throw', 'hang', 'refuse'])(
    'loses only the chart at hand when the thread should %s',
    async (title) => {
      const charts = renderer({ workerUrl, timeoutMs: 2_000 });
      const before = await charts.png(chart('before'));
      const lost = charts.png(chart(title)).catch((error: unknown) => error);
      const waiting = charts.png(chart('waiting'));
      expect(String(before)).toBe('before');
      expect(await lost).toBeInstanceOf(Error);
      expect(String(await waiting)).toBe('waiting');
    },
  );

  test('starts again after it went idle', async () => {
    const charts = renderer({ workerUrl, idleMs: 1 });
    const first = String(await charts.png(chart('first')));
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    expect([first, String(await charts.png(chart('second')))]).toEqual(['first', 'second']);
  });

  test('refuses more than it may hold, and goes on with what it has', async () => {
    const charts = renderer({ workerUrl, queueLimit: 2 });
    const accepted = ['one', 'two', 'three'].map((title) => charts.png(chart(title)));
    await expect(charts.png(chart('four'))).rejects.toThrow('too much waits');
    expect((await Promise.all(accepted)).map(String)).toEqual(['one', 'two', 'three']);
  });

  test('ends what waits when it is closed, and takes no more', async () => {
    const charts = renderer({ workerUrl });
    const pending = ['hang', 'next'].map((title) =>
      charts.png(chart(title)).catch((error: unknown) => String(error)),
    );
    await charts.close();
    expect(await Promise.all(pending)).toEqual(Array(2).fill('Error: drawing has ended'));
    await expect(charts.png(chart('late'))).rejects.toThrow('has ended');
  });
});

describe('a chart with hostile texts', () => {
  const hostile = [
    '',
    'x'.repeat(6000),
    'word '.repeat(1200),
    '\u202eevil\u202c \u0000\u0007 @everyone',
    `a${'\u0301'.repeat(5000)}`,
    '👩‍👩‍👧‍👦'.repeat(800),
    '\ud83d',
    '日本語'.repeat(2000),
    'العربية '.repeat(700),
    '<:fox:123456789012345678> **bold** \n\n# heading',
  ];

  test('is drawn all the same, on a card of a bounded height', async () => {
    const charts = renderer();
    for (const text of hostile) {
      const bars = [
        { label: text, value: 3, note: text, highlight: true },
        { label: text, value: Number.NaN, note: '', highlight: false },
        { label: 'b', value: -5, note: '0', highlight: false },
        { label: 'c', value: Infinity, note: '∞', highlight: false },
      ];
      const size = pngSize(await charts.png({ kind: 'bars', title: text, bars, footer: text }));
      expect(size.height, JSON.stringify(text.slice(0, 20))).toBeLessThan(1100);
    }
  });

  test('never has more than 25 bars', async () => {
    const charts = renderer();
    const sizes = [25, 26, 400].map(async (count) =>
      pngSize(
        await charts.png(
          chart(
            'Many',
            Array.from({ length: count }, () => bar('Option')),
          ),
        ),
      ),
    );
    const [exact, more, most] = await Promise.all(sizes);
    expect([more, most]).toEqual([exact, exact]);
  });

  test('without any bars is a card with its title', async () => {
    expect(pngSize(await renderer().png(chart('Nothing'))).height).toBeGreaterThan(50);
  });
});
