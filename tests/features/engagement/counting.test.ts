import '../../support/properties.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeardEvent } from '../../../src/features/engagement/events.ts';
import { GUILD, heard, idAt, startCounting } from '../../support/counting.ts';
import { type Done, local, talksOf } from '../../support/naive-metrics.ts';

const MINUTE = 60_000;
const FIRST = Date.UTC(2026, 2, 27, 12);
const places = [
  { channelId: idAt(FIRST - 9), placeId: idAt(FIRST - 9) },
  { channelId: idAt(FIRST - 8), placeId: idAt(FIRST - 8) },
  { channelId: idAt(FIRST - 8), placeId: idAt(FIRST - 7) },
  // A channel that is made while Hearth is there.
  { channelId: idAt(FIRST - 6), placeId: idAt(FIRST - 6) },
];
const zones = ['UTC', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Casablanca', 'America/St_Johns'];

const anySaid = fc.record({
  person: fc.nat(4),
  place: fc.constantFrom(...places),
  wait: fc.oneof(fc.constantFrom(1, 2, 900), fc.integer({ min: MINUTE, max: 2_000 * MINUTE })),
  answers: fc.option(fc.nat(5), { nil: undefined }),
});
/** What becomes of so many messages, or between them. */
const anyFate = fc.record({
  what: fc.constantFrom(
    'heard',
    'heard',
    'heard',
    'overtaken',
    'overtaken, and kept at the second attempt',
    'repeated',
    'kept at the second attempt',
    'forgotten',
    'said while away',
    'killed',
    'a page',
    'a page, twice',
    'a lost page',
  ),
  count: fc.integer({ min: 1, max: 5 }),
});
type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;
type Fate = Drawn<typeof anyFate>;

function said(steps: readonly Drawn<typeof anySaid>[]): Done[] {
  const all: Done[] = [];
  let at = FIRST;
  for (const [id, { person, place, wait, answers }] of steps.entries()) {
    at += wait;
    const before = all.filter(({ placeId }) => placeId === place.placeId);
    const replyTo = answers === undefined ? undefined : before.at(-1 - answers);
    all.push({ userId: `90000${person}`, at, kind: 'said', ...place, id, replyTo, staff: person === 0 });
  }
  return all;
}

/** Discord with its history, and Hearth that hears of it as well as fate lets it. */
function live(all: readonly Done[], zone: string) {
  const town = startCounting(zone);
  const { sqlite } = town.database;
  let now = 0;
  let session: HeardEvent[] = [];
  const idOf = ({ at, id }: Done) => idAt(at, id);
  const lastIn = (placeId: string) => all.slice(0, now).findLast((one) => one.placeId === placeId);
  const arrive = () => {
    const at = all[now]?.at ?? FIRST;
    const heardPlaces = places.flatMap((place, index) => {
      const last = lastIn(place.placeId);
      if (!last && index === 3) return [];
      return [{ ...place, lastId: last && idOf(last), ownerId: undefined }];
    });
    town.apply([{ what: 'arrived', guildId: GUILD, at, places: heardPlaces, inVoice: [] }]);
  };
  const take = (count: number) => all.slice(now, (now += count)).map(heard);
  const apply = (events: readonly HeardEvent[]) => {
    session.push(...events);
    town.apply(events);
  };
  const lost = (work: () => () => void) => {
    let takeBack = (): void => {};
    const cut = sqlite.transaction(() => {
      takeBack = work();
      throw new Error('the disk is full');
    });
    expect(cut).toThrow('the disk is full');
    takeBack();
  };
  const page = (size: number) => {
    const gap = town.service.nextGap(GUILD);
    if (!gap) return undefined;
    const after = all
      .slice(0, now)
      .filter((one) => one.placeId === gap.placeId && BigInt(idOf(one)) > BigInt(gap.countedTo));
    const messages = after.slice(0, size).map((one) => {
      const event = heard(one);
      if (event.what !== 'message') throw new Error('only messages are in the history');
      return { ...event.message, joinedAt: undefined, staff: undefined };
    });
    const readTo = messages.length < size ? gap.gapTo : undefined;
    return { placeId: gap.placeId, messages, readTo };
  };
  const read = (size: number) => {
    const found = page(size);
    if (found) sqlite.transaction(() => town.service.applyRead(found))();
    return found !== undefined;
  };
  const again = () => {
    session = [];
    town.restart();
    arrive();
  };
  const keepLater = (events: readonly HeardEvent[]) => {
    lost(() => town.service.apply(events));
    apply(events);
  };
  const overtaking = () => {
    const pair = all.slice(now, now + 2);
    const near = pair.length === 2 && pair[1]!.at - pair[0]!.at < 10_000;
    return near ? take(2).toReversed() : take(2);
  };
  const fates: Record<Fate['what'], (count: number) => void> = {
    heard: (count) => apply(take(count)),
    overtaken: () => overtaking().forEach((event) => apply([event])),
    'overtaken, and kept at the second attempt': () => overtaking().forEach((event) => keepLater([event])),
    repeated: (count) => town.apply(session.slice(-3 * count)),
    'kept at the second attempt': (count) => keepLater(take(count)),
    forgotten: (count) =>
      apply(
        all.slice(now, (now += count)).map((one) => ({
          what: 'missed',
          guildId: GUILD,
          place: { placeId: one.placeId, channelId: one.channelId, lastId: idOf(one), ownerId: undefined },
        })),
      ),
    'said while away': (count) => {
      now += count;
      again();
    },
    killed: again,
    'a page': read,
    'a page, twice': (count) => {
      const found = page(count);
      if (!found) return;
      sqlite.transaction(() => town.service.applyRead(found))();
      sqlite.transaction(() => town.service.applyRead(found))();
    },
    'a lost page': (count) => {
      const found = page(count);
      if (found) lost(() => town.service.applyRead(found));
    },
  };
  arrive();
  return {
    town,
    fate: ({ what, count }: Fate) => fates[what](count),
    /** All the rest is heard, and everything that was missed is read. */
    end(): void {
      apply(take(all.length));
      while (read(3));
    },
  };
}

const keyed = (rows: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const key of rows.toSorted()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};
const stored = ({ all }: ReturnType<typeof startCounting>, sql: string): Record<string, number> =>
  Object.fromEntries(
    all<{ key: string; n: number }>(`${sql} ORDER BY 1`).map(({ key, n }) => [key, n] as const),
  );

function expectExact(town: ReturnType<typeof startCounting>, all: readonly Done[], zone: string): void {
  const answers = all.filter(({ replyTo, userId }) => replyTo && replyTo.userId !== userId);
  const cell = ({ userId, at, channelId }: Done) => `${local(at, zone).day} ${userId} ${channelId}`;
  expect(
    stored(town, "SELECT day || ' ' || user_id || ' ' || channel_id AS key, messages AS n FROM activity"),
  ).toEqual(keyed(all.map(cell)));
  expect(
    stored(
      town,
      "SELECT day || ' ' || user_id || ' ' || channel_id AS key, replies AS n FROM activity WHERE replies > 0",
    ),
  ).toEqual(keyed(answers.map(cell)));
  expect(
    stored(town, "SELECT day || ' ' || from_id || ' ' || to_id AS key, replies AS n FROM activity_replies"),
  ).toEqual(
    keyed(answers.map(({ userId, replyTo, at }) => `${local(at, zone).day} ${userId} ${replyTo!.userId}`)),
  );
  expect(stored(town, "SELECT day || ' ' || hour AS key, messages AS n FROM activity_hours")).toEqual(
    keyed(all.map(({ at }) => `${local(at, zone).day} ${local(at, zone).hour}`)),
  );
}

describe('each message is counted once', () => {
  test('whatever is repeated, overtaken, missed, read back or not kept in between', () => {
    fc.assert(
      fc.property(
        fc.array(anySaid, { maxLength: 60 }),
        fc.array(anyFate, { maxLength: 40 }),
        fc.constantFrom(...zones),
        (steps, fates, zone) => {
          const all = said(steps);
          const { town, fate, end } = live(all, zone);
          fates.forEach(fate);
          end();
          expectExact(town, all, zone);
          if (!fates.some(({ what }) => what.startsWith('overtaken'))) {
            // In their order, conversations are those that an independent look finds.
            expect(
              town
                .all<{ messages: number; people: number }>('SELECT messages, people FROM conversations')
                .map(({ messages, people }) => `${messages} ${people}`)
                .toSorted(),
            ).toEqual(
              talksOf(all)
                .map((talk) => `${talk.said.length} ${new Set(talk.said.map(({ userId }) => userId)).size}`)
                .toSorted(),
            );
          }
          town.database.close();
        },
      ),
      { numRuns: 300 },
    );
  });
});
