import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { snowflakeTime } from '../../src/discord/snowflake.ts';
import { createFactsRepository } from '../../src/features/engagement/facts-repository.ts';
import { countPeriod } from '../../src/features/engagement/metrics.ts';
import type { Period } from '../../src/features/engagement/metrics-model.ts';
import { adjustableClock } from '../../src/platform/clock.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { communityYear, type YearLine } from '../support/community-year.ts';
import { crowd, faultTest, type Stage } from '../support/faults.ts';
import { type Done, local, naiveNumbers } from '../support/naive-metrics.ts';

const DAY = 86_400_000;
/** Half-hour summer time, and far from UTC. */
const zone = 'Australia/Lord_Howe';
/** Conversations are forgotten after thirteen weeks, so what is compared is not older. */
const CHUNK_DAYS = 56;
const place = { channelId: SMALL.channels.general, placeId: SMALL.channels.general };

/** The first two run the server; who is not there in the first month has joined the day before. */
function peopleOf(lines: readonly YearLine[], people: number) {
  const { seed, ids } = crowd(people);
  const first = lines[0]?.at ?? 0;
  const joined = ids.map((_, user) => {
    const at = lines.find((line) => line.user === user)?.at ?? first;
    return at < first + 28 * DAY ? first - 400 * DAY : at - DAY;
  });
  const guilds = seed.guilds.map((guild) => ({
    ...guild,
    members: guild.members.map((member) => {
      const user = ids.indexOf(member.user_id);
      if (user < 0) return member;
      return {
        ...member,
        joined_at: new Date(joined[user] ?? first).toISOString(),
        roles: user < 2 ? [SMALL.roles.admin] : [],
      };
    }),
  }));
  return { seed: { ...seed, guilds }, ids, joined };
}

/** Says what is said, at its time, through the gateway; remembers what was done. */
function replay({ sandbox }: Stage, { ids, joined }: ReturnType<typeof peopleOf>) {
  const done: Done[] = [];
  const spoken = new Map<string, { message: APIMessage; done: Done }>();
  const drivers = ids.map((id) => sandbox.persona(id));
  const goTo = (at: number) => sandbox.advance(Math.max(0, at - sandbox.clock.now()));
  const about = (user: number) => ({
    userId: ids[user]!,
    ...place,
    staff: user < 2,
    joinedAt: joined[user]!,
  });
  const react = async (user: number, message: APIMessage) => {
    const { status } = await drivers[user]!.api(
      'PUT',
      `/channels/${place.channelId}/messages/${message.id}/reactions/${encodeURIComponent('👍')}/@me`,
    );
    expect(status).toBe(204);
    done.push({ ...about(user), at: sandbox.clock.now(), kind: 'reaction', id: done.length });
  };
  const say = async ({ at, user, conversation }: YearLine) => {
    goTo(at);
    const latest = spoken.get(conversation);
    // Who goes on with what was interrupted answers it.
    const answered = latest && latest.done !== done.at(-1) ? latest : undefined;
    const { status, body } = await drivers[user]!.api<APIMessage>(
      'POST',
      `/channels/${place.channelId}/messages`,
      {
        content: 'x',
        ...(answered && { message_reference: { message_id: answered.message.id } }),
      },
    );
    expect(status).toBe(200);
    const one: Done = {
      ...about(user),
      at: snowflakeTime(body.id),
      kind: 'said',
      id: done.length,
      replyTo: answered?.done,
    };
    done.push(one);
    spoken.set(conversation, { message: body, done: one });
    if (done.length % 7 === 0) await react((user + 3) % ids.length, body);
  };
  return { done, goTo, say };
}

/** What Hearth says of a period, read from its file. */
function numbersOf({ config }: Stage, period: Period) {
  const sqlite = new SqliteDatabase(config.databasePath, { readonly: true });
  const facts = createFactsRepository(sqlite);
  const about = { guildId: SMALL.guild, period, zone, leavesAreTold: false, givers: [], receivers: [] };
  const numbers = countPeriod(facts, about);
  sqlite.close();
  return numbers;
}

const counted = ({ stored }: Stage, kind: 'messages' | 'reactions') =>
  stored.all<{ n: number | null }>(`SELECT sum(${kind}) AS n FROM activity`)[0]?.n ?? 0;

faultTest(
  'a year of a community, heard through the gateway: every number of every week is the one that is counted from what was done',
  { timeout: 600_000 },
  async ({ stage }) => {
    const { lines, people } = communityYear();
    const first = lines[0]?.at ?? 0;
    const begin = performance.now();
    const clock = adjustableClock({ now: () => first - 7 * DAY + Math.round(performance.now() - begin) });
    const house = peopleOf(lines, people);
    const environment = { DEFAULT_TIME_ZONE: zone };
    const bot = await stage({ clock, seed: house.seed, rateLimits: false, environment });
    const { sandbox, stored } = bot;
    await sandbox.until(() => stored.all('SELECT * FROM counting').length > 0);
    expect(counted(bot, 'messages')).toBe(0);
    const since = stored.all<{ since: number }>('SELECT since FROM counting')[0]!.since;
    const knownFrom = local(since - 84 * DAY, zone).day + 1;
    const { done, goTo, say } = replay(bot, house);

    const firstWeek = Math.floor((local(first, zone).day + 3) / 7) * 7 - 3;
    let left = [...lines];
    let weeks = 0;
    for (let chunk = 0; left.length > 0; chunk += 1) {
      const start = firstWeek + chunk * CHUNK_DAYS;
      const isNow = ({ at }: YearLine) => local(at, zone).day < start + CHUNK_DAYS;
      for (const line of left.filter(isNow)) await say(line);
      left = left.filter((line) => !isNow(line));
      goTo((start + CHUNK_DAYS) * DAY);
      const of = (kind: Done['kind']) => done.filter((one) => one.kind === kind).length;
      await sandbox.until(
        () => counted(bot, 'messages') >= of('said') && counted(bot, 'reactions') >= of('reaction'),
        60_000,
      );
      if (chunk % 2 === 0) sandbox.gateway.faults.inject({ kind: 'replay', count: 100 });
      else await bot.restart();
      for (let week = start; week < start + CHUNK_DAYS; week += 7, weeks += 1) {
        const period = { start: week, end: week + 7 };
        const expected = naiveNumbers(done, { period, zone, knownFrom });
        expect(numbersOf(bot, period), `the week of day ${week}`).toMatchObject({ ...expected, period });
      }
    }
    expect(weeks).toBeGreaterThanOrEqual(52);
    expect(counted(bot, 'messages')).toBe(lines.length);
  },
);
