import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  categoriesText,
  changeCategories,
  parseCategories,
} from '../../../src/features/ideas/settings-categories.ts';
import {
  parseDays,
  parseHours,
  parseLadder,
  parseNumber,
} from '../../../src/features/ideas/settings-input.ts';
import { stepWords } from '../../../src/features/ideas/settings-parts-views.ts';
import {
  type Goals,
  ideaSettingsLimits as limits,
  packGoals,
  unpackGoals,
} from '../../../src/features/ideas/settings-rules.ts';
import type { Messages } from '../../../src/i18n/messages.ts';
import { translatorFor } from '../../../src/i18n/translator.ts';
import { UserError } from '../../../src/shared/user-error.ts';
import { everyLanguage, hostileText } from '../polls/hostile.ts';
import { anyGoals } from './settings-goals.ts';

const english = translatorFor('en') as (key: keyof Messages, params?: unknown) => string;

/** What somebody reads who typed that; undefined where it was understood. */
function refusal(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return english(error.code as keyof Messages, error.params);
  }
}

const usual = [
  { percent: 5, days: 14 },
  { percent: 15, days: 45 },
];

describe('the steps to the goal', () => {
  test.each([
    ['5% in 14 days, 15% in 45 days'],
    ['5 % in 14 days then 15 % in 45 days'],
    ['5% 14 days\n15% 45 days'],
    ['1. 5 % in 14 days\n2. 15 % in 45 days'],
    ['- 5% in 2 weeks\n- 15% in 45d'],
    ['5 percent of active members within two weeks and 15 percent of members within 45 days.'],
    ['5% in 14, 15% in 45'],
    ['5%: 14 days; 15%: 45 days'],
    ['5 % in 14 Tagen, 15 % in 45 Tagen'],
    ['5 Prozent der aktiven Mitglieder innerhalb von zwei Wochen, dann 15 Prozent binnen 45 Tagen'],
  ])('%j are understood', (typed) => {
    expect(parseLadder(typed)).toEqual(usual);
  });

  test('may be parts of a percent, one alone, and months', () => {
    expect(parseLadder('2,5 % in 3 Wochen')).toEqual([{ percent: 2.5, days: 21 }]);
    expect(parseLadder('0.5% in a month')).toEqual([{ percent: 0.5, days: 30 }]);
  });

  test.each([
    ['', 'I did not understand “”'],
    ['soon', 'I did not understand “soon”. Write a share and a time for each step, such as “5% in 14 days'],
    ['-5% in 14 days', '5% in 14 days”. Write a share'],
    ['5% in 14 days, 15% at some time', 'I did not understand “15% at some time”'],
    ['5% in 90 minutes', 'I did not understand “5% in 90 minutes”'],
    ['5% in 36 hours', 'I did not understand “5% in 36 hours”'],
    ['5%', 'I did not understand “5%”'],
    ['about 5% in 14 days', 'I did not understand “about 5% in 14 days”'],
    ['0% in 14 days', '“0% in 14 days”: a share is more than 0 %'],
    ['120% in 14 days', 'at most 100 %'],
    ['5% in 0 days', 'a step takes from 1 to 180 days'],
    ['5% in 12 months', '“5% in 12 months”: a step takes from 1 to 180 days'],
    ['15% in 14 days, 5% in 45 days', '5 % is not more than 15 %'],
    ['1% in 1d 2% in 1d 3% in 1d 4% in 1d 5% in 1d 6% in 1d', 'at most 5 steps'],
  ])('%j is refused, and the sentence says why', (typed, words) => {
    const said = refusal(() => parseLadder(typed));
    expect(said).toContain(words);
    expect(said).toContain('Nothing was changed.');
  });

  test('read in the form as they were set, in every language', () => {
    fc.assert(
      fc.property(anyGoals, ({ ladder }) => {
        for (const t of everyLanguage) {
          const form = ladder.map((step) => stepWords(step, t)).join('\n');
          expect(form.length).toBeLessThanOrEqual(limits.typed);
          expect(parseLadder(form)).toEqual(ladder);
        }
      }),
    );
  });

  test('whatever is typed, it is understood as goals that can be set, or refused in words', () => {
    const nearly = fc
      .array(
        fc.constantFrom('5', '%', ' in ', '14', ' days', ',', 'then', '100', '0', 'prozent', 'Wochen', '\n'),
      )
      .map((bits) => bits.join(''));
    fc.assert(
      fc.property(fc.oneof(hostileText(300), nearly), (typed) => {
        let ladder: Goals['ladder'] = [];
        if (refusal(() => (ladder = parseLadder(typed))) !== undefined) return;
        expect(unpackGoals(packGoals({ floor: 1, ladder }))).toEqual({ floor: 1, ladder });
      }),
      { numRuns: 500 },
    );
  });
});

describe('goals that were tried', () => {
  test('come back from the button as they were', () => {
    fc.assert(
      fc.property(anyGoals, (goals) => {
        expect(unpackGoals(packGoals(goals))).toEqual(goals);
        expect(packGoals(goals).length).toBeLessThanOrEqual(60);
      }),
    );
  });

  test.each([
    '',
    '3|',
    '0|5x14',
    '3|5x14,4x20',
    '3|5x0',
    '3|101x5',
    '3|5x14.5',
    '3|5x14x2',
    '3|1x1,2x1,3x1,4x1,5x1,6x1',
    '-1|5x14',
    '1e3|5x14',
  ])('forged as %j are none', (packed) => {
    expect(unpackGoals(packed)).toBeUndefined();
  });
});

