import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { systemRandom } from '../../src/platform/random.ts';
import { createSealer, KEY_BYTES, SealError, sameBytes } from '../../src/platform/sealing.ts';
import { sequentialRandom } from '../support/database.ts';

const sealerOf = (fill: number) => createSealer(Buffer.alloc(KEY_BYTES, fill), systemRandom);
const sealer = sealerOf(1);
const anyText = fc.string({ unit: 'binary', maxLength: 300 });

it('opens to what was sealed, whatever the text and the place, and shows nothing of it', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, place) => {
      const sealed = sealer.seal(text, place);
      expect(sealer.open(sealed, place)).toBe(text);
      if (Buffer.byteLength(text) >= 8) expect(sealed.includes(text)).toBe(false);
    }),
  );
});

it('an empty text is sealed, too', () => {
  const sealed = sealer.seal('', 'code:1:2:3');
  expect(sealed).toHaveLength(1 + 12 + 16);
  expect(sealer.open(sealed, 'code:1:2:3')).toBe('');
  expect(() => sealer.open(sealed, '')).toThrow(SealError);
});

it('the same text never looks the same twice', () => {
  expect(sealer.seal('SUMMER-20', 'here')).not.toEqual(sealer.seal('SUMMER-20', 'here'));
});

it('opens at no other place', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (text, place, elsewhere) => {
      fc.pre(place !== elsewhere);
      expect(() => sealer.open(sealer.seal(text, place), elsewhere)).toThrow(SealError);
    }),
  );
});

it('opens with no other key, and says nothing of the text then', () => {
  const sealed = sealer.seal('SUMMER-20', 'here');
  const other = sealerOf(2);
  expect(() => other.open(sealed, 'here')).toThrow(SealError);
  expect(() => other.open(sealed, 'here')).not.toThrow('SUMMER');
  expect(sameBytes(sealer.checkValue, other.checkValue)).toBe(false);
  expect(sameBytes(sealer.checkValue, sealerOf(1).checkValue)).toBe(true);
});

it('no bit can be changed, and no byte be missing or added', () => {
  const sealed = sealer.seal('SUMMER-20', 'here');
  const flipped = Array.from({ length: sealed.length * 8 }, (_, bit) => {
    const changed = Buffer.from(sealed);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    return changed;
  });
  const cut = Array.from({ length: sealed.length }, (_, length) => sealed.subarray(0, length));
  for (const changed of [...flipped, ...cut, Buffer.concat([sealed, Buffer.of(0)])]) {
    expect(() => sealer.open(changed, 'here')).toThrow(SealError);
  }
  expect(sealer.open(sealed, 'here')).toBe('SUMMER-20');
});

it('a digest knows a text again at its place only, and with its key only', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (text, other, place) => {
      const digest = sealer.digest(text, place);
      expect(digest).toHaveLength(32);
      expect(sealer.digest(text, place)).toEqual(digest);
      expect(sealer.digest(text, `${place}1`)).not.toEqual(digest);
      if (other !== text) expect(sealer.digest(other, place)).not.toEqual(digest);
      expect(sealerOf(2).digest(text, place)).not.toEqual(digest);
    }),
  );
});

it('what is derived from a key is not the key, and each use has its own', () => {
  const key = Buffer.alloc(KEY_BYTES, 7);
  const one = createSealer(key, sequentialRandom());
  expect(one.checkValue).toHaveLength(32);
  expect(one.checkValue.equals(key)).toBe(false);
  expect(one.digest('', '').equals(one.checkValue)).toBe(false);
});

it('a key of another length is refused', () => {
  for (const length of [0, 16, 31, 33]) {
    expect(() => createSealer(Buffer.alloc(length), systemRandom)).toThrow('32 bytes');
  }
});
