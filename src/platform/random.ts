import { randomBytes } from 'node:crypto';

/** The only source of randomness. */
export interface Random {
  /** `size` unpredictable bytes, fit for keys. */
  bytes(size: number): Buffer;
}

export const systemRandom: Random = { bytes: (size) => randomBytes(size) };
