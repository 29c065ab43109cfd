import type { Database } from '../../../src/database/open.ts';
import { createCaseRepository } from '../../../src/features/ideas/case-repository.ts';
import { createClimb } from '../../../src/features/ideas/climb.ts';
import { createDecideService } from '../../../src/features/ideas/decide-service.ts';
import { createDraftRepository } from '../../../src/features/ideas/draft-repository.ts';
import { createEventRepository } from '../../../src/features/ideas/event-repository.ts';
import { createIdeaQueue } from '../../../src/features/ideas/idea-queue.ts';
import { createIdeaRepository, type NewIdea } from '../../../src/features/ideas/idea-repository.ts';
import { createLifecycle } from '../../../src/features/ideas/lifecycle.ts';
import { createMergeRepository } from '../../../src/features/ideas/merge-repository.ts';
import { createMergeService } from '../../../src/features/ideas/merge-service.ts';
import type { IdeaSettings } from '../../../src/features/ideas/model.ts';
import { createModerationRepository } from '../../../src/features/ideas/moderation-repository.ts';
import { createModerationService } from '../../../src/features/ideas/moderation-service.ts';
import { createMoveRepository } from '../../../src/features/ideas/move-repository.ts';
import { createPlaceService } from '../../../src/features/ideas/place-service.ts';
import type { IdeaActor, IdeaPolicy } from '../../../src/features/ideas/ports.ts';
import { createPublish } from '../../../src/features/ideas/publication.ts';
import { checkTakesSupport } from '../../../src/features/ideas/rules.ts';
import { createShowcaseRepository } from '../../../src/features/ideas/showcase-repository.ts';
import { createShowcaseService } from '../../../src/features/ideas/showcase-service.ts';
import { createSupportRepository } from '../../../src/features/ideas/support-repository.ts';
import { createUnmerge } from '../../../src/features/ideas/unmerge.ts';
import { createWorkService } from '../../../src/features/ideas/work-service.ts';
import { createJobQueue } from '../../../src/jobs/queue.ts';
import { createJobRepository } from '../../../src/jobs/repository.ts';
import { type FixedClock, fixedClock, openTestDatabase } from '../../support/database.ts';

export const GUILD = '800000000000000001';
export const FORUM = '810000000000000001';
export const STAFF_ROLE = '830000000000000001';
export const ADMIN_ROLE = '830000000000000002';
export const DAY = 86_400_000;

export const settings: IdeaSettings = {
  channelId: FORUM,
  channelKind: 'forum',
  staffChannelId: undefined,
  boardChannelId: undefined,
  ledgerChannelId: undefined,
  shippedRoleId: undefined,
  floor: 3,
  ladder: [
    { percent: 5, days: 14 },
    { percent: 15, days: 45 },
  ],
  reviewDays: 14,
  reviewers: 2,
  queue: false,
  cooldownHours: 0,
  openPerMember: 100,
  anonymity: true,
  categories: [],
};

/** Of 60 active members 5 % are 3 and 15 % are 9. */
const policyOf = (given: CoreWorld): IdeaPolicy => ({
  settings: given.settings ?? (() => settings),
  mayManage: (_, { roleIds }) => roleIds.includes(STAFF_ROLE),
  mayReveal: (_, { roleIds }) => roleIds.includes(ADMIN_ROLE),
  activity: () => ({ active: given.active?.() ?? 60, days: 28, counted: 'used-hearth' }),
});

/** What differs from all that stands here. */
export interface CoreWorld {
  database?: Database;
  settings?: () => IdeaSettings;
  active?: () => number;
}

export const member = (number: number): IdeaActor => ({
  userId: String(840000000000000000n + BigInt(number)),
  roleIds: [],
  permissions: 0n,
});
export const staff = (number = 1): IdeaActor => ({ ...member(900 + number), roleIds: [STAFF_ROLE] });
export const admin: IdeaActor = { ...member(990), roleIds: [ADMIN_ROLE] };
export const author = member(800);

