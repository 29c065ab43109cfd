import { ALL_TIME, type CountRepository, monthBucket, valueBucket, weekBucket } from './count-repository.ts';
import { budgetState } from './give-service.ts';
import type { MilestoneRepository } from './milestone-repository.ts';
import type { BoardLine, BoardPeriod } from './model.ts';
import type { PeopleRepository } from './people-repository.ts';
import { periodsOf } from './periods.ts';
import { type ShoutoutPolicy, type ShoutoutService, UNSUNG_MS } from './ports.ts';
import { refuse } from './refuse.ts';
import { type Board, MIN_RANKED, type RingReport, type Unsung } from './result-types.ts';
import { ringsOf } from './rings.ts';
import type { SettingsService } from './settings-service.ts';
import type { ShoutoutRepository } from './shoutout-repository.ts';

/** Replies and reactions of others that somebody's messages got. */
export type HelpOf = (guildId: string, since: number) => readonly Unsung[];

export interface ReadServiceParts {
  shoutouts: ShoutoutRepository;
  people: PeopleRepository;
  counts: CountRepository;
  milestones: MilestoneRepository;
  settings: SettingsService;
  policy: ShoutoutPolicy;
  helpOf: HelpOf;
}

type Reading = 'board' | 'story' | 'log' | 'setHidden' | 'unsung' | 'rings' | 'receivedBy' | 'unsungIn';

const PAGE = 10;
/** Shout-outs of one's own story. */
const LATEST = 5;
/** Below this even the best of a board is no rank. */
const LOW = 3;
const MOST_UNSUNG = 10;
const RING_SPAN = 90 * 86_400_000;

/** What is read of shout-outs. */
export function createReadService(parts: ReadServiceParts): Pick<ShoutoutService, Reading> {
  const { shoutouts, people, counts, milestones, settings, policy, helpOf } = parts;

  const checkStaff = (call: Parameters<ShoutoutService['unsung']>[0]): void => {
    if (!policy.mayManage(call.guildId, call.actor)) refuse('shoutouts.refusals.staff-only');
  };

  const unsungIn = (guildId: string, now: number): readonly Unsung[] => {
    const since = now - UNSUNG_MS;
    const thanked = people.thankedSince(guildId, since);
    return helpOf(guildId, since)
      .filter(({ userId }) => !thanked.has(userId))
      .toSorted((a, b) => b.replies + b.reactions - (a.replies + a.reactions))
      .slice(0, MOST_UNSUNG);
  };

  return {
    board({ guildId, now, period, value, page: wanted }) {
      const bucket = {
        guildId,
        period: bucketOf(period, now, policy.timeZone(guildId)),
        value: value === undefined ? '' : valueBucket(value),
      };
      const apart = people.apart(guildId, settings.settings(guildId).staffOnBoards);
      const total = counts.people(bucket, apart);
      const { page, pages } = clamped(wanted, total);
      const lines = counts.page(bucket, apart, { limit: PAGE, offset: page * PAGE });
      const [best] = page === 0 ? lines : counts.page(bucket, apart, { limit: 1, offset: 0 });
      const ranked = total >= MIN_RANKED && (best?.received ?? 0) >= LOW;
      const first = ranked && lines[0] ? counts.above(bucket, apart, lines[0].received) + 1 : undefined;
      return {
        period,
        value,
        ranked,
        lines: withRanks(lines, first, page * PAGE),
        page,
        pages,
        people: total,
        shoutouts: counts.shoutouts(bucket),
      } satisfies Board;
    },

    story({ guildId, actor: { userId }, now }) {
      const { given, received, hidden } = people.totals(guildId, userId);
      const { values, budget } = settings.settings(guildId);
      const byValue = [...values.map(({ key }) => key), undefined]
        .map((value) => ({
          value,
          received: counts.of({ guildId, period: ALL_TIME, value: valueBucket(value) }, userId),
        }))
        .filter((each) => each.received > 0)
        .sort((a, b) => b.received - a.received);
      return {
        received,
        given,
        byValue,
        latestReceived: shoutouts.receivedBy(guildId, userId, LATEST),
        latestGiven: shoutouts.givenBy(guildId, userId, LATEST),
        milestones: milestones.ofMember(guildId, userId),
        hidden,
        budget: budgetState(people.used(guildId, userId, now), budget),
      };
    },

    log(call) {
      checkStaff(call);
      const total = shoutouts.count(call.guildId);
      const { page, pages } = clamped(call.page, total);
      const rows = shoutouts
        .latest(call.guildId, PAGE, page * PAGE)
        .map((shoutout) => ({ ...shoutout, trail: shoutouts.trail(shoutout.id) }));
      return { rows, page, pages, total };
    },

    setHidden: ({ guildId, actor, hidden }) => people.setHidden(guildId, actor.userId, hidden),

    unsung(call) {
      checkStaff(call);
      return unsungIn(call.guildId, call.now);
    },
    unsungIn,

    rings(call) {
      if (!policy.mayAdminister(call.guildId, call.actor)) refuse('shoutouts.refusals.admins-only');
      return ringReport(people, call.guildId, call.now);
    },

    receivedBy: (guildId, userId) => people.received(guildId, userId),
  };
}

/** Who has as many shares a rank: 1, 1, 3. `first`: the rank of the first line; undefined: no ranks. */
function withRanks(
  lines: readonly { userId: string; received: number }[],
  first: number | undefined,
  offset: number,
): BoardLine[] {
  let rank = first;
  return lines.map((line, index) => {
    const before = lines[index - 1];
    if (first !== undefined && before && before.received > line.received) rank = offset + index + 1;
    return { ...line, rank };
  });
}

/** Nobody is named in it. `now`: UTC ms; it looks 90 days back. */
export function ringReport(people: PeopleRepository, guildId: string, now: number): RingReport {
  const since = now - RING_SPAN;
  const pairs = people.pairs(guildId, since);
  const shoutouts = pairs.reduce((sum, { count }) => sum + count, 0);
  return { shoutouts, since, ...ringsOf(pairs) };
}

function bucketOf(period: BoardPeriod, now: number, timeZone: string): string {
  if (period === 'all') return ALL_TIME;
  const { week, month } = periodsOf(now, timeZone);
  return period === 'week' ? weekBucket(week) : monthBucket(month);
}

function clamped(wanted: number, total: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(total / PAGE));
  return { page: Math.min(Math.max(0, Math.trunc(wanted) || 0), pages - 1), pages };
}
