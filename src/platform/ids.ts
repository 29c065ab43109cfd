import type { Random } from './random.ts';

/** Without I, L, O and U, so that nobody mistakes one character for another when reading a code aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A short code for a person to pass on, as the reference beside "something went wrong". Eight characters hold
 * 40 random bits: enough to find one line in a log, not enough to be a secret.
 */
export function shortCode(random: Random, length = 8): string {
  return Array.from(random.bytes(length), (byte) => alphabet[byte % alphabet.length]).join('');
}
