import { type Sealer, sameBytes } from '../../platform/sealing.ts';
import type { KeyRepository } from './key-repository.ts';
import { refuse } from './refuse.ts';

export type Vault = ReturnType<typeof createVault>;

/**
 * Where a code or link belongs: sealed for one place, it opens nowhere else. A new kind of place has to be known to
 * rekey-service.ts, too.
 */
export const codePlace = (guildId: string, perkId: number, codeId: number): string =>
  `code:${guildId}:${perkId}:${codeId}`;
export const linkPlace = (guildId: string, perkId: number): string => `link:${guildId}:${perkId}`;
export const digestPlace = (guildId: string, perkId: number): string => `digest:${guildId}:${perkId}`;

/** The key of the configuration, if it is there and fits what was sealed. */
export function createVault(keys: KeyRepository, sealer: Sealer | undefined) {
  const trouble = (): 'no-key' | 'wrong-key' | undefined => {
    if (!sealer) return 'no-key';
    const known = keys.find();
    return known === undefined || sameBytes(known, sealer.checkValue) ? undefined : 'wrong-key';
  };
  const fitting = (): Sealer => {
    if (!sealer || trouble() !== undefined) refuse('perks.refusals.off');
    return sealer;
  };
  return {
    trouble,
    /** To read. Refuses where the key is missing or another. */
    reading: fitting,
    /** To write: from the first time on this is the key, until `npm run rekey` sets another one. */
    writing(): Sealer {
      const ready = fitting();
      if (keys.find() === undefined) keys.save(ready.checkValue);
      return ready;
    },
  };
}
