import type { Period, PeriodNumbers } from '../../src/features/engagement/metrics-model.ts';

/** What somebody did; times are UTC ms. Independent of how Hearth keeps it: everything is counted from these alone. */
export interface Done {
  userId: string;
  at: number;
  kind: 'said' | 'reaction' | 'vote';
  channelId: string;
  /** Where it stands; a thread, or the channel itself. */
  placeId: string;
  /** Of what was said, in the order of time. */
  id: number;
  /** What it answers: something said before in the same place. */
  replyTo?: Done | undefined;
  staff: boolean;
  joinedAt?: number | undefined;
}

interface About {
  period: Period;
  zone: string;
  /** Nothing before that day is known. */
  knownFrom: number;
  /** What was done before that day is forgotten, but for who was there first. Default: nothing is. */
  keptFrom?: number;
  /** Who gave and who received thanks. Default: nobody. */
  givers?: readonly string[];
  receivers?: readonly string[];
}

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

const moments = new Map<string, { day: number; hour: number }>();

/** By another way than Hearth's own: Intl instead of Temporal. Each moment is looked up once, because that takes long. */
export function local(at: number, zone: string): { day: number; hour: number } {
  const key = `${at} ${zone}`;
  const known = moments.get(key) ?? lookUp(at, zone);
  moments.set(key, known);
  return known;
}

function lookUp(at: number, zone: string): { day: number; hour: number } {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return {
    day: Date.UTC(parts['year']!, parts['month']! - 1, parts['day']) / DAY,
    hour: parts['hour']!,
  };
}

export interface Talk {
  placeId: string;
  starter: Done;
  said: Done[];
}

/** Half an hour of quiet ends a talk, outside of threads; an answer belongs to what was on when the answered was said. */
export function talksOf(all: readonly Done[]): Talk[] {
  const talks: Talk[] = [];
  const end = ({ said }: Talk) => Math.max(...said.map(({ at }) => at));
  for (const one of all
    .filter(({ kind }) => kind === 'said')
    .toSorted((a, b) => a.at - b.at || a.id - b.id)) {
    const here = talks.filter(({ placeId }) => placeId === one.placeId);
    const { replyTo } = one;
    const meant = replyTo
      ? here
          .filter((talk) => talk.starter.at <= replyTo.at && end(talk) >= replyTo.at)
          .toSorted((a, b) => b.starter.at - a.starter.at || b.starter.id - a.starter.id)[0]
      : undefined;
    const answers = meant && one.at - end(meant) <= 7 * DAY ? meant : undefined;
    // Where somebody spoke last.
    const [latest] = here.toSorted((a, b) => b.said.at(-1)!.id - a.said.at(-1)!.id);
    const isThread = one.placeId !== one.channelId;
    const goesOn = latest && (isThread || one.at - end(latest) <= 30 * 60_000) ? latest : undefined;
    const talk = answers ?? goesOn;
    if (talk) talk.said.push(one);
    else talks.push({ placeId: one.placeId, starter: one, said: [one] });
  }
  return talks;
}

const distinct = (all: readonly Done[]) => new Set(all.map(({ userId }) => userId));
const known = <T>(is: boolean, value: T): T | undefined => (is ? value : undefined);
const three = (value: number) => Math.round(value * 1_000) / 1_000;

