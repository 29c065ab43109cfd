import { expect, it } from 'vitest';
import { admin, GUILD, HOUR, shoutoutHarness } from './harness.ts';

const OTHER_CHANNEL = '810000000000000002';
const ELSEWHERE = '800000000000000002';

interface Waiting {
  kind: string;
  key: string;
  status: string;
  due_at: number;
  run_at: number;
}

/** A server whose channel is closed to Hearth: what should stand there waits for hours. */
function closedChannel() {
  const h = shoutoutHarness();
  const { sqlite } = h.database;
  const name = (channelId: string | undefined) =>
    h.write(() => h.service.changeSettings({ ...h.by(admin), changes: { channelId } }));
  const jobs = () =>
    sqlite
      .prepare<[], Waiting>(`SELECT kind, key, status, due_at, run_at FROM jobs ORDER BY kind, key`)
      .all();
  return {
    ...h,
    name,
    jobs,
    park: (kind: string) =>
      sqlite
        .prepare(`UPDATE jobs SET status = 'parked', parks = 9, run_at = ? WHERE kind = ?`)
        .run(h.clock.now() + 6 * HOUR, kind),
    statusOf: (kind: string) => jobs().flatMap((job) => (job.kind === kind ? [job.status] : [])),
  };
}

it('cards that wait for a channel go out as soon as one is named, also the same one again; nothing else does', () => {
  const h = closedChannel();
  h.thank(1, [2]);
  const standing = h.thank(3, [4]).shoutout.id;
  h.write(() => h.work.posted(standing, { channelId: '810000000000000001', messageId: '1' }));
  h.database.sqlite
    .prepare(`DELETE FROM jobs WHERE kind = 'shoutout.card' AND key = ?`)
    .run(String(standing));
  // Somebody deleted that card: nobody wants it back.
  h.messageGone('1');
  for (const channel of [OTHER_CHANNEL, OTHER_CHANNEL]) {
    h.park('shoutout.card');
    const before = h.jobs().find(({ kind }) => kind === 'shoutout.card')!;
    h.clock.advance(HOUR);
    h.write(() => h.service.changeSettings({ ...h.by(admin), changes: { budget: 7 } }));
    expect(h.statusOf('shoutout.card')).toEqual(['parked']);
    h.name(channel);
    expect(h.jobs().filter(({ kind }) => kind === 'shoutout.card')).toEqual([
      // The same occurrence, so that what did arrive is found and not posted again.
      { ...before, status: 'pending', run_at: h.clock.now() },
    ]);
  }
});

it('what waits in other servers goes on waiting', () => {
  const h = closedChannel();
  h.thank(1, [2]);
  h.park('shoutout.card');
  h.write(() =>
    h.service.changeSettings({ ...h.by(admin), guildId: ELSEWHERE, changes: { channelId: OTHER_CHANNEL } }),
  );
  expect(h.statusOf('shoutout.card')).toEqual(['parked']);
});

it('a month in review that waited for the deleted channel comes in the new one, not a month later', () => {
  const h = closedChannel();
  const of = (kind: string) => h.jobs().find((job) => job.kind === kind && job.key === GUILD)!;
  const before = of('shoutout.round-up');
  h.clock.set(before.due_at + HOUR);
  h.park('shoutout.round-up');
  h.name(undefined);
  h.name(OTHER_CHANNEL);
  expect(of('shoutout.round-up')).toMatchObject({
    status: 'pending',
    due_at: before.due_at,
    run_at: h.clock.now(),
  });
  expect(of('shoutout.years')).toMatchObject({ status: 'pending' });
  expect(of('shoutout.years').run_at).toBeGreaterThan(h.clock.now());
});
