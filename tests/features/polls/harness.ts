import type { Database } from '../../../src/database/open.ts';
import type { PollInput } from '../../../src/features/polls/model.ts';
import type { BallotChange, PollActor, PollPolicy } from '../../../src/features/polls/ports.ts';
import { createPollRepositories } from '../../../src/features/polls/repository.ts';
import { createPolls } from '../../../src/features/polls/service.ts';
import { createJobQueue } from '../../../src/jobs/queue.ts';
import { createJobRepository } from '../../../src/jobs/repository.ts';
import { type FixedClock, fixedClock, openTestDatabase, sequentialRandom } from '../../support/database.ts';

export const GUILD = '800000000000000001';
export const CHANNEL = '810000000000000001';
export const CREATOR = '820000000000000001';
export const STAFF_ROLE = '830000000000000001';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Staff is whoever has the staff role; everybody creates; Berlin. */
export const policy: PollPolicy = {
  timeZone: () => 'Europe/Berlin',
  mayCreate: (_, actor) => !actor.roleIds.includes('muted'),
  mayManage: (_, actor) => actor.roleIds.includes(STAFF_ROLE),
};

export function member(userId: string, roleIds: readonly string[] = []): PollActor {
  return { userId, roleIds, permissions: 0n };
}

/** The nth voter. */
export function voter(number: number, roleIds: readonly string[] = []): PollActor {
  return member(String(840000000000000000n + BigInt(number)), roleIds);
}

export type PollHarness = ReturnType<typeof pollHarness>;

/** The real services on a real database, with a clock that stands still. */
export function pollHarness(database: Database = openTestDatabase(), clock: FixedClock = fixedClock()) {
  const jobs = createJobRepository(database.orm);
  const repositories = createPollRepositories(database.sqlite);
  const polls = createPolls({
    repositories,
    jobs: createJobQueue(jobs),
    policy,
    isEmojiUsable: () => true,
    random: sequentialRandom(),
  });
  const { service } = polls;
  let interactions = 850000000000000000n;
  const nextInteraction = () => String(++interactions);
  const write = <T>(act: () => T): T => database.sqlite.transaction(act)();

  const draft = (input: Partial<PollInput> = {}, actor = member(CREATOR)) =>
    write(() =>
      service.createDraft({
        guildId: GUILD,
        channelId: CHANNEL,
        actor,
        interactionId: nextInteraction(),
        locale: 'en',
        now: clock.now(),
        input: {
          question: 'Which beans next?',
          options: 'Kenya\nPeru\nSumatra',
          closes: 'in 3 days',
          ...input,
        },
      }),
    );

  const publishDraft = (draftId: number, actor = member(CREATOR)) =>
    write(() => service.publish({ guildId: GUILD, actor, draftId, now: clock.now() }));

  return {
    ...polls,
    database,
    repositories,
    clock,
    write,
    nextInteraction,
    draft,
    publishDraft,

    /** Creates and publishes a poll; tells its number. */
    publish: (input: Partial<PollInput> = {}): number => publishDraft(draft(input).id).poll.id,

    vote: (pollId: number, actor: PollActor, change: BallotChange, more: VoteDetails = {}) =>
      write(() =>
        service.castVote({
          guildId: GUILD,
          channelId: CHANNEL,
          pollId,
          actor,
          interactionId: nextInteraction(),
          change,
          now: clock.now(),
          ...more,
        }),
      ),

    /** What a call of this person looks like now. */
    by: (actor: PollActor) => ({ guildId: GUILD, actor, now: clock.now() }),

    state: (pollId: number) => service.state({ guildId: GUILD, pollId, now: clock.now() }),

    /** Everything stored about votes, sorted by voter. */
    storedVotes: (pollId: number) =>
      database.sqlite
        .prepare('SELECT voter, ballot, weight FROM poll_votes WHERE poll_id = ? ORDER BY voter')
        .all(pollId),

    /** The queued jobs as `kind key`, with the time they are for. */
    queued: () =>
      database.sqlite.prepare('SELECT kind, key, run_at AS runAt FROM jobs ORDER BY kind, key').all() as {
        kind: string;
        key: string;
        runAt: number;
      }[],

    events: (pollId: number) =>
      database.sqlite
        .prepare('SELECT kind, actor_id AS actorId, at FROM poll_events WHERE poll_id = ? ORDER BY id')
        .all(pollId),
  };
}

interface VoteDetails {
  interactionId?: string;
  eligible?: number;
  channelId?: string;
  guildId?: string;
}

/** The code of the refusal that `act` throws; fails if it throws none. */
export function refusalOf(act: () => unknown): { code: string; params: object } {
  try {
    act();
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'params' in error) {
      return { code: String(error.code).replace('polls.refusals.', ''), params: error.params as object };
    }
    throw error;
  }
  throw new Error('nothing was refused');
}
