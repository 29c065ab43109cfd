import { describe, expect, test } from 'vitest';
import type { HeardEvent, HeardPlace } from '../../../src/features/engagement/events.ts';
import { GUILD, heard, idAt, startCounting } from '../../support/counting.ts';

const HOUR = 3_600_000;
const T0 = Date.UTC(2026, 2, 2, 12);
const general = '810000000000000001';
const staffRoom = '810000000000000002';
const workshop = '810000000000000003';
const thread = '810000000000000004';
const category = '810000000000000005';
const ada = '700000000000000001';

function stage() {
  const counting = startCounting();
  const { writer } = counting.database;
  let id = 0;
  return {
    ...counting,
    say(channelId: string, at: number, placeId = channelId): void {
      const kind = 'message' as const;
      counting.apply([
        heard({ kind, id: (id += 1), userId: ada, at, channelId, placeId, staff: false } as never),
      ]);
    },
    leaveOut: (ids: readonly string[], now: number) =>
      writer.write(() => counting.settings.leaveOut(GUILD, ids, now)),
    counted: () =>
      Object.fromEntries(
        counting
          .all<{ channel: string; messages: number }>(
            'SELECT channel_id AS channel, sum(messages) AS messages FROM activity GROUP BY channel_id',
          )
          .map(({ channel, messages }) => [channel, messages]),
      ),
  };
}

const comesBack = (at: number, ...places: HeardPlace[]): HeardEvent => ({
  what: 'arrived',
  guildId: GUILD,
  at,
  places,
  inVoice: [],
});
const placeAt = (placeId: string, lastAt: number, channelId = placeId): HeardPlace => ({
  placeId,
  channelId,
  lastId: idAt(lastAt, 1),
  ownerId: undefined,
});

describe('a channel that is left out', () => {
  test('keeps what was counted; nothing more is, in its threads neither, and then it goes on', async () => {
    const { arrive, say, leaveOut, counted } = stage();
    arrive(T0);
    say(general, T0 + 1);
    say(workshop, T0 + 1);
    expect(counted()).toEqual({ [general]: 1, [workshop]: 1 });
    await leaveOut([general], T0 + 2);
    say(general, T0 + 3);
    say(general, T0 + 4, thread);
    say(workshop, T0 + 4);
    expect(counted()).toEqual({ [general]: 1, [workshop]: 2 });
    await leaveOut([], T0 + 5);
    say(general, T0 + 6);
    expect(counted()).toEqual({ [general]: 2, [workshop]: 2 });
  });

  test('is not read from the history: neither what waits there, nor later, when it is back', async () => {
    const { apply, leaveOut, counted, repositories, reads, service, database } = stage();
    apply([comesBack(T0, placeAt(general, T0 - HOUR), placeAt(workshop, T0 - HOUR))]);
    expect(repositories.marks.gaps(GUILD).map(({ placeId }) => placeId)).toEqual([general, workshop]);
    expect(reads).toEqual([GUILD]);

    await leaveOut([general], T0 + 1);
    expect(repositories.marks.gaps(GUILD).map(({ placeId }) => placeId)).toEqual([workshop]);
    // Hearth was away while it was left out, and comes back.
    apply([comesBack(T0 + HOUR, placeAt(general, T0 + HOUR - 1_000), placeAt(thread, T0 + HOUR, general))]);
    expect(repositories.marks.gaps(GUILD).map(({ placeId }) => placeId)).toEqual([workshop]);
    await leaveOut([], T0 + HOUR + 1);
    apply([comesBack(T0 + HOUR + 2, placeAt(general, T0 + HOUR - 1_000))]);
    expect(repositories.marks.gaps(GUILD).map(({ placeId }) => placeId)).toEqual([workshop]);

    // Whatever is read of it all the same is not counted.
    const message = heard({
      kind: 'message',
      id: 1,
      userId: ada,
      at: T0 + HOUR - 2_000,
      channelId: general,
      placeId: general,
      staff: false,
    } as never);
    const messages = message.what === 'message' ? [message.message] : [];
    await database.writer.write(() => service.applyRead({ placeId: general, messages, readTo: undefined }));
    expect(counted()).toEqual({});
  });

  test('may be a whole category, wherever its channels move', async () => {
    const { arrive, say, leaveOut, counted, categories } = stage();
    arrive(T0);
    categories.set(general, category);
    await leaveOut([category], T0);
    say(general, T0 + 1);
    say(general, T0 + 2, thread);
    say(workshop, T0 + 2);
    expect(counted()).toEqual({ [workshop]: 1 });
    categories.delete(general);
    say(general, T0 + 3);
    expect(counted()).toEqual({ [workshop]: 1, [general]: 1 });
  });

  test('is one for staff by itself, until somebody takes it off the list', async () => {
    const { arrive, say, leaveOut, counted, settings, staffChannels } = stage();
    arrive(T0);
    staffChannels.push(staffRoom);
    say(staffRoom, T0 + 1);
    expect(counted()).toEqual({});
    expect(settings.state(GUILD)).toEqual({ leftOut: [staffRoom], retentionMonths: 13 });
    await leaveOut([general], T0 + 2);
    expect(settings.state(GUILD).leftOut).toEqual([general]);
    say(staffRoom, T0 + 3);
    say(general, T0 + 3);
    expect(counted()).toEqual({ [staffRoom]: 1 });
    await leaveOut([general, staffRoom], T0 + 4);
    expect(settings.state(GUILD).leftOut.toSorted()).toEqual([general, staffRoom].toSorted());
    // Another channel becomes the one for staff: what was said about the first goes with it.
    staffChannels.splice(0, 1, workshop);
    expect(settings.state(GUILD).leftOut.toSorted()).toEqual([general, workshop].toSorted());
  });
});

describe('how long days of members are kept', () => {
  test('is a whole number of months from 1 to 60, and stays when channels change', async () => {
    const { settings, database, leaveOut } = stage();
    const keep = (months: number) => database.writer.write(() => settings.keepFor(GUILD, months, T0));
    expect(settings.state(GUILD).retentionMonths).toBe(13);
    for (const wrong of [0, 61, 1.5, Number.NaN, -3]) {
      await expect(keep(wrong)).rejects.toMatchObject({ code: 'counting.refusals.months' });
    }
    expect(settings.state(GUILD).retentionMonths).toBe(13);
    await keep(60);
    await leaveOut([general], T0);
    expect(settings.state(GUILD)).toEqual({ leftOut: [general], retentionMonths: 60 });
    await keep(1);
    expect(settings.state(GUILD)).toEqual({ leftOut: [general], retentionMonths: 1 });
  });
});
