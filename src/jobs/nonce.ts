import { createHash } from 'node:crypto';

/**
 * The key for an exactly-once post of one occurrence of a job, the same on every try. 22 characters; Discord
 * allows 25 (message create, `nonce`).
 */
export function jobNonce(kind: string, key: string, dueAt: number): string {
  const text = JSON.stringify([kind, key, dueAt]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