/** The services behind decisions, merges and moderation on a real database, with a clock that stands still. */
export function coreHarness(clock: FixedClock = fixedClock(), world: CoreWorld = {}) {
  const database: Database = world.database ?? openTestDatabase();
  const policy = policyOf(world);
  const { sqlite } = database;
  const repositories = {
    ideas: createIdeaRepository(sqlite),
    support: createSupportRepository(sqlite),
    drafts: createDraftRepository(sqlite),
    events: createEventRepository(sqlite),
    cases: createCaseRepository(sqlite),
    merges: createMergeRepository(sqlite),
    moves: createMoveRepository(sqlite),
    moderation: createModerationRepository(sqlite),
    showcase: createShowcaseRepository(sqlite),
  };
  const queue = createIdeaQueue(createJobQueue(createJobRepository(database.orm)));
  const base = { ...repositories, queue, policy };
  const lifecycle = createLifecycle(base);
  const parts = {
    ...base,
    lifecycle,
    climb: createClimb({ ...base, lifecycle }),
    publish: createPublish(base),
  };
  const service = {
    ...createDecideService(parts),
    ...createMergeService({ ...parts, unmerge: createUnmerge(parts) }),
    ...createModerationService(parts),
    ...createShowcaseService(parts),
    ...createPlaceService(parts),
  };
  const work = createWorkService(parts);
  const write = <T>(act: () => T): T => sqlite.transaction(act)();
  let interactions = 850000000000000000n;

  const load = (ideaId: number) => lifecycle.load({ guildId: GUILD, ideaId });

  const queued = (given: Partial<NewIdea> = {}): number =>
    write(() =>
      repositories.ideas.add({
        guildId: GUILD,
        authorId: author.userId,
        anonymous: false,
        suggestedBy: undefined,
        consent: 'none',
        title: 'A mug with a lid',
        body: 'It stays warm',
        problem: '',
        category: undefined,
        createdAt: clock.now(),
        imageNames: [],
        ...given,
      }),
    );

  const harness = {
    database,
    clock,
    service,
    work,
    write,
    ...parts,
    by: (actor: IdeaActor) => ({ guildId: GUILD, actor, now: clock.now() }),
    queued,

    /** A public idea that gathers support. */
    idea(given: Partial<NewIdea> = {}): number {
      const id = queued(given);
      write(() => {
        parts.publish(load(id), clock.now());
        repositories.support.followFromStart(id, given.authorId ?? author.userId, clock.now());
      });
      return id;
    },

    state: (ideaId: number) => load(ideaId).idea,

    /** One press of Support, as the card takes it. */
    press(ideaId: number, actor: IdeaActor): void {
      write(() => {
        const stored = load(ideaId);
        checkTakesSupport(stored.idea, actor.userId, clock.now());
        const { supporting } = repositories.support.standing(ideaId, actor.userId);
        const interactionId = String(++interactions);
        const press = { ideaId, userId: actor.userId, interactionId, now: clock.now() };
        repositories.support.saveSupport(press, !supporting);
        parts.climb.moved(stored, stored.idea.supporters + (supporting ? -1 : 1), clock.now());
      });
    },
    follow(ideaId: number, actor: IdeaActor, following = true): void {
      const press = { ideaId, userId: actor.userId, interactionId: String(++interactions), now: clock.now() };
      repositories.support.saveFollow(press, following);
    },

    /** Presses of so many members, from the first on. */
    supported(ideaId: number, count: number, first = 1): void {
      for (let each = first; each < first + count; each += 1) harness.press(ideaId, member(each));
    },

    /** An idea under review, with as many scores as are needed, if `scored`. */
    reviewed({ scored = true, ...given }: Partial<NewIdea> & { scored?: boolean } = {}): number {
      const id = harness.idea(given);
      harness.supported(id, 9, 100);
      if (scored) {
        harness.score(id, staff(1));
        harness.score(id, staff(2));
      }
      return id;
    },

    score: (ideaId: number, actor: IdeaActor, fit = 4, reason = 'It fits') =>
      write(() =>
        service.score({
          ...harness.by(actor),
          ideaId,
          scores: { fit, effort: 2, demand: 5, cost: 1 },
          reason,
        }),
      ),
    decide: (
      ideaId: number,
      from: Parameters<typeof service.decide>[0]['from'],
      to: Parameters<typeof service.decide>[0]['to'],
      actor = staff(),
      reason = 'Because we can',
    ) => write(() => service.decide({ ...harness.by(actor), ideaId, from, to, reason })),
    merge: (sourceId: number, targetId: number, actor = staff()) =>
      write(() => service.merge({ ...harness.by(actor), sourceId, targetId })),
    undo: (mergeId: number, actor = staff()) =>
      write(() => service.undoMerge({ ...harness.by(actor), mergeId })),
    object: (mergeId: number, actor: IdeaActor, reason = 'Mine is for tea') =>
      write(() => service.object({ ...harness.by(actor), mergeId, reason })),
    answer: (ideaId: number, actor: IdeaActor, keep: boolean) =>
      write(() => service.answerMove({ ...harness.by(actor), ideaId, keep })),

    /** Who supports it, in order of their ids. */
    supporters: (ideaId: number): string[] =>
      sqlite
        .prepare<[number], string>(
          'SELECT user_id FROM idea_supporters WHERE idea_id = ? AND supporting = 1 ORDER BY user_id',
        )
        .pluck()
        .all(ideaId),
    followers: (ideaId: number): string[] => repositories.support.followers(ideaId, 1_000).toSorted(),
    kinds: (ideaId: number): string[] => repositories.events.after(ideaId, 0).map(({ kind }) => kind),
    jobs: (kind: string) =>
      sqlite.prepare('SELECT key, run_at AS runAt FROM jobs WHERE kind = ? ORDER BY key').all(kind) as {
        key: string;
        runAt: number;
      }[],
  };
  return harness;
}

/** Code (without its prefix) and parameters of the refusal that `act` throws; fails if it throws none. */
export function refusalOf(act: () => unknown): { code: string; params: object } {
  try {
    act();
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'params' in error) {
      return { code: String(error.code).replace('ideas.refusals.', ''), params: error.params as object };
    }
    throw error;
  }
  throw new Error('nothing was refused');
}
