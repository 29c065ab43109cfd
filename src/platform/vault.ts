import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { Random } from './random.ts';

/** Keeps short secrets in the data file so that nobody who has the file alone can read them. */
export interface Vault {
  /** AES-256-GCM with a fresh nonce. `context` says what it belongs to; it is opened with the same one only. */
  seal(secret: string, context: string): Buffer;
  /** Undefined: sealed with another key, for another context, or changed since. */
  open(sealed: Buffer, context: string): string | undefined;
  /** Keyed, so that equal secrets of one `scope` are found without opening them, and nobody can try them out. */
  print(secret: string, scope: string): string;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const cipher = 'aes-256-gcm';

/** `key`: 32 bytes. Throws RangeError for another length. */
export function createVault(key: Buffer, random: Random): Vault {
  if (key.length !== KEY_BYTES) throw new RangeError(`a key of ${KEY_BYTES} bytes is needed`);
  // Two uses, two keys: neither tells anything of the other.
  const sealing = derived(key, 'seal');
  const printing = derived(key, 'print');
  return {
    seal(secret, context) {
      const nonce = random.bytes(NONCE_BYTES);
      const sealer = createCipheriv(cipher, sealing, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([sealer.update(secret, 'utf8'), sealer.final()]);
      return Buffer.concat([nonce, sealer.getAuthTag(), body]);
    },
    open(sealed, context) {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      try {
        const opener = createDecipheriv(cipher, sealing, nonce, { authTagLength: TAG_BYTES });
        opener.setAAD(Buffer.from(context)).setAuthTag(tag);
        const body = sealed.subarray(NONCE_BYTES + TAG_BYTES);
        return Buffer.concat([opener.update(body), opener.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
    print: (secret, scope) =>
      createHmac('sha256', printing).update(`${scope}\n${secret}`).digest('base64url'),
  };
}

function derived(key: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `hearth ${use}`, KEY_BYTES));
}

/** A key as it stands in the configuration: 32 bytes in base64 (or base64url). Undefined: it is none. */
export function readKey(text: string): Buffer | undefined {
  const trimmed = text.trim();
  if (!/^[A-Za-z0-9+/_-]{43}=?$/u.test(trimmed)) return undefined;
  const key = Buffer.from(trimmed, 'base64');
  return key.length === KEY_BYTES ? key : undefined;
}
