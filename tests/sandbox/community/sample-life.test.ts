import { describe, expect, test } from 'vitest';
import { buildCommunity } from '../../../src/sandbox/community/build-community.ts';
import { dayStart, isWeekend } from '../../../src/sandbox/community/calendar.ts';
import type { SeedGuild, SeedMessage } from '../../../src/sandbox/community/seed-types.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** One of each day of a week, at different times of day. */
const MOMENTS = [0, 1, 2, 3, 4, 5, 6].map((day) => Date.UTC(2026, 3, 20 + day, (day * 5) % 24, 17));

interface Life {
  now: number;
  guild: SeedGuild;
  /** What people wrote, by time. */
  said: (SeedMessage & { at: number })[];
  /** Messages of a channel in seven days; 1 are the last whole ones before now. */
  inWeek(channel: string, back: number): number;
}

function live(now: number, seed = 1): Life {
  const guild = buildCommunity({ seed, now }).guilds[0] as SeedGuild;
  const said = guild.messages
    .filter(({ joined }) => !joined)
    .map((message) => ({ ...message, at: Date.parse(message.timestamp) }));
  return {
    now,
    guild,
    said,
    inWeek(name, back) {
      const { id } = guild.channels.find((channel) => channel.name === name) ?? { id: '' };
      const from = dayStart(now) - back * WEEK;
      return said.filter((one) => one.channel_id === id && one.at >= from && one.at < from + WEEK).length;
    },
  };
}

const lives = MOMENTS.map((now) => live(now));
const mean = (numbers: number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

describe('what a first digest finds in the sample community, whatever day it is started on', () => {
  test('a channel that fades and one that wakes', () => {
    for (const { inWeek } of lives) {
      const usual = (name: string) => mean([2, 3, 4, 5].map((back) => inWeek(name, back)));
      expect(inWeek('gear', 1)).toBeLessThan(usual('gear') / 3);
      expect(inWeek('events', 1)).toBeGreaterThan(3 * usual('events'));
      expect(inWeek('events', 1)).toBeGreaterThan(10);
    }
  });

  test('newcomers of the last seven days, some of them without any answer for hours around', () => {
    for (const { now, guild, said } of lives) {
      const first = dayStart(now) - WEEK;
      const arrivals = guild.members
        .map(({ user_id, joined_at }) => ({ id: user_id, at: Date.parse(joined_at) }))
        .filter(({ at }) => at >= first && at < first + WEEK);
      const firsts = arrivals.flatMap(({ id }) => said.find(({ author_id }) => author_id === id) ?? []);
      const alone = firsts.filter((first) =>
        said.every(
          (other) =>
            other.id === first.id ||
            other.channel_id !== first.channel_id ||
            (Math.abs(other.at - first.at) > HOUR && other.reply_to !== first.id),
        ),
      );
      expect(firsts.length).toBeGreaterThanOrEqual(6);
      expect(alone.length).toBeGreaterThanOrEqual(3);
      expect(alone.length).toBeLessThan(firsts.length);
    }
  });

  test('evenings busier than mornings, weekends quieter than weekdays', () => {
    for (const { said } of lives) {
      const between = (from: number, to: number) =>
        said.filter(({ at }) => at % DAY >= from * HOUR && at % DAY < to * HOUR).length;
      const weekend = said.filter(({ at }) => isWeekend(at)).length;
      expect(between(17, 23)).toBeGreaterThan(2 * between(6, 12));
      expect(weekend / 2).toBeLessThan(0.95 * ((said.length - weekend) / 5));
    }
  });

  test('a regular who has become silent, and recently was not', () => {
    for (const { now, guild, said } of lives) {
      const names = guild.members.map(({ user_id }) => user_id);
      const lost = names.filter((id) => {
        const days = said
          .filter(({ author_id }) => author_id === id)
          .map(({ at }) => Math.floor((now - at) / DAY));
        return (
          days.every((ago) => ago > 14) && new Set(days.filter((ago) => ago > 14 && ago <= 45)).size >= 4
        );
      });
      expect(lost.length).toBeGreaterThan(0);
    }
  });

  test('a line for everybody who joined, at that instant', () => {
    for (const { guild } of lives) {
      const joined = new Map(guild.members.map((member) => [member.user_id, member.joined_at]));
      const lines = guild.messages.filter((message) => message.joined);
      expect(lines.length).toBeGreaterThan(50);
      expect(lines.filter(({ author_id, timestamp }) => joined.get(author_id) !== timestamp)).toEqual([]);
      expect(new Set(lines.map(({ channel_id }) => channel_id))).toEqual(new Set([guild.system_channel_id]));
    }
  });

  test('no stage direction is left in what is said', () => {
    for (const { said } of lives) {
      expect(said.filter(({ content }) => content === '' || /\$\w|\{\w/.test(content))).toEqual([]);
    }
  });
});
