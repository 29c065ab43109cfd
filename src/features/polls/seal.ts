import { createHmac } from 'node:crypto';

/** Bytes of a sealed poll's key. */
export const SEAL_KEY_SIZE = 32;

/**
 * What stands for a voter in a sealed poll: HMAC-SHA256 of the user id under the poll's own random key. User
 * ids can be guessed one by one, so a plain hash would hide nothing; without the key this cannot be repeated.
 */
export function sealedVoter(key: Buffer, userId: string): string {
  return createHmac('sha256', key).update(userId).digest('base64url');
}
