import type { AmaSpec } from '../../../src/features/amas/model.ts';
import type { AmaActor, AmaPolicy, AmaService, ImageFile } from '../../../src/features/amas/ports.ts';
import { createAmaRepositories } from '../../../src/features/amas/repository.ts';
import { createAmas } from '../../../src/features/amas/service.ts';
import { createJobQueue } from '../../../src/jobs/queue.ts';
import { createJobRepository } from '../../../src/jobs/repository.ts';
import { type FixedClock, fixedClock, openTestDatabase, type TestDatabase } from '../../support/database.ts';

export const GUILD = '800000000000000001';
export const ELSEWHERE = '800000000000000002';
export const CHANNEL = '810000000000000001';
export const STAFF_CHANNEL = '810000000000000002';
export const STAGE = '810000000000000003';
export const STAFF_ROLE = '830000000000000001';
export const ADMIN_ROLE = '830000000000000002';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const member = (number: number): AmaActor => ({
  userId: String(840000000000000000n + BigInt(number)),
  roleIds: [],
  permissions: 0n,
});
export const staff = (number = 1): AmaActor => ({ ...member(900 + number), roleIds: [STAFF_ROLE] });
export const admin: AmaActor = { ...member(990), roleIds: [ADMIN_ROLE] };
/** Who makes the AMAs: staff, until the role is taken away. */
export const host: AmaActor = { ...member(800), roleIds: [STAFF_ROLE] };
export const guest: AmaActor = member(801);

const policy: AmaPolicy = {
  timeZone: () => 'Europe/Berlin',
  mayManage: (_, { roleIds }) => roleIds.includes(STAFF_ROLE),
  mayReveal: (_, { roleIds }) => roleIds.includes(ADMIN_ROLE),
};

const tables = [
  'amas',
  'ama_questions',
  'ama_supporters',
  'ama_reminders',
  'ama_drafts',
  'ama_images',
  'ama_events',
  'ama_blocks',
  'jobs',
];

export interface Question {
  text?: string;
  anonymous?: boolean;
  images?: readonly ImageFile[];
  interactionId?: string;
  guildId?: string;
}

