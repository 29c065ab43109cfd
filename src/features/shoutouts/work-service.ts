import { monthBucket, valueBucket } from './count-repository.ts';
import type { ShoutoutDraftRepository } from './draft-repository.ts';
import type { Milestone } from './model.ts';
import { periodsOf } from './periods.ts';
import { DRAFT_MS, type ShoutoutWork } from './ports.ts';
import { type ReadServiceParts, ringReport } from './read-service.ts';
import type { ResultRepository } from './result-repository.ts';
import type { RoundUp } from './result-types.ts';
import { deserves } from './rules.ts';
import type { ShoutoutSettingsRepository } from './settings-repository.ts';
import { latestYear } from './years.ts';

export interface WorkServiceParts extends ReadServiceParts {
  stored: ShoutoutSettingsRepository;
  drafts: ShoutoutDraftRepository;
  results: ResultRepository;
}

/** A round-up names so many people for a value, and quotes so many shout-outs. */
const NAMED = 12;
const EXAMPLES = 3;
/** Shout-outs that are looked at for examples. */
const LOOKED_AT = 60;
/** A year with us that was reached longer ago is not celebrated any more: the process was down, or just began. */
const LATE_MS = 7 * 86_400_000;

/** The use cases behind the jobs. */
export function createWorkService(parts: WorkServiceParts): ShoutoutWork {
  const { shoutouts, people, milestones, settings, policy, stored, drafts } = parts;
  return {
    find: (id) => shoutouts.find(id),
    settings: (guildId) => settings.settings(guildId),
    milestonesOf: (id) => milestones.ofShoutout(id),
    posted: (id, place) => shoutouts.place(id, place),
    cardGone: (id) => shoutouts.place(id, undefined),

    yearsDue(guildId, now) {
      const timeZone = policy.timeZone(guildId);
      const due: Milestone[] = [];
      for (const { userId, joinedAt } of people.joinedBy(guildId, now)) {
        const year = latestYear(joinedAt, now, timeZone);
        if (!year || now - year.at > LATE_MS) continue;
        const milestone: Milestone = {
          guildId,
          userId,
          kind: `year-${year.years}`,
          reachedAt: year.at,
          shoutoutId: undefined,
        };
        if (milestones.add(milestone, periodsOf(year.at, timeZone).month)) due.push(milestone);
      }
      return due;
    },
    celebrated: (some) => some.forEach((milestone) => milestones.tell(milestone)),
    uncelebrated: (guildId) => milestones.untold(guildId),

    badgesOf(guildId, userId) {
      const { given, received } = people.totals(guildId, userId);
      const years = milestones
        .ofMember(guildId, userId)
        .map(({ kind }) => (kind.startsWith('year-') ? Number(kind.slice(5)) : 0));
      const have = { given, received, years: Math.max(0, ...years) };
      return settings
        .settings(guildId)
        .badges.map(({ milestone, roleId }) => ({ milestone, roleId, deserved: deserves(milestone, have) }));
    },

    roundUp: (guildId, month) => roundUpOf(parts, guildId, month),
    sources: (guildId, month) => shoutouts.withSource(guildId, month),
    ringReport: (guildId, now) => ringReport(people, guildId, now),
    guilds: () => stored.guilds(),
    purge: (now) => drafts.purge(now - DRAFT_MS),
  };
}

function roundUpOf(parts: WorkServiceParts, guildId: string, month: string): RoundUp {
  const { counts, people, results, milestones, settings } = parts;
  const bucket = (value: string) => ({ guildId, period: monthBucket(month), value });
  const { staffOnBoards, values } = settings.settings(guildId);
  // Totals count everybody; names are for those who want to be seen.
  const hidden = people.apart(guildId, true);
  const apart = people.apart(guildId, staffOnBoards);
  const firstTimers = results.firstTimers(guildId, month);
  const known = new Set(values.map(({ key }) => key));
  const byValue = results
    .values(guildId, month)
    .map((key) => ({
      value: known.has(key) ? key : undefined,
      shoutouts: counts.shoutouts(bucket(valueBucket(key === '' ? undefined : key))),
      people: counts
        .page(bucket(valueBucket(key === '' ? undefined : key)), apart, { limit: NAMED, offset: 0 })
        .map(({ userId }) => userId),
      examples: examplesOf(parts, { guildId, month, key }, new Set(firstTimers), hidden),
    }))
    .sort((a, b) => b.shoutouts - a.shoutouts);
  return {
    guildId,
    month,
    shoutouts: counts.shoutouts(bucket('')),
    givers: results.givers(guildId, month),
    receivers: counts.people(bucket(''), new Set()),
    firstTimers,
    byValue,
    milestones: milestones.ofMonth(guildId, month).filter(({ userId }) => !hidden.has(userId)),
  };
}

/** Worth reading again: of those who were thanked for the first time first, then with most said; nobody twice. */
function examplesOf(
  { shoutouts, results }: WorkServiceParts,
  { guildId, month, key }: { guildId: string; month: string; key: string },
  firstTimers: ReadonlySet<string>,
  hidden: ReadonlySet<string>,
) {
  const isFirst = (ids: readonly string[]) => ids.some((id) => firstTimers.has(id));
  const candidates = results
    .latest(guildId, month, key, LOOKED_AT)
    .flatMap((id) => shoutouts.find(id) ?? [])
    .filter(({ giverId, receiverIds }) => ![giverId, ...receiverIds].some((id) => hidden.has(id)))
    .toSorted(
      (a, b) =>
        Number(isFirst(b.receiverIds)) - Number(isFirst(a.receiverIds)) || b.reason.length - a.reason.length,
    );
  const named = new Set<string>();
  const fresh = candidates.filter(({ receiverIds }) => {
    if (receiverIds.some((id) => named.has(id))) return false;
    receiverIds.forEach((id) => named.add(id));
    return true;
  });
  return fresh.slice(0, EXAMPLES);
}
