import type { Resident } from './build-people.ts';
import type { Prng } from './prng.ts';
import type { Line } from './script.ts';
import type { SeedReaction } from './seed-types.ts';

/** Who says a line, and who reacts to it: only people who had joined by then and who may be there. */
export interface Cast {
  /** The speakers of one block; ask for the same name twice and it is the same person. */
  forBlock(at: number): (speaker: string) => Resident;
  reactions(wanted: Line['reactions'], author: Resident, at: number, audience: Audience): SeedReaction[];
  /** Somebody who talks, the talkative more often. */
  talker(at: number, except?: Resident): Resident;
}

export type Audience = 'everyone' | 'staff';

export function buildCast(
  residents: readonly Resident[],
  emojiIds: ReadonlyMap<string, string>,
  random: Prng,
): Cast {
  const byName = new Map(residents.map((resident) => [resident.person.username, resident]));
  const here = (at: number) => residents.filter(({ joinedAt }) => joinedAt < at);
  const isStaff = ({ person }: Resident) => !['member', 'newcomer', 'guest'].includes(person.part);

  function talker(at: number, ...except: (Resident | undefined)[]): Resident {
    const pool = here(at)
      .filter(
        (resident) =>
          resident.person.part === 'member' && at < resident.quietFrom && !except.includes(resident),
      )
      .flatMap((resident) => Array.from({ length: resident.person.talk }, () => resident));
    return random.pick(pool);
  }

  function forBlock(at: number): (speaker: string) => Resident {
    const cast = new Map<string, Resident>();
    return (speaker) => {
      const known = cast.get(speaker) ?? byName.get(speaker);
      if (known) return known;
      const found = cue(speaker, at, [...cast.values()]);
      cast.set(speaker, found);
      return found;
    };
  }

  function cue(speaker: string, at: number, taken: readonly Resident[]): Resident {
    if (speaker === 'mod') return random.pick(residents.filter(({ person }) => person.part === 'moderator'));
    if (!/^[a-z]$/.test(speaker)) throw new Error(`nobody is called ${speaker}`);
    return talker(at, ...taken);
  }

  function reactions(
    wanted: Line['reactions'],
    author: Resident,
    at: number,
    audience: Audience,
  ): SeedReaction[] {
    const others = here(at).filter(
      (resident) =>
        resident !== author &&
        at < resident.quietFrom &&
        resident.person.part !== 'newcomer' &&
        resident.person.part !== 'guest' &&
        (audience === 'everyone' || isStaff(resident)),
    );
    return wanted.map(({ emoji, count }) => ({
      emoji: { id: emojiIds.get(emoji) ?? null, name: emoji },
      user_ids: random.sample(others, count).map(({ user }) => user.id),
    }));
  }

  return { forBlock, reactions, talker: (at, except) => talker(at, except) };
}
