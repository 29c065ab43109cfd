import * as fc from 'fast-check';
import { GUILD, heard, startCounting, type Town } from './counting.ts';
import type { Done } from './naive-metrics.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** When histories begin (UTC ms). */
export const FIRST = Date.UTC(2026, 0, 5, 12);
export const people = Array.from(
  { length: 13 },
  (_, index) => `9000000000000000${String(index).padStart(2, '0')}`,
);
const places = [
  { channelId: '81', placeId: '81' },
  { channelId: '82', placeId: '82' },
  { channelId: '82', placeId: '821' },
];
export const zones = ['UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Casablanca'];

export const anyStep = fc.record({
  person: fc.nat(people.length - 1),
  place: fc.constantFrom(...places),
  wait: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 60, max: 3 * 1_440 })),
  kind: fc.constantFrom('said', 'said', 'said', 'said', 'reaction', 'vote'),
  answers: fc.option(fc.nat(6), { nil: undefined }),
});

export type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

/** Steps in minutes after each other, as what was done. The first two people are staff, the last five came lately. */
export function happened(steps: readonly Step[]): Done[] {
  const done: Done[] = [];
  let at = FIRST;
  for (const [index, { person, place, wait, kind, answers }] of steps.entries()) {
    at += wait * MINUTE;
    const said = done.filter((one) => one.kind === 'said' && one.placeId === place.placeId);
    const joinedAt = person > 7 ? FIRST + (person - 4) * 4 * DAY : FIRST - 400 * DAY;
    done.push({
      userId: people[person]!,
      at: joinedAt > at ? (at = joinedAt + MINUTE) : at,
      kind,
      ...place,
      id: index,
      replyTo: kind === 'said' && answers !== undefined ? said.at(-1 - answers) : undefined,
      staff: person < 2,
      joinedAt,
    });
  }
  return done;
}

/** A server on real SQLite that Hearth came to at that instant (UTC ms). */
export function arrivedTown(zone: string, arrivedAt: number): Town {
  const town = startCounting(zone);
  town.arrive(arrivedAt);
  return town;
}

/** Tells what was done as it is heard. */
export function tell(town: Town, done: readonly Done[]): void {
  for (const one of done) {
    const { userId, at, staff, joinedAt } = one;
    if (one.kind !== 'vote') town.apply([heard(one)]);
    else town.service.act({ guildId: GUILD, userId, kind: 'votes', at, staff, joinedAt });
  }
}

/** All of it, counted as it is heard. */
export function count(done: readonly Done[], zone: string, arrivedAt: number): Town {
  const town = arrivedTown(zone, arrivedAt);
  tell(town, done);
  return town;
}
