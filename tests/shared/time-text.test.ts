import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understandTime } from '../../src/shared/time-text.ts';

/** Sunday, 22 November 2026, 20:00 in Berlin. */
const NOW = Date.parse('2026-11-22T19:00:00Z');
const ZONE = 'Europe/Berlin';

interface Setting {
  now?: number;
  timeZone?: string;
}

/** What a text means, as the clocks in the zone will show it, or why it means nothing. */
function read(text: string, locale: 'en' | 'de', { now = NOW, timeZone = ZONE }: Setting = {}): string {
  const understood = understandTime(text, { now, timeZone, locale });
  if ('problem' in understood) {
    return understood.rest === undefined ? understood.problem : `${understood.problem}: ${understood.rest}`;
  }
  const format = { timeZone, dateStyle: 'short', timeStyle: 'short' } as const;
  return `${new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }).format(understood.at)} ${new Intl.DateTimeFormat('sv', format).format(understood.at)}`;
}

describe('in English', () => {
  test.each([
    ['friday 5pm', 'Fri 2026-11-27 17:00'],
    ['Friday, 5 PM', 'Fri 2026-11-27 17:00'],
    ['until friday 18:00', 'Fri 2026-11-27 18:00'],
    ['this friday 18:00', 'Fri 2026-11-27 18:00'],
    ['friday at 14', 'Fri 2026-11-27 14:00'],
    ['next monday', 'Mon 2026-11-23 23:59'],
    ['18:00', 'Mon 2026-11-23 18:00'],
    ['１８：００', 'Mon 2026-11-23 18:00'],
    ['21:00', 'Sun 2026-11-22 21:00'],
    ['5pm', 'Mon 2026-11-23 17:00'],
    ['noon', 'Mon 2026-11-23 12:00'],
    ['midnight', 'Mon 2026-11-23 00:00'],
    ['3pm tomorrow', 'Mon 2026-11-23 15:00'],
    ['the day after tomorrow 18:00', 'Tue 2026-11-24 18:00'],
    ['24.12. 18:00', 'Thu 2026-12-24 18:00'],
    ['24.12 18:00', 'Thu 2026-12-24 18:00'],
    ['24.12.26 18:00', 'Thu 2026-12-24 18:00'],
    ['2026-12-24 18:00', 'Thu 2026-12-24 18:00'],
    ['Fri 27 Nov 18:00', 'Fri 2026-11-27 18:00'],
    ['dec 1st 6pm', 'Tue 2026-12-01 18:00'],
    ['11/25 5pm', 'Wed 2026-11-25 17:00'],
    ['29.2.2028 10:00', 'Tue 2028-02-29 10:00'],
  ])('“%s” is a moment: %s', (text, expected) => {
    expect(read(text, 'en')).toBe(expected);
  });

  test.each([
    ['90 minutes', 'Sun 2026-11-22 21:30'],
    ['in an hour', 'Sun 2026-11-22 21:00'],
    ['half an hour', 'Sun 2026-11-22 20:30'],
    ['1.5h', 'Sun 2026-11-22 21:30'],
    ['in 3 days', 'Wed 2026-11-25 20:00'],
    ['1d 6h', 'Tue 2026-11-24 02:00'],
    ['2 days, 3 hours and 10 minutes', 'Tue 2026-11-24 23:10'],
    ['2w', 'Sun 2026-12-06 20:00'],
    ['1 month', 'Tue 2026-12-22 20:00'],
    ['2 hours from now', 'Sun 2026-11-22 22:00'],
    ['in 2 weeks at 18:00', 'Sun 2026-12-06 18:00'],
    ['in 3 days at 5pm', 'Wed 2026-11-25 17:00'],
  ])('“%s” is a span from now: %s', (text, expected) => {
    expect(read(text, 'en')).toBe(expected);
  });

  test.each([
    ['today', 'Sun 2026-11-22 23:59'],
    ['tonight', 'Sun 2026-11-22 23:59'],
    ['tomorrow', 'Mon 2026-11-23 23:59'],
    ['sunday', 'Sun 2026-11-22 23:59'],
    ['Dec 24', 'Thu 2026-12-24 23:59'],
    ['24.12.2026', 'Thu 2026-12-24 23:59'],
    ['4/4', 'Sun 2027-04-04 23:59'],
  ])('“%s” is a day, and means its last minute: %s', (text, expected) => {
    expect(read(text, 'en')).toBe(expected);
  });

  test.each([
    ['sunday 9pm', 'Sun 2026-11-22 21:00'],
    ['sunday 7pm', 'Sun 2026-11-29 19:00'],
    ['22 nov 9pm', 'Sun 2026-11-22 21:00'],
    ['22 nov 7pm', 'Mon 2027-11-22 19:00'],
    ['19:59', 'Mon 2026-11-23 19:59'],
    ['20:00', 'Mon 2026-11-23 20:00'],
    ['20:01', 'Sun 2026-11-22 20:01'],
  ])('“%s” is the next time that it comes: %s', (text, expected) => {
    expect(read(text, 'en')).toBe(expected);
  });

  test.each([
    ['friday 17:00 UTC', 'Fri 2026-11-27 18:00'],
    ['5pm EST', 'Sun 2026-11-22 23:00'],
    ['2026-12-24T18:00:00Z', 'Thu 2026-12-24 19:00'],
    ['2026-12-24T18:00:00+05:30', 'Thu 2026-12-24 13:30'],
  ])('“%s” brings its own zone: %s', (text, expected) => {
    expect(read(text, 'en')).toBe(expected);
  });
});

