import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Random } from './random.ts';

/** Keeps short texts so that only whoever has the key can read them, or put them somewhere else unnoticed. */
export interface Sealer {
  /** AES-256-GCM. `place` says what it belongs to; it opens only for the same place. */
  seal(text: string, place: string): Buffer;
  /** Throws SealError where the key or the place is another, or a bit has changed. */
  open(sealed: Buffer, place: string): string;
  /** Keyed, 32 bytes: the same for the same text and place, and says nothing to whoever has no key. */
  digest(text: string, place: string): Buffer;
  /** 32 bytes that tell whether two keys are the same. */
  checkValue: Buffer;
}

/** Says nothing about the text. */
export class SealError extends Error {
  constructor() {
    super('a sealed text could not be opened: the key is another, or it was changed');
    this.name = 'SealError';
  }
}

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The first byte; another way of sealing gets another one. */
const FORM = 1;

export function createSealer(key: Buffer, random: Random): Sealer {
  if (key.length !== KEY_BYTES) throw new Error(`a key has ${KEY_BYTES} bytes`);
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', key, '', `hearth:${use}`, KEY_BYTES));
  const sealKey = derived('seal');
  const digestKey = derived('digest');
  return {
    checkValue: derived('check'),
    seal(text, place) {
      const nonce = random.bytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(FORM), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, place) {
      if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== FORM) throw new SealError();
      const tagAt = 1 + NONCE_BYTES;
      const bodyAt = tagAt + TAG_BYTES;
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(1, tagAt), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(tagAt, bodyAt));
        return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]).toString('utf8');
      } catch {
        throw new SealError();
      }
    },
    digest: (text, place) => createHmac('sha256', digestKey).update(`${place}\n${text}`).digest(),
  };
}

export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
