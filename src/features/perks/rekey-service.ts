import { SealError, type Sealer, sameBytes } from '../../platform/sealing.ts';
import type { KeyRepository } from './key-repository.ts';
import type { SealedRepository } from './sealed-repository.ts';
import { codePlace, digestPlace, linkPlace } from './vault.ts';

/** `already`: everything is sealed with the new key. `nothing`: no key was ever used. */
export type Rekeyed = { kind: 'done'; codes: number; links: number } | { kind: 'already' | 'nothing' };

/** Why the key stays as it was. `places` say where, in words for whoever operates the bot, and hold no secret. */
export class RekeyError extends Error {
  readonly reason: 'wrong-key' | 'unreadable';
  readonly places: readonly string[];

  constructor(reason: RekeyError['reason'], places: readonly string[] = []) {
    super(`the key was not changed: ${reason}`);
    this.name = 'RekeyError';
    this.reason = reason;
    this.places = places;
  }
}

interface RekeyParts {
  sealed: SealedRepository;
  keys: KeyRepository;
  from: Sealer;
  to: Sealer;
}

/** Codes read at a time: a hundred thousand need not lie in memory together. */
const SLICE = 1_000;

/**
 * Opens everything with one key and seals it with another: codes in every state, the digests by which a code is
 * known again, links, and the value that tells the keys apart. One transaction of the caller; throws RekeyError,
 * whereupon the caller rolls back.
 */
export function rekey(parts: RekeyParts): Rekeyed {
  const { keys, from, to } = parts;
  const known = keys.find();
  if (known && sameBytes(known, to.checkValue)) return { kind: 'already' };
  if (known && !sameBytes(known, from.checkValue)) throw new RekeyError('wrong-key');
  const unreadable: string[] = [];
  // All of them are tried, so that whoever mends the data learns of every place at once.
  const attempt = (place: string, replace: () => void): void => {
    try {
      replace();
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      unreadable.push(place);
    }
  };
  const links = rekeyLinks(parts, attempt);
  const codes = rekeyCodes(parts, attempt);
  if (unreadable.length > 0) throw new RekeyError('unreadable', unreadable);
  if (!known && codes + links === 0) return { kind: 'nothing' };
  keys.save(to.checkValue);
  return { kind: 'done', codes, links };
}

type Attempt = (place: string, replace: () => void) => void;

function rekeyLinks({ sealed, from, to }: RekeyParts, attempt: Attempt): number {
  const links = sealed.links();
  for (const { perkId, guildId, link } of links) {
    const place = linkPlace(guildId, perkId);
    attempt(`the link of perk ${perkId} (server ${guildId})`, () =>
      sealed.replaceLink({ perkId, link: to.seal(from.open(link, place), place) }),
    );
  }
  return links.length;
}

function rekeyCodes({ sealed, from, to }: RekeyParts, attempt: Attempt): number {
  let count = 0;
  let slice = sealed.codesAfter(0, SLICE);
  while (slice.length > 0) {
    for (const { id, perkId, guildId, sealed: old } of slice) {
      const place = codePlace(guildId, perkId, id);
      attempt(`code number ${id} of perk ${perkId} (server ${guildId})`, () => {
        const code = from.open(old, place);
        const digest = to.digest(code, digestPlace(guildId, perkId));
        sealed.replaceCode({ id, sealed: to.seal(code, place), digest });
      });
    }
    count += slice.length;
    slice = sealed.codesAfter(slice.at(-1)?.id ?? 0, SLICE);
  }
  return count;
}