/** Every number of a period, counted straight from what was done. */
export function naiveNumbers(
  all: readonly Done[],
  { period, zone, knownFrom, keptFrom = knownFrom, givers = [], receivers = [] }: About,
): Pick<PeriodNumbers, 'health'> & { growth: object; activity: object } {
  const { start, end } = period;
  const dayOf = (at: number) => local(at, zone).day;
  const within = (from: number, to: number) => all.filter(({ at }) => dayOf(at) >= from && dayOf(at) < to);
  const now = within(start, end);
  const said = now.filter(({ kind }) => kind === 'said');
  const personDays = (list: readonly Done[]) =>
    new Set(list.map(({ userId, at }) => `${userId}:${dayOf(at)}`));
  const everybody = [...distinct(all)];
  const firstDay = (userId: string) =>
    Math.min(...all.filter((a) => a.userId === userId).map(({ at }) => dayOf(at)));
  const was = (userId: string, from: number, to: number) =>
    within(from, to).some((one) => one.userId === userId);
  const active = [...distinct(now)];
  const month = within(end - 28, end);
  const regulars = everybody.filter(
    (userId) =>
      new Set(
        within(end - 42, end - 14)
          .filter((one) => one.userId === userId)
          .map(({ at }) => dayOf(at)),
      ).size >= 4,
  );
  const cohort = everybody.flatMap((userId) => {
    const joined = all
      .filter((one) => one.userId === userId)
      .findLast(({ joinedAt }) => joinedAt !== undefined);
    if (!joined && firstDay(userId) < knownFrom + 28) return [];
    const day = joined ? dayOf(joined.joinedAt!) : firstDay(userId);
    // Of whoever came before, not all of the first week is known.
    return day >= keptFrom && day >= start - 7 && day < end - 7 ? [{ userId, day }] : [];
  });
  const arrived = cohort.filter(
    ({ userId, day }) =>
      within(day, day + 7).filter((one) => one.userId === userId && one.kind === 'said').length >= 3,
  );
  const perPerson = active
    .map((userId) => said.filter((one) => one.userId === userId).length)
    .filter((count) => count > 0)
    .toSorted((a, b) => b - a);
  const answers = said.filter(({ userId, replyTo }) => replyTo && replyTo.userId !== userId);
  const pairs = new Set(answers.map(({ userId, replyTo }) => [userId, replyTo!.userId].toSorted().join(' ')));
  const mutual = [...pairs].filter((pair) => {
    const [a, b] = pair.split(' ');
    return [a, b].every((from) =>
      answers.some(({ userId, replyTo }) => userId === from && replyTo!.userId === (from === a ? b : a)),
    );
  });
  const talks = talksOf(all).filter(({ starter }) => dayOf(starter.at) >= start && dayOf(starter.at) < end);
  const members = talks.filter(({ starter }) => !starter.staff);
  const firstReply = ({ starter, said: of }: Talk) => of.find(({ userId }) => userId !== starter.userId);
  const waits = members.flatMap((talk) => {
    const reply = firstReply(talk);
    return reply ? [(reply.at - talk.starter.at) / 60_000] : [];
  });
  const newcomers = members.filter(
    ({ starter }) => starter.joinedAt !== undefined && starter.at - starter.joinedAt < 7 * DAY,
  );
  const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { at } of said) {
    const { day, hour } = local(at, zone);
    hours[(new Date(day * DAY).getUTCDay() + 6) % 7]![hour]! += 1;
  }
  const lately = within(start - 28, start).filter(
    ({ kind, at }) => kind === 'said' && (knownFrom === keptFrom || dayOf(at) >= keptFrom),
  );
  const inChannel = (list: readonly Done[], channelId: string) =>
    list.filter((one) => one.channelId === channelId).length;
  const channels = [...new Set([...said, ...lately].map(({ channelId }) => channelId))]
    .map((channelId) => {
      const usual = Math.round(((inChannel(lately, channelId) * (end - start)) / 28) * 10) / 10;
      return { channelId, messages: inChannel(said, channelId), usual: known(start - 28 >= keptFrom, usual) };
    })
    .toSorted((a, b) => b.messages - a.messages || (a.channelId < b.channelId ? -1 : 1));
  let sum = 0;
  const halfBy = perPerson.findIndex((count) => (sum += count) >= said.length / 2) + 1;
  const sorted = waits.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const median =
    sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  const partOf = (part: number, of: number) => ({ part, of });
  return {
    growth: {
      active: active.length,
      daily: three(personDays(now).size / (end - start)),
      monthly: known(end - 28 >= keptFrom, distinct(month).size),
      stickiness: known(
        end - 28 >= keptFrom && month.length > 0,
        three(personDays(month).size / 28 / distinct(month).size),
      ),
      newcomers: known(start - 28 >= knownFrom, active.filter((userId) => firstDay(userId) >= start).length),
      returning: known(
        2 * start - end >= keptFrom,
        active.filter((userId) => was(userId, 2 * start - end, start)).length,
      ),
      reactivated: known(
        start - 28 >= keptFrom,
        active.filter((userId) => firstDay(userId) < start && !was(userId, start - 28, start)).length,
      ),
      lostRegulars: known(
        end - 42 >= keptFrom,
        regulars.filter((userId) => !was(userId, end - 14, end)).length,
      ),
      activation: partOf(arrived.length, cohort.length),
    },
    activity: {
      messages: said.length,
      replies: answers.length,
      reactions: now.filter(({ kind }) => kind === 'reaction').length,
      votes: now.filter(({ kind }) => kind === 'vote').length,
      conversations: talks.filter(({ said: of }) => distinct(of).size > 1).length,
      hours,
      channels,
    },
    health: {
      solo: partOf(talks.filter(({ said: of }) => distinct(of).size === 1).length, talks.length),
      answered: partOf(members.filter(firstReply).length, members.length),
      medianReplyMinutes: known(waits.length > 0, Math.round(median * 10) / 10),
      newcomersAnswered: partOf(newcomers.filter(firstReply).length, newcomers.length),
      halfBy: known(said.length > 0, halfBy),
      topTen: partOf(
        perPerson.slice(0, 10).reduce((a, b) => a + b, 0),
        said.length,
      ),
      staff: partOf(said.filter(({ staff }) => staff).length, said.length),
      reciprocity: partOf(mutual.length, pairs.size),
      recognition: {
        gave: partOf(active.filter((userId) => givers.includes(userId)).length, active.length),
        received: partOf(active.filter((userId) => receivers.includes(userId)).length, active.length),
      },
    },
  };
}