/** All services of AMAs on a real database, with a clock that stands still. */
export function coreHarness({
  database = openTestDatabase(),
  clock = fixedClock(),
}: {
  database?: TestDatabase;
  clock?: FixedClock;
} = {}) {
  const { sqlite } = database;
  const repositories = createAmaRepositories(sqlite);
  const jobs = createJobQueue(createJobRepository(database.orm));
  const { service, work } = createAmas({ repositories, jobs, policy });
  const write = <T>(act: () => T): T => sqlite.transaction(act)();
  const by = (actor: AmaActor, guildId = GUILD) => ({ guildId, actor, now: clock.now() });
  let interactions = 850000000000000000n;
  // As Discord's ids do, they grow with time: a minute each, so that two presses are not one.
  const nextInteraction = (): string => String((interactions += BigInt(MINUTE) << 22n));

  const spec = (given: Partial<AmaSpec> = {}): AmaSpec => ({
    title: 'Ask our roaster',
    description: 'About beans',
    guestIds: [guest.userId],
    startAt: clock.now() + DAY,
    endAt: clock.now() + DAY + HOUR,
    channelId: CHANNEL,
    stageId: undefined,
    staffChannelId: STAFF_CHANNEL,
    queue: 'review',
    anonymous: true,
    several: true,
    attachments: false,
    ...given,
  });

  const harness = {
    ...repositories,
    database,
    clock,
    service,
    work,
    write,
    by,
    spec,
    nextInteraction,

    draft: (given: Partial<AmaSpec> = {}, actor = host, interactionId = nextInteraction(), guildId = GUILD) =>
      write(() => service.draft({ ...by(actor, guildId), interactionId, spec: spec(given) })),
    publish: (draftId: number, actor = host, guildId = GUILD) =>
      write(() => service.publish({ ...by(actor, guildId), draftId })),
    /** Drafted and published; tells its id. */
    ama: (given: Partial<AmaSpec> = {}, guildId = GUILD): number =>
      harness.publish(harness.draft(given, host, undefined, guildId).id, host, guildId).ama.id,
    /** A running one. */
    live(given: Partial<AmaSpec> = {}): number {
      const id = harness.ama(given);
      clock.set(harness.state(id).startAt);
      write(() => work.startDue(id, clock.now()));
      return id;
    },
    /** After its end and the grace. */
    finished(amaId: number): void {
      const { endAt } = harness.state(amaId);
      clock.set(Math.max(clock.now(), endAt));
      write(() => work.endDue(amaId, clock.now()));
      clock.set(harness.state(amaId).graceUntil ?? clock.now());
      write(() => work.graceDue(amaId, clock.now()));
    },

    ask: (amaId: number, actor: AmaActor, given: Question = {}) => {
      const { text = 'Why so dark?', anonymous = false, images = [], guildId = GUILD } = given;
      const interactionId = given.interactionId ?? nextInteraction();
      return write(() =>
        service.ask({ ...by(actor, guildId), amaId, interactionId, text, anonymous, images }),
      );
    },
    /** Asked in an open queue, or let in by hand. */
    asked(amaId: number, actor: AmaActor, given: Question = {}): number {
      const { id, status } = harness.ask(amaId, actor, given).question;
      if (status === 'pending') write(() => service.approve({ ...by(host), questionId: id }));
      return id;
    },
    support: (questionId: number, actor: AmaActor, interactionId = nextInteraction(), guildId = GUILD) =>
      write(() => service.toggleSupport({ ...by(actor, guildId), questionId, interactionId })),
    withdraw: (questionId: number, actor: AmaActor) =>
      write(() => service.withdraw({ ...by(actor), questionId })),
    remind: (amaId: number, actor: AmaActor, interactionId = nextInteraction()) =>
      write(() => service.toggleReminder({ ...by(actor), amaId, interactionId })),
    close: (amaId: number, actor = host) => write(() => service.close({ ...by(actor), amaId })),
    cancel: (amaId: number, actor = host, reason = '') =>
      write(() => service.cancel({ ...by(actor), amaId, reason })),
    eventChanged: (change: Parameters<AmaService['eventChanged']>[0]['change'], eventId = '42') =>
      write(() => service.eventChanged({ eventId, guildId: GUILD, change, now: clock.now() })),
    forget: (place: { channelId?: string; messageId?: string }) =>
      write(() => service.forgetPlace({ ...place, now: clock.now() })),

    state(amaId: number) {
      const stored = repositories.amas.find(amaId);
      if (!stored) throw new Error(`there is no AMA ${amaId}`);
      return stored.ama;
    },
    question(questionId: number) {
      const found = repositories.questions.find(questionId);
      if (!found) throw new Error(`there is no question ${questionId}`);
      return found;
    },
    kinds: (amaId: number): string[] =>
      repositories.events
        .newest(amaId, 100)
        .map(({ kind }) => kind)
        .toReversed(),
    jobs: (kind: string) =>
      sqlite.prepare('SELECT key, run_at AS runAt FROM jobs WHERE kind = ? ORDER BY key').all(kind) as {
        key: string;
        runAt: number;
      }[],
    /** When the one job of this kind is due. */
    dueAt: (kind: string): number | undefined => harness.jobs(kind)[0]?.runAt,
    /** Every row of every table, to compare before and after. */
    everything: () =>
      Object.fromEntries(
        tables.map((table) => [table, sqlite.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all()]),
      ),
  };
  return harness;
}

/** Code (without its prefix) and parameters of the refusal that `act` throws; fails if it throws none. */
export function refusalOf(act: () => unknown): { code: string; params: object } {
  try {
    act();
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'params' in error) {
      return { code: String(error.code).replace('amas.refusals.', ''), params: error.params as object };
    }
    throw error;
  }
  throw new Error('nothing was refused');
}