describe('in German', () => {
  test.each([
    ['freitag 17 Uhr', 'Fri 2026-11-27 17:00'],
    ['Freitag um 17:30 Uhr', 'Fri 2026-11-27 17:30'],
    ['freitag 17 uhr 30', 'Fri 2026-11-27 17:30'],
    ['freitag 18.30 uhr', 'Fri 2026-11-27 18:30'],
    ['bis freitag 17 uhr', 'Fri 2026-11-27 17:00'],
    ['kommenden freitag', 'Fri 2026-11-27 23:59'],
    ['nächsten montag', 'Mon 2026-11-23 23:59'],
    ['übermorgen um 9', 'Tue 2026-11-24 09:00'],
    ['morgen', 'Mon 2026-11-23 23:59'],
    ['morgen mittag', 'Mon 2026-11-23 12:00'],
    ['heute abend', 'Sun 2026-11-22 23:59'],
    ['heute um 21:00', 'Sun 2026-11-22 21:00'],
    ['24.12. 18:00', 'Thu 2026-12-24 18:00'],
    ['3.12. 9 uhr', 'Thu 2026-12-03 09:00'],
    ['24. Dezember', 'Thu 2026-12-24 23:59'],
    ['1.2.2027 um 7', 'Mon 2027-02-01 07:00'],
    ['18 Uhr', 'Mon 2026-11-23 18:00'],
    ['in einer Stunde', 'Sun 2026-11-22 21:00'],
    ['einer halben Stunde', 'Sun 2026-11-22 20:30'],
    ['1,5 Stunden', 'Sun 2026-11-22 21:30'],
    ['in 3 Tagen', 'Wed 2026-11-25 20:00'],
    ['in zwei Wochen', 'Sun 2026-12-06 20:00'],
    ['1 Tag 6 Stunden', 'Tue 2026-11-24 02:00'],
    ['2 Wochen und 1 Tag', 'Mon 2026-12-07 20:00'],
    ['2h', 'Sun 2026-11-22 22:00'],
    ['in 3 tagen um 18:00', 'Wed 2026-11-25 18:00'],
  ])('“%s” is understood: %s', (text, expected) => {
    expect(read(text, 'de')).toBe(expected);
  });

  test.each(['friday 5pm', 'tomorrow 18:00', 'in 3 days'])('English is understood as well: “%s”', (text) => {
    expect(read(text, 'de')).toBe(read(text, 'en'));
    expect(read(text, 'de')).toMatch(/^\w{3} 2026/);
  });
});

