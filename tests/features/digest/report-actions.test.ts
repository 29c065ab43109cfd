import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReportPage } from '../../../src/charts/types.ts';
import type { Call } from '../../../src/discord/interaction.ts';
import { digestActions } from '../../../src/features/digest/actions.ts';
import type { DigestContent } from '../../../src/features/digest/model.ts';
import { wholeMonths } from '../../../src/features/digest/months.ts';
import type { DigestSurfaceDeps } from '../../../src/features/digest/ports.ts';
import { reportMonths, showReport } from '../../../src/features/digest/report-actions.ts';
import { translatorFor } from '../../../src/i18n/translator.ts';
import { judge } from '../polls/hostile.ts';
import { anyContent } from './any-digest.ts';

const now = Date.UTC(2026, 10, 23, 9);
const months = wholeMonths('Europe/Berlin', now).slice(0, 2);
const [sample] = fc.sample(anyContent, { numRuns: 1, seed: 8 });
const thanks = {
  what: 'shoutout',
  shoutoutId: 1,
  giverId: '1',
  receiverIds: ['2', '3'],
  reason: 'Carla fixed my grinder',
  url: undefined,
} as const;

/** Only what the report asks for; `drawn` is what it would look like. */
function stage({ paused = '', canDraw = true, mayManage = true, isComplete = true, known = months } = {}) {
  const drawn: ReportPage[] = [];
  const deps = {
    policy: {
      timeZone: () => 'Europe/Berlin',
      mayManage: () => mayManage,
      isPaused: (_: string, userId: string) => userId === paused,
    },
    maker: {
      months: () => known,
      isComplete: () => isComplete,
      report: async (_: string, period: DigestContent['period']) => ({
        ...sample!,
        cadence: 'monthly',
        period,
        highlights: [thanks],
      }),
    },
    serverName: () => 'Ember',
    draw: {
      async report(page: ReportPage) {
        drawn.push(page);
        return canDraw ? Buffer.from('PNG') : undefined;
      },
    },
  } as unknown as DigestSurfaceDeps;
  const call = (locale: 'en' | 'de' = 'en') =>
    ({
      guildId: '9',
      now,
      t: translatorFor(locale),
      actor: { roleIds: [], permissions: 0n },
    }) as unknown as Call;
  return { deps, drawn, call };
}

describe('who asks for a report', () => {
  test('gets the last whole month, for their eyes only, with words for the picture', async () => {
    const { deps, drawn, call } = stage();
    const reply = await showReport(deps, call(), undefined);
    expect(reply).toMatchObject({ kind: 'reply', ephemeral: true });
    if (reply.kind !== 'reply') throw new Error('no reply');
    judge(reply.body, reply.files);
    expect(reply.files).toMatchObject([{ name: 'report-2026-10.png', contentType: 'image/png' }]);
    expect(reply.files?.[0]?.description).toContain('Report of October 2026 for Ember.');
    expect(JSON.stringify(reply.body)).toContain('feel free to pass it on');
    expect(drawn[0]).toMatchObject({ kind: 'report', server: 'Ember', month: 'October 2026' });
  });

  test('gets the month that was picked, in their language', async () => {
    const { deps, drawn, call } = stage();
    const reply = await showReport(deps, call('de'), '2026-09');
    expect(drawn[0]?.month).toBe('September 2026');
    expect(JSON.stringify(reply)).toContain('Bericht für September 2026');
  });

  test('is told which months there are, and when the first will be', async () => {
    const { deps, call } = stage();
    await expect(showReport(deps, call(), '2026-11')).rejects.toMatchObject({
      code: 'digest.refusals.no-month',
      params: { months: 'October 2026 or September 2026' },
    });
    const empty = stage({ known: [] });
    const reply = await showReport(empty.deps, call(), '2026-10');
    expect(JSON.stringify(reply)).toContain(`<t:${Date.UTC(2026, 10, 30, 23) / 1000}:D>`);
    expect(empty.drawn).toEqual([]);
  });

  test('hears that something may be missing while Hearth still reads what it missed', async () => {
    const { deps, call } = stage({ isComplete: false });
    expect(JSON.stringify(await showReport(deps, call(), undefined))).toContain('I am still reading');
    const done = await showReport(stage().deps, call(), undefined);
    expect(JSON.stringify(done)).not.toContain('I am still reading');
  });

  test('gets none without being in charge, whatever Discord let through', async () => {
    const { deps, drawn, call } = stage({ mayManage: false });
    await expect(digestActions(deps).report(call(), undefined)).rejects.toMatchObject({
      code: 'digest.refusals.staff-only',
    });
    expect(drawn).toEqual([]);
  });

  test('is told, and gets nothing else, when it cannot be drawn', async () => {
    const { deps, call } = stage({ canDraw: false });
    await expect(showReport(deps, call(), undefined)).rejects.toMatchObject({
      code: 'digest.refusals.no-picture',
    });
  });
});

test.each(['1', '3'])(
  'thanks of or for somebody who asked not to be counted are not quoted (%s)',
  async (paused) => {
    const { deps, drawn, call } = stage({ paused });
    await showReport(deps, call(), undefined);
    expect(drawn[0]?.highlights.items).toEqual([]);
    const others = stage({ paused: '4' });
    await showReport(others.deps, call(), undefined);
    expect(others.drawn[0]?.highlights.items).toEqual(['A thank-you: “Carla fixed my grinder”']);
  },
);

test('months are offered by name in the language of whoever types, and to nobody who may not ask', () => {
  const { deps, call } = stage();
  expect(reportMonths(deps, call('de'), 'okt')).toEqual([{ name: 'Oktober 2026', value: '2026-10' }]);
  expect(reportMonths(deps, call(), '')).toHaveLength(2);
  expect(reportMonths(stage({ mayManage: false }).deps, call(), '')).toEqual([]);
});
