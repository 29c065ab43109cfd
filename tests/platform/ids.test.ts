import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortCode } from '../../src/platform/ids.ts';
import { systemRandom } from '../../src/platform/random.ts';

it('a reference code is easy to read aloud, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
      expect(shortCode({ bytes: () => Buffer.from(bytes) })).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    }),
  );
});

it('two reference codes differ', () => {
  const codes = Array.from({ length: 1_000 }, () => shortCode(systemRandom));
  expect(new Set(codes).size).toBe(1_000);
});