describe('numbers and times', () => {
  test.each([
    ['14', 14],
    ['14 days', 14],
    ['2 weeks', 14],
    ['zwei Wochen', 14],
    [' 3 Tage ', 3],
  ])('%j is %s days', (typed, days) => {
    expect(parseDays(typed, limits.reviewDays)).toBe(days);
  });

  test.each([
    ['24', 24],
    ['24 h', 24],
    ['2 days', 48],
    ['0', 0],
    ['none', 0],
    ['keine', 0],
    ['a week', 168],
  ])('%j is a wait of %s hours', (typed, hours) => {
    expect(parseHours(typed, limits.cooldownHours)).toBe(hours);
  });

  test('a number may have a word after it', () => {
    expect(parseNumber('3', limits.floor)).toBe(3);
    expect(parseNumber('3 supporters', limits.floor)).toBe(3);
  });

  test('what is none is refused with the range', () => {
    expect(refusal(() => parseNumber('0', limits.floor))).toContain('from 1 to 1000');
    expect(refusal(() => parseNumber('three', limits.floor))).toContain('“three”');
    expect(refusal(() => parseDays('91', limits.reviewDays))).toContain('from 1 day to 90 days');
    expect(refusal(() => parseDays('an hour', limits.reviewDays))).toContain('“an hour”');
    expect(refusal(() => parseHours('90 minutes', limits.cooldownHours))).toContain('“90 minutes”');
    expect(refusal(() => parseHours('-1', limits.cooldownHours))).toContain('from 0 to 720 hours');
  });

  test('whatever is typed, it is within the range or refused', () => {
    fc.assert(
      fc.property(hostileText(40), (typed) => {
        for (const parse of [parseNumber, parseDays, parseHours]) {
          let value = 3;
          if (refusal(() => (value = parse(typed, { min: 2, max: 9 }))) !== undefined) continue;
          expect(value >= 2 && value <= 9 && Number.isInteger(value)).toBe(true);
        }
      }),
    );
  });
});

describe('categories', () => {
  const before = [
    { key: 'coffee', name: 'Coffee', emoji: '☕' },
    { key: 'events', name: 'Events', emoji: '🎪' },
    { key: 'shop', name: 'Shop', emoji: undefined },
  ];
  const after = (typed: string) => {
    const { categories, renamed, removed } = changeCategories(before, parseCategories(typed));
    return {
      keys: categories.map(({ key, name }) => `${key}=${name}`),
      renamed: renamed.map(({ from, to }) => `${from.name}>${to.name}`),
      removed: removed.map(({ name }) => name),
    };
  };

  test('are read one a line, an emoji in front if they like', () => {
    expect(parseCategories('☕ Coffee\n\n  Events  \n❤ Love')).toEqual([
      { name: 'Coffee', emoji: '☕' },
      { name: 'Events', emoji: undefined },
      { name: 'Love', emoji: '❤️' },
    ]);
    expect(parseCategories('')).toEqual([]);
  });

  test('stay as they are when the form is sent untouched, also in another order', () => {
    expect(changeCategories(before, parseCategories(categoriesText(before))).categories).toEqual(before);
    expect(after('Shop\nCoffee\nEvents')).toEqual({
      keys: ['shop=Shop', 'coffee=Coffee', 'events=Events'],
      renamed: [],
      removed: [],
    });
  });

  test('keep their key when the name changes, alone or several at once', () => {
    expect(after('☕ Coffee\n🎪 Meetups\nShop')).toMatchObject({
      keys: ['coffee=Coffee', 'events=Meetups', 'shop=Shop'],
      renamed: ['Events>Meetups'],
    });
    expect(after('Drinks\nMeetups\nGoods').keys).toEqual(['coffee=Drinks', 'events=Meetups', 'shop=Goods']);
    expect(after('☕ Drinks\nNew\n🎪 Events\nShop').keys).toEqual([
      'coffee=Drinks',
      'new=New',
      'events=Events',
      'shop=Shop',
    ]);
  });

  test('a line that goes and one that comes elsewhere are two, not one that was renamed', () => {
    expect(after('☕ Coffee\nShop\nMusic')).toEqual({
      keys: ['coffee=Coffee', 'shop=Shop', 'music=Music'],
      renamed: [],
      removed: ['Events'],
    });
  });

  test.each([
    ['☕', 'The line “☕” has no name'],
    ['<:beans:123456789012345678> Beans', 'has no name that I can use'],
    ['Coffee\ncoffee', 'The category “coffee” is there twice'],
    ['A name that is much too long', 'at most 20 characters'],
    [Array.from({ length: 13 }, (_, n) => `C${n}`).join('\n'), 'at most 12 categories'],
  ])('%j is refused', (typed, words) => {
    expect(refusal(() => parseCategories(typed))).toContain(words);
  });

  test('whatever is typed, keys are plain words, each there once, and the form gives them back', () => {
    const typed = fc.oneof(
      hostileText(300),
      fc
        .array(fc.constantFrom('Tee', '☕ Tee', '日本', '中国', 'A', 'a-', '🎪 B'), { maxLength: 8 })
        .map((all) => all.join('\n')),
    );
    fc.assert(
      fc.property(typed, typed, (first, second) => {
        if (refusal(() => [parseCategories(first), parseCategories(second)]) !== undefined) return;
        const one = changeCategories([], parseCategories(first)).categories;
        const two = changeCategories(one, parseCategories(second)).categories;
        for (const each of two) expect(each.key).toMatch(/^[a-z0-9-]{1,24}$/u);
        expect(new Set(two.map(({ key }) => key)).size).toBe(two.length);
        expect(changeCategories(two, parseCategories(categoriesText(two))).categories).toEqual(two);
      }),
      { numRuns: 300 },
    );
  });
});