describe('what is not clear is refused with what was not clear', () => {
  test.each([
    ['never', 'not-understood: never'],
    ['friday 5pm please', 'not-understood: please'],
    ['maybe friday 5pm', 'not-understood: maybe'],
    ['friday or saturday', 'not-understood: or saturday'],
    ['tomorrow 9', 'not-understood: 9'],
    ['friday at 5', 'half-of-day: friday at 5'],
    ['friday evening', 'not-understood: evening'],
    ['friday midnight', 'not-understood: friday midnight'],
    ['next week', 'not-understood: next week'],
    ['this weekend', 'not-understood: this weekend'],
    ['december', 'not-understood: december'],
    ['3/4', 'not-understood: 3/4'],
    ['3/4/2027', 'not-understood: 3/4'],
    ['9.10', 'not-understood: 9.10'],
    ['5pm-7pm', 'not-understood: 5pm-7pm'],
    ['Feb 30', 'not-understood: feb 30'],
    ['30.2.', 'not-understood: 30.2.'],
    ['25:00', 'not-understood: 25:00'],
    ['2027', 'not-understood: 2027'],
    ['3', 'not-understood: 3'],
    ['1.5 weeks', 'not-understood: 1.5 weeks'],
    ['in a few days', 'not-understood: few'],
    ['in a couple of days', 'not-understood: couple'],
    ['half a week from now', 'not-understood: half'],
  ])('“%s”: %s', (text, expected) => {
    expect(read(text, 'en')).toBe(expected);
  });

  test.each([
    ['morgen früh', 'not-understood: früh'],
    ['morgen um halb 9', 'not-understood: um halb 9'],
    ['freitag abend', 'not-understood: abend'],
    ['nächste woche', 'not-understood: nächste woche'],
    ['dieses wochenende', 'not-understood: dieses wochenende'],
    ['freitag mitternacht', 'not-understood: freitag mitternacht'],
  ])('“%s”: %s', (text, expected) => {
    expect(read(text, 'de')).toBe(expected);
  });

  test.each(['', '   ', '\n\t', '\u202e\u200b'])('nothing is empty, visible or not: %j', (text) => {
    expect(read(text, 'en')).toBe('empty');
  });

  test.each(['yesterday', 'last friday', 'Dec 24 2020', '2026-11-22 19:00', '2 hours ago', 'in 0 minutes'])(
    'the past is named as such: %s',
    (text) => {
      expect(read(text, 'en')).toBe('in-the-past');
    },
  );
});

