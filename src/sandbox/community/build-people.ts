import { arrivalTime } from './calendar.ts';
import { iso } from './ids.ts';
import type { Prng } from './prng.ts';
import type { SeedMember, SeedUser } from './seed-types.ts';
import type { RoleKey } from './texts/house.ts';
import { ARRIVALS } from './texts/newcomers.ts';
import { PEOPLE, type Person } from './texts/people.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Somebody of the sample guild, with what the conversations need to know about them. */
export interface Resident {
  person: Person;
  user: SeedUser;
  member: SeedMember;
  joinedAt: number;
  /** From then on they say nothing. */
  quietFrom: number;
}

/** Everybody in the order of PEOPLE. `founded` and `now` in UTC ms. */
export function buildPeople(options: {
  founded: number;
  now: number;
  random: Prng;
  snowflake: (at: number) => string;
  roleIds: Record<RoleKey, string>;
}): Resident[] {
  const { founded, now, random, snowflake, roleIds } = options;
  return PEOPLE.map((person) => {
    const joinedAt = joinTime(person, founded, now, random);
    const registeredAt = founded - random.between(30, 2500) * DAY - random.between(0, DAY);
    const user: SeedUser = {
      id: snowflake(registeredAt),
      username: person.username,
      global_name: person.name,
      discriminator: '0',
      avatar: null,
      bot: false,
      locale: person.locale ?? 'en-US',
      ...(person.persona ? { persona: person.persona } : {}),
    };
    const member: SeedMember = {
      user_id: user.id,
      nick: person.nick ?? null,
      joined_at: iso(joinedAt),
      roles: rolesOf(person, random).map((key) => roleIds[key]),
    };
    const quietFrom = person.quietFor === undefined ? Infinity : now - person.quietFor * DAY;
    return { person, user, member, joinedAt, quietFrom };
  });
}

/**
 * The team was there on the first day, personas that talk soon after; arrivals get fewer over the weeks. The last ones
 * come as ARRIVALS says.
 */
function joinTime(person: Person, founded: number, now: number, random: Prng): number {
  if (person.part === 'newcomer') return now - 25 * MINUTE;
  if (person.part === 'guest') return now - 2 * DAY;
  if (person.part !== 'member') return founded + random.between(1, 50) * MINUTE;
  const arrival = ARRIVALS.find(({ username }) => username === person.username);
  if (arrival) return arrivalTime(arrival, now) - 6 * MINUTE;
  const span = now - founded - 19 * DAY;
  const share = person.talk >= 6 ? 0.05 : 1;
  const progress = (random.between(0, 1000) / 1000) ** 1.6;
  return founded + Math.round(span * share * progress) + random.between(60, 600) * MINUTE;
}

const FIXED_ROLES: Record<Exclude<Person['part'], 'member'>, RoleKey[]> = {
  owner: ['team'],
  staff: ['team'],
  admin: ['admin', 'team'],
  moderator: ['moderator'],
  newcomer: [],
  guest: ['guest'],
};

function rolesOf(person: Person, random: Prng): RoleKey[] {
  if (person.part !== 'member') return FIXED_ROLES[person.part];
  const roles: RoleKey[] = [];
  if (person.talk >= 4) roles.push('barista');
  if (person.talk >= 2 && random.chance(0.35)) roles.push('taster');
  return roles;
}
