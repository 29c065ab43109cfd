import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customId, customIdPrefix, integer, oneOf, snowflake, text } from '../../src/discord/custom-id.ts';

const vote = customId('poll.vote', 2, { pollId: integer, option: integer });
const everything = customId('everything', 1, {
  row: integer,
  user: snowflake,
  step: oneOf('next', 'back'),
  note: text,
});

describe('a custom id', () => {
  test('says its name, version and fields', () => {
    expect(vote.build({ pollId: 12, option: 0 })).toBe('poll.vote:v2:12:0');
    expect(customIdPrefix('poll.vote:v2:12:0')).toBe('poll.vote:v2');
    expect(customIdPrefix('no-colon')).toBe('no-colon');
  });

  test('comes back as it went in', () => {
    const values = fc.record({
      row: fc.maxSafeNat(),
      user: fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String),
      step: fc.constantFrom('next' as const, 'back' as const),
      note: fc.string({ unit: 'grapheme', maxLength: 8 }).filter((note) => Buffer.byteLength(note) < 30),
    });
    fc.assert(
      fc.property(values, (fields) => {
        expect(everything.parse(everything.build(fields))).toEqual(fields);
      }),
    );
  });

  test.each([
    'poll.vote:v1:12:0',
    'poll.votes:v2:12:0',
    'poll.vote:v2:12',
    'poll.vote:v2:12:0:1',
    'poll.vote:v2:012:0',
    'poll.vote:v2:-1:0',
    'poll.vote:v2:1e3:0',
    'poll.vote:v2:1.0:0',
    'poll.vote:v2:٣:0',
    'poll.vote:v2: 1:0',
    'poll.vote:v2:9007199254740993:0',
    'poll.vote:v2::0',
    'POLL.VOTE:v2:1:0',
    '../../etc/passwd',
    "poll.vote:v2:1' OR 1=1:0",
    '__proto__:v2:1:0',
    '',
  ])('%j is refused', (forged) => {
    expect(vote.parse(forged)).toBeUndefined();
  });

  test('10,000 forged ids are refused or read as exactly what they say', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc
        .array(
          fc.oneof(fc.integer().map(String), fc.string({ maxLength: 12 }), fc.constantFrom('next', '', '0')),
          {
            maxLength: 6,
          },
        )
        .map((parts) => ['everything', 'v1', ...parts].join(':')),
    );
    fc.assert(
      fc.property(hostile, (forged) => {
        const voteFields = vote.parse(forged);
        const otherFields = everything.parse(forged);
        expect(voteFields ? vote.build(voteFields) : forged).toBe(forged);
        expect(otherFields ? everything.build(otherFields) : forged).toBe(forged);
      }),
      { numRuns: 10_000 },
    );
  });

  test('what cannot be written is a mistake in the code, said at once', () => {
    expect(() => vote.build({ pollId: -1, option: 0 })).toThrow(RangeError);
    expect(() => vote.build({ pollId: 0.5, option: 0 })).toThrow(RangeError);
    expect(() => everything.build({ row: 1, user: '1', step: 'next', note: 'x'.repeat(90) })).toThrow(
      /long/u,
    );
    expect(() => everything.build({ row: 1, user: '1', step: 'next', note: '\uD800' })).toThrow(RangeError);
    expect(() => customId('Bad Name', 1, {})).toThrow(RangeError);
    expect(() => oneOf('with:colon')).toThrow(RangeError);
  });
});