describe('when clocks change', () => {
  const springs: [string, string, string, string][] = [
    ['Europe/Berlin', '2026-03-28T12:00Z', 'tomorrow 02:30', '2026-03-29T01:00'],
    ['America/New_York', '2026-03-07T12:00Z', 'tomorrow 02:30', '2026-03-08T07:00'],
    ['Europe/London', '2026-03-28T12:00Z', 'tomorrow 01:30', '2026-03-29T01:00'],
    ['America/Santiago', '2026-09-05T12:00Z', 'tomorrow 00:30', '2026-09-06T04:00'],
    ['Australia/Sydney', '2026-10-03T02:00Z', 'tomorrow 02:30', '2026-10-03T16:00'],
  ];
  const autumns: [string, string, string, string][] = [
    ['Europe/Berlin', '2026-10-24T12:00Z', 'tomorrow 02:30', '2026-10-25T00:30'],
    ['America/New_York', '2026-10-31T12:00Z', 'tomorrow 01:30', '2026-11-01T05:30'],
    ['Europe/London', '2026-10-24T12:00Z', 'tomorrow 01:30', '2026-10-25T00:30'],
    ['America/Santiago', '2026-04-04T12:00Z', 'today 23:30', '2026-04-05T02:30'],
    ['Australia/Sydney', '2026-04-04T02:00Z', 'tomorrow 02:30', '2026-04-04T15:30'],
    // Shown before already, and still to come once more; the last is over for today.
    ['Europe/Berlin', '2026-10-25T00:50Z', '02:30', '2026-10-25T01:30'],
    ['Europe/Berlin', '2026-10-25T01:10Z', '2026-10-25 02:30', '2026-10-25T01:30'],
    ['Australia/Lord_Howe', '2026-04-04T15:05Z', '01:45', '2026-04-04T15:15'],
    ['Europe/Berlin', '2026-10-25T01:40Z', '02:30', '2026-10-26T01:30'],
  ];
  test.each([...springs, ...autumns])('in %s, at %s, “%s” is %s', (timeZone, now, text, expected) => {
    const understood = understandTime(text, { now: Date.parse(now), timeZone, locale: 'en' });
    expect(understood).toEqual({ at: Date.parse(`${expected}Z`) });
  });

  test.each(springs)('in %s, at %s, “tomorrow 18:00” shows 18:00 on the wall', (timeZone, now) => {
    expect(read('tomorrow 18:00', 'en', { now: Date.parse(now), timeZone })).toMatch(/ 18:00$/);
    expect(read('in 1 day', 'en', { now: Date.parse(now), timeZone })).toMatch(
      new RegExp(` ${read('in 1 minute', 'en', { now: Date.parse(now) - 60_000, timeZone }).slice(-5)}$`),
    );
  });

  test('hours are elapsed time: 24 hours over the change are not the same time of day', () => {
    const now = Date.parse('2026-03-28T17:00Z');
    expect(understandTime('24 hours', { now, timeZone: ZONE, locale: 'en' })).toEqual({
      at: now + 86_400_000,
    });
    expect(read('24 hours', 'en', { now })).toBe('Sun 2026-03-29 19:00');
  });
});

describe('whatever is typed', () => {
  test.each([
    ['words', 'friday '.repeat(900)],
    ['digits', '1'.repeat(6000)],
    ['clock pieces', '1:'.repeat(3000)],
    ['dates', '1.1.'.repeat(1500)],
    ['blanks around a word', `${' '.repeat(3000)}x${' '.repeat(3000)}`],
    ['spans', '1d '.repeat(2000)],
    ['emoji', '👩‍👩‍👧‍👦'.repeat(500)],
    ['marks', `a${'\u0301'.repeat(6000)}`],
    ['ligatures that grow', '\ufdfa'.repeat(6000)],
    ['overrides', '\u202e@everyone'.repeat(500)],
  ])('6,000 characters of %s are refused, and what is quoted is short', (_, text) => {
    const understood = understandTime(text, { now: NOW, timeZone: ZONE, locale: 'de' });
    expect(understood).toHaveProperty('problem', 'not-understood');
    expect('rest' in understood && understood.rest?.length).toBeLessThanOrEqual(100);
  });

  const word = fc.constantFrom(
    ...'friday fri tomorrow next last in at 5pm 18:00 24.12. 2026-12-24 3 days 2w 1d half an hour morgen um uhr , . - / : UTC dec 31 0 99999 \u202e 🦊 12/24 Z noon midnight'.split(
      ' ',
    ),
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.array(word, { maxLength: 7 }).map((words) => words.join(' ')),
  );
  const zone = fc.constantFrom('UTC', ZONE, 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe');
  const now = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

  test('there is an answer: a moment after now, or a problem', () => {
    fc.assert(
      fc.property(anyText, now, zone, fc.constantFrom('en', 'de'), (text, moment, timeZone, locale) => {
        const understood = understandTime(text, { now: moment.getTime(), timeZone, locale });
        if ('at' in understood) {
          expect(Number.isSafeInteger(understood.at)).toBe(true);
          expect(understood.at).toBeGreaterThan(moment.getTime());
        } else {
          expect(['empty', 'not-understood', 'half-of-day', 'in-the-past']).toContain(understood.problem);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a full date and time means exactly that, in every zone', () => {
    fc.assert(
      fc.property(now, zone, (moment, timeZone) => {
        const parts = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
        const text = parts.format(moment);
        const understood = understandTime(text, { now: 0, timeZone, locale: 'en' });
        expect('at' in understood && parts.format(understood.at)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
