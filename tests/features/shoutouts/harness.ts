import type { Database } from '../../../src/database/open.ts';
import type { ShoutoutSettings } from '../../../src/features/shoutouts/model.ts';
import type {
  GiveOutcome,
  GiveSpec,
  SeenMember,
  ShoutoutActor,
} from '../../../src/features/shoutouts/ports.ts';
import { createShoutoutRepositories } from '../../../src/features/shoutouts/repository.ts';
import type { Unsung } from '../../../src/features/shoutouts/result-types.ts';
import { createShoutouts } from '../../../src/features/shoutouts/service.ts';
import { createJobQueue } from '../../../src/jobs/queue.ts';
import { createJobRepository } from '../../../src/jobs/repository.ts';
import { type FixedClock, fixedClock, openTestDatabase } from '../../support/database.ts';

export const GUILD = '800000000000000001';
export const CHANNEL = '810000000000000001';
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const STAFF_ROLE = '830000000000000001';
const ADMIN_ROLE = '830000000000000002';

export const person = (number: number): string => String(840000000000000000n + BigInt(number));
export const actor = (number: number): ShoutoutActor => ({
  userId: person(number),
  roleIds: [],
  permissions: 0n,
});
export const staff: ShoutoutActor = { ...actor(900), roleIds: [STAFF_ROLE] };
export const admin: ShoutoutActor = { ...actor(990), roleIds: [STAFF_ROLE, ADMIN_ROLE] };
export const seen = (number: number, more: Partial<SeenMember> = {}): SeenMember => ({
  userId: person(number),
  bot: false,
  member: true,
  ...more,
});

export interface ShoutoutWorld {
  /** What differs from the defaults; there is a channel. */
  settings?: Partial<ShoutoutSettings>;
  timeZone?: string;
  help?: readonly Unsung[];
  database?: Database;
  clock?: FixedClock;
}

type Given = Extract<GiveOutcome, { kind: 'given' }>;

/** All of shout-outs on a real database, with a clock that stands still. */
export function shoutoutHarness(world: ShoutoutWorld = {}) {
  const { database = openTestDatabase(), clock = fixedClock() } = world;
  const { sqlite } = database;
  const repositories = createShoutoutRepositories(sqlite);
  const { service, work } = createShoutouts({
    repositories,
    jobs: createJobQueue(createJobRepository(database.orm)),
    helpOf: () => world.help ?? [],
    policy: {
      timeZone: () => world.timeZone ?? 'UTC',
      mayManage: (_, { roleIds }) => roleIds.includes(STAFF_ROLE),
      mayAdminister: (_, { roleIds }) => roleIds.includes(ADMIN_ROLE),
    },
  });
  const write = <T>(act: () => T): T => sqlite.transaction(act)();
  const by = (who: ShoutoutActor) => ({ guildId: GUILD, actor: who, now: clock.now() });
  let interactions = 860000000000000000n;
  let reasons = 0;
  const nextInteraction = (): string => String((interactions += 1n));
  const { values = [], ...changes } = world.settings ?? {};
  write(() => service.changeSettings({ ...by(admin), changes: { channelId: CHANNEL, ...changes } }));
  for (const { key: _, ...value } of values) {
    write(() => service.saveValue({ ...by(admin), value, key: undefined }));
  }

  /** As `give` answers. Each reason is another one unless told. */
  const give = (from: number, to: readonly (number | SeenMember)[], more: Partial<GiveSpec> = {}) => {
    const receivers = to.map((each) => (typeof each === 'number' ? seen(each) : each));
    const reason = `Thank you for help number ${(reasons += 1)}`;
    const spec = { receivers, value: undefined, reason, source: undefined, ...more };
    const call = { ...by(actor(from)), interactionId: nextInteraction(), giver: seen(from), spec };
    return write(() => service.give(call));
  };

  return {
    database,
    clock,
    repositories,
    service,
    work,
    write,
    by,
    nextInteraction,
    give,
    /** Given at once, or it throws. */
    thank(from: number, to: readonly (number | SeenMember)[], more: Partial<GiveSpec> = {}): Given {
      const outcome = give(from, to, more);
      if (outcome.kind !== 'given') throw new Error('it asked first');
      return outcome;
    },
    withdraw: (who: number, shoutoutId: number) =>
      write(() => service.withdraw({ ...by(actor(who)), shoutoutId })),
    void: (shoutoutId: number, reason = 'Not meant seriously') =>
      write(() => service.void({ ...by(staff), shoutoutId, reason })),
    hide: (who: number, hidden = true) => write(() => service.setHidden({ ...by(actor(who)), hidden })),
    messageGone: (messageId: string) =>
      write(() =>
        service.messagesGone({
          guildId: GUILD,
          channelId: CHANNEL,
          messageIds: [messageId],
          now: clock.now(),
        }),
      ),
    board: (period: 'week' | 'month' | 'all' = 'all', value?: string, page = 0) =>
      service.board({ ...by(actor(1)), period, value, page }),
    story: (who: number) => service.story(by(actor(who))),
    jobs: (kind: string) =>
      sqlite.prepare('SELECT key FROM jobs WHERE kind = ? ORDER BY key').pluck().all(kind) as string[],
    /** Every row of every table of shout-outs, to compare before and after. */
    everything: () =>
      Object.fromEntries(
        tables.map((table) => [table, sqlite.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3, 4`).all()]),
      ),
  };
}

const tables = [
  'shoutouts',
  'shoutout_receivers',
  'shoutout_counts',
  'shoutout_members',
  'shoutout_milestones',
  'shoutout_drafts',
  'shoutout_events',
  'shoutout_settings',
  'jobs',
];
