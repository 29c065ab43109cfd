import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DigestContent } from '../../../src/features/digest/model.ts';
import { reportAlt, reportPage } from '../../../src/features/digest/report-page.ts';
import { translatorFor } from '../../../src/i18n/translator.ts';
import { anyContent } from './any-digest.ts';

const [en, de] = [translatorFor('en'), translatorFor('de')];
const dayOf = (...date: [number, number, number]): number => Date.UTC(...date) / 86_400_000;
const today = dayOf(2026, 10, 23);
const [sample] = fc.sample(anyContent, { numRuns: 1, seed: 5 });
const october: DigestContent = {
  ...sample!,
  period: { start: dayOf(2026, 9, 1), end: dayOf(2026, 10, 1) },
  cadence: 'monthly',
  timeZone: 'Europe/Berlin',
  clampedTo: undefined,
  headline: { what: 'worse', number: 'active' },
  figures: [
    {
      number: 'active',
      value: 1_234,
      before: 1_500,
      usual: { low: 1_400, high: 1_600 },
      change: 'worse',
      direction: 'down',
    },
    {
      number: 'answered',
      value: { part: 133, of: 141 },
      before: { part: 5, of: 6 },
      usual: undefined,
      change: undefined,
      direction: undefined,
    },
  ],
  trend: {
    starts: [7, 8, 9].map((month) => dayOf(2026, month, 1)),
    active: [undefined, 1_500, 1_234],
    conversations: [undefined, 3, 4],
    usualActive: undefined,
  },
  highlights: [],
  overdue: [],
};
const page = (content: DigestContent, t = en, server = 'Ember') => reportPage({ server, content, today }, t);

describe('the report of a month', () => {
  test('says whose it is and of when, and a number with what it is compared with', () => {
    const { server, month, headline, blocks, trend } = page(october);
    expect([server, month, headline]).toEqual([
      'Ember',
      'October 2026',
      'Worth a look: People active, fewer than usual',
    ]);
    expect(blocks[0]?.figures).toEqual([
      {
        name: 'People active',
        value: '1,234',
        detail: '',
        before: 'before 1,500',
        usual: 'usual 1,400–1,600',
        direction: 'down',
        change: 'worse',
      },
    ]);
    expect(blocks[2]?.figures[0]).toMatchObject({
      value: '94 %',
      detail: '133 of 141',
      before: 'before 5 of 6',
      usual: 'usual –',
    });
    expect(trend.labels).toEqual(['Aug', 'Sept', 'Oct']);
    expect(trend.series[0]?.texts).toEqual(['–', '1,500', '1,234']);
  });

  test('is German where it is asked for in German', () => {
    const { month, blocks, trend } = page(october, de);
    expect(month).toBe('Oktober 2026');
    expect(blocks.map(({ title }) => title)).toEqual([
      'Kommen Leute dazu?',
      'Ist etwas los?',
      'Geht es den Leuten gut hier?',
    ]);
    expect(blocks[2]?.figures[0]?.detail).toBe('133 von 141');
    expect(trend.title).toBe('3 Monate bis zu diesem');
  });

  test('says since when the server is known, where that is within the month', () => {
    expect(page(october).smallPrint).not.toContain('Known since');
    const young = page({ ...october, clampedTo: dayOf(2026, 9, 12) });
    expect(young.smallPrint).toMatch(/^Known since 12 October 2026\. /u);
  });

  test('has a name where Discord has told none, and none that turns the page over', () => {
    expect(reportPage({ server: undefined, content: october, today }, en).server).toBe('Our community');
    expect(page(october, de, '\u202E \u200B').server).toBe('Unsere Community');
    expect(page(october, en, '\u202Eegap ruO').server).toBe('egap ruO');
  });

  test('quotes titles and thanks without what only Discord can show, and names nobody', () => {
    const { highlights, overdue } = page({
      ...october,
      highlights: [
        { what: 'conversation', channelId: '111', messageId: '222', messages: 48, people: 9 },
        {
          what: 'idea',
          ideaId: 1,
          title: 'A **tasting** in <#333333333333333333> on <t:1700000000:F>',
          supporters: 1,
          url: 'https://discord.com/x',
        },
        {
          what: 'shoutout',
          shoutoutId: 1,
          giverId: '444444444444444444',
          receiverIds: ['555555555555555555'],
          reason: '<@555555555555555555> wrote [it](https://example.org) down <:cup:666666666666666666>',
          url: undefined,
        },
      ],
      overdue: [
        {
          what: 'idea',
          count: 4,
          items: ['One', '`Two`', 'Three'].map((title) => ({ title, url: undefined })),
        },
      ],
    });
    expect(highlights.items).toEqual([
      'The liveliest conversation: 48 messages by 9 people',
      'The idea with most support: “A tasting in … on …” (one supporter)',
      'A thank-you: “… wrote it down :cup:”',
    ]);
    expect(overdue.items).toEqual(['4 ideas wait for an answer: One, Two and 2 more']);
    expect(overdue.title).toBe('Promised, overdue on 23 Nov');
  });

  test('has words for those who do not see it, with all its numbers', () => {
    expect(reportAlt(page(october), en)).toBe(
      'Report of October 2026 for Ember. Worth a look: People active, fewer than usual. ' +
        'People active: 1,234 (before 1,500, usual 1,400–1,600). ' +
        'Conversations answered: 94 % (before 5 of 6, usual –). ' +
        'What stands out: Nothing special this month. ' +
        'Promised, overdue on 23 Nov: Nothing. Everybody has their answer.',
    );
  });

  test('holds no mention and no id, whatever members wrote', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        for (const t of [en, de]) {
          const { highlights, overdue } = page(content, t);
          for (const words of [...highlights.items, ...overdue.items])
            expect(words).not.toMatch(/<(?:@[!&]?|#)\d+>|https?:\/\/discord\.com|\u2060/u);
        }
      }),
      { numRuns: 60 },
    );
  });
});
