import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyInput, understand } from '../../../src/features/polls/input.ts';
import type { PollInput } from '../../../src/features/polls/model.ts';
import { optionsFromOneLine, readOption } from '../../../src/features/polls/option-text.ts';
import { DAY, HOUR } from './harness.ts';

/** Wednesday, 4 March 2026, 13:00 in Berlin. */
const now = Date.UTC(2026, 2, 4, 12);
const context = { now, timeZone: 'Europe/Berlin', locale: 'en' } as const;

const good = { ...emptyInput, question: 'Which beans?', options: 'Kenya\nPeru', closes: 'in 3 days' };
const read = (input: Partial<PollInput>) => understand({ ...good, ...input }, context);
const problems = (input: Partial<PollInput>) =>
  read(input).problems.map(({ code, params }) => [code.replace('polls.problems.', ''), params]);

describe('what was typed becomes a poll', () => {
  it('with cleaned question and options', () => {
    const { spec } = read({
      question: '  Which\n beans?\u202E ',
      options: '\n ☕ Kenya \n\n<:bean:123456789012345678> Peru\n👍',
    });
    expect(spec).toMatchObject({
      question: 'Which beans?',
      options: [
        { label: 'Kenya', emoji: '☕' },
        { label: 'Peru', emoji: '<:bean:123456789012345678>' },
        { label: '👍' },
      ],
      opensAt: undefined,
      closesAt: now + 3 * DAY,
      maxChoices: 1,
    });
  });

  it('that closes a day after it opens when nothing was said', () => {
    expect(read({ closes: ' ' }).spec?.closesAt).toBe(now + DAY);
    expect(read({ closes: '', opens: 'in 2 hours' }).spec).toMatchObject({
      opensAt: now + 2 * HOUR,
      closesAt: now + 2 * HOUR + DAY,
    });
  });

  it('whose closing time counts from its opening', () => {
    const { spec } = read({ opens: 'in 2 days', closes: 'in 3 hours' });
    expect(spec).toMatchObject({ opensAt: now + 2 * DAY, closesAt: now + 2 * DAY + 3 * HOUR });
  });

  it('with five fixed options for a rating, whatever stands in the options', () => {
    const { spec } = read({ kind: 'rating', options: '' });
    expect(spec?.options.map((option) => option.label)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('in which a multiple choice takes all options unless capped', () => {
    expect(read({ kind: 'multiple' }).spec?.maxChoices).toBe(2);
    expect(read({ kind: 'multiple', maxChoices: 1 }).spec?.maxChoices).toBe(1);
  });
});

describe('what has to be corrected', () => {
  const many = (count: number) => Array.from({ length: count }, (_, number) => `option ${number}`).join('\n');
  const cases: [string, Partial<PollInput>, unknown[]][] = [
    ['no question', { question: ' \u200B ' }, ['question-missing', {}]],
    ['a long question', { question: 'q'.repeat(301) }, ['question-too-long', { max: 300, length: 301 }]],
    ['one option', { options: 'Kenya\n\n' }, ['options-too-few', { min: 2, count: 1 }]],
    ['26 options', { options: many(26) }, ['options-too-many', { max: 25, count: 26 }]],
    [
      'a long option',
      { options: `Kenya\n\n${'p'.repeat(81)}` },
      ['option-too-long', { line: 3, max: 80, length: 81 }],
    ],
    ['an invisible option', { options: 'Kenya\nPeru\n\u200B' }, ['option-empty', { line: 3 }]],
    ['an option twice', { options: 'Kenya\nPeru\nKENYA' }, ['option-twice', { line: 3, option: 'KENYA' }]],
    ['a cap above the options', { kind: 'multiple', maxChoices: 3 }, ['max-choices', { max: 2 }]],
    ['a cap of nothing', { kind: 'multiple', maxChoices: 0 }, ['max-choices', { max: 2 }]],
    ['a closing time in two years', { closes: 'in 800 days' }, ['closes-too-late', { days: 366 }]],
    ['a start in two years', { opens: 'in 800 days' }, ['opens-too-late', { days: 366 }]],
    [
      'a week that takes ten days',
      { recurrence: 'weekly', closes: 'in 10 days' },
      ['repeats-too-fast', { days: 7 }],
    ],
    [
      'a month of 30 days',
      { recurrence: 'monthly', closes: 'in 30 days' },
      ['repeats-too-fast', { days: 28 }],
    ],
    ['a weight of 11', { weights: [{ roleId: '1', weight: 11 }] }, ['weight-range', { min: 1, max: 10 }]],
    ['half a weight', { weights: [{ roleId: '1', weight: 0.5 }] }, ['weight-range', { min: 1, max: 10 }]],
    [
      'two weights for a role',
      { weights: [1, 2].map((weight) => ({ roleId: '7', weight })) },
      ['weight-twice', { role: '<@&7>' }],
    ],
    ['a quorum of nobody', { quorum: 0 }, ['quorum-range', { min: 1, max: 1_000_000 }]],
    ['26 roles', { voterRoleIds: many(26).split('\n') }, ['too-many-roles', { max: 25 }]],
  ];
  it.each(cases)('is %s', (_, input, problem) => {
    expect(problems(input)).toEqual([problem]);
    expect(read(input).spec).toBeUndefined();
  });

  it('is a closing time half a minute away', () => {
    const late = { ...context, now: now + 30_000 };
    const { problems } = understand({ ...good, closes: '13:01' }, late);
    expect(problems).toEqual([{ code: 'polls.problems.closes-too-soon', params: { minutes: 1 } }]);
  });

  it('is a time that was not understood, with the text; it is never guessed', () => {
    expect(problems({ closes: 'when the beans are gone' })).toEqual([
      ['closes-not-understood', expect.objectContaining({ text: 'when the beans are gone' })],
    ]);
    expect(problems({ closes: 'friday at 5' })).toEqual([['closes-half-of-day', { text: 'friday at 5' }]]);
    expect(problems({ opens: 'friday at 9', closes: 'in 3 days' })[0]?.[0]).toBe('opens-half-of-day');
    expect(problems({ closes: 'yesterday' })[0]?.[0]).toMatch(/^closes-(in-the-past|not-understood)$/);
  });

  it('is named all at once, in the order of the form', () => {
    const codes = problems({ question: '', options: '', closes: 'x'.repeat(6_000), quorum: 0 }).map(
      ([code]) => code,
    );
    expect(codes).toEqual(['question-missing', 'options-too-few', 'closes-not-understood', 'quorum-range']);
  });

  it('fits a poll that runs exactly a week, also when clocks change', () => {
    expect(problems({ recurrence: 'weekly', closes: 'in 7 days' })).toEqual([]);
    const beforeSummerTime = { ...context, now: Date.UTC(2026, 2, 27, 12) };
    const input = { ...good, recurrence: 'weekly', closes: 'in 7 days' } as const;
    expect(understand(input, beforeSummerTime).problems).toEqual([]);
  });
});

describe('an option', () => {
  const cases: [string, object][] = [
    ['👩🏽‍🚀 Space', { label: 'Space', emoji: '👩🏽‍🚀' }],
    ['🇩🇪 Germany', { label: 'Germany', emoji: '🇩🇪' }],
    ['❤ Love', { label: 'Love', emoji: '❤️' }],
    ['1️⃣ One', { label: 'One', emoji: '1️⃣' }],
    ['1 One', { label: '1 One' }],
    ['# one', { label: '# one' }],
    ['© Notice', { label: '© Notice' }],
    ['<a:dance:123456789012345678>', { label: 'dance', emoji: '<a:dance:123456789012345678>' }],
    ['Kenya ☕', { label: 'Kenya ☕' }],
  ];
  it.each(cases)('%s', (line, option) => {
    expect(readOption(line)).toEqual(option);
  });

  it('can be typed in one line with others', () => {
    expect(optionsFromOneLine('Yes, please | No | ')).toBe('Yes, please\nNo');
    expect(optionsFromOneLine('a; b,c')).toBe('a\nb,c');
    expect(optionsFromOneLine('a, b')).toBe('a\nb');
    expect(optionsFromOneLine('a, b\nc')).toBe('a, b\nc');
  });
});

it('any text gives a poll inside the limits or problems, and never an exception', () => {
  const text = fc.string({ unit: 'binary', maxLength: 400 });
  const hostile = fc.constantFrom(
    '\u202E',
    '@everyone',
    '```',
    'e\u0301'.repeat(50),
    '\n'.repeat(60),
    '👨‍👩‍👧‍👦'.repeat(9),
  );
  const any = fc.array(fc.oneof(text, hostile), { maxLength: 6 }).map((parts) => parts.join('\n'));
  fc.assert(
    fc.property(any, any, any, any, (question, options, closes, opens) => {
      const { spec, problems } = read({ question, options, closes, opens });
      expect(spec === undefined).toBe(problems.length > 0);
      if (!spec) return;
      expect(spec.question.length).toBeLessThanOrEqual(300);
      for (const { label } of spec.options) expect(label.length).toBeLessThanOrEqual(80);
      expect(spec.options.length).toBeGreaterThanOrEqual(2);
      expect(spec.options.length).toBeLessThanOrEqual(25);
    }),
    { numRuns: 200 },
  );
});
