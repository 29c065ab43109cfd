import type Sqlite from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAmaWeekRepository } from '../../../src/features/amas/week-repository.ts';
import { createIdeaWeekRepository } from '../../../src/features/ideas/week-repository.ts';
import { createPollWeekRepository } from '../../../src/features/polls/week-repository.ts';
import { openTestDatabase } from '../../support/database.ts';

/** What was promised and what became of it, counted straight from a list and by the digest. */

const GUILDS = ['1', '2'] as const;
const guildId = fc.constantFrom(...GUILDS);
const at = fc.integer({ min: 0, max: 100 });
const maybe = fc.option(at, { nil: null });
const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 5, maxLength: 40, size: 'max' });

const idea = fc.record({ guildId, dueAt: at, closedAt: maybe });
const poll = fc.record({
  guildId,
  status: fc.constantFrom('open', 'closed', 'draft'),
  closedAt: at,
  finishedAt: maybe,
  reason: fc.constantFrom('time', 'staff', 'lost'),
});
const questionStatus = fc.constantFrom('waiting', 'approved', 'answered', 'parked', 'declined', 'withdrawn');
const ama = fc.record({
  guildId,
  status: fc.constantFrom('scheduled', 'live', 'closed', 'cancelled'),
  statusAt: at,
  // One at a time is on air.
  questions: fc
    .tuple(fc.array(questionStatus, { maxLength: 6 }), fc.boolean())
    .map(([all, onAir]) => (onAir ? [...all, 'on-air'] : all)),
});

let filled = 0;

/** A row with nothing in it but this: what a column must not leave out is some number. */
function put(sqlite: Sqlite.Database, table: string, values: Record<string, unknown>): number {
  const columns = sqlite.pragma(`table_info(${table})`) as {
    name: string;
    notnull: number;
    dflt_value: unknown;
    pk: number;
  }[];
  const row = Object.fromEntries(
    columns
      .filter(
        ({ name, notnull, dflt_value: standard, pk }) =>
          name in values || (notnull && standard === null && !pk),
      )
      .map(({ name }) => [name, name in values ? values[name] : (filled += 1)]),
  );
  const names = Object.keys(row);
  const { lastInsertRowid } = sqlite
    .prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`)
    .run(row);
  return Number(lastInsertRowid);
}

function emptyDatabase(): Sqlite.Database {
  const { sqlite } = openTestDatabase();
  sqlite.pragma('foreign_keys = OFF');
  sqlite.pragma('ignore_check_constraints = ON');
  return sqlite;
}
const part = <T>(all: readonly T[], kept: (one: T) => boolean) => ({
  part: all.filter((one) => kept(one)).length,
  of: all.length,
});

test('answers that were due, and those that came in time', () => {
  fc.assert(
    fc.property(many(idea), at, at, (ideas, from, to) => {
      const sqlite = emptyDatabase();
      ideas.forEach((one, index) => {
        const ideaId = put(sqlite, 'ideas', { guild_id: one.guildId, number: index, status: 'in-review' });
        put(sqlite, 'idea_cases', { idea_id: ideaId, due_at: one.dueAt, closed_at: one.closedAt });
      });
      for (const guild of GUILDS) {
        const due = ideas.filter((one) => one.guildId === guild && one.dueAt >= from && one.dueAt < to);
        expect(createIdeaWeekRepository(sqlite).inTime(guild, from, to)).toEqual(
          part(due, ({ closedAt, dueAt }) => closedAt !== null && closedAt <= dueAt),
        );
      }
    }),
  );
});

test('polls that ended, and those whose outcome stands in their channel', () => {
  fc.assert(
    fc.property(many(poll), at, at, (polls, from, to) => {
      const sqlite = emptyDatabase();
      for (const one of polls) {
        const { guildId: guild_id, status, closedAt: closed_at, finishedAt: finished_at, reason } = one;
        put(sqlite, 'polls', { guild_id, status, closed_at, finished_at, close_reason: reason });
      }
      for (const guild of GUILDS) {
        const ended = polls.filter(
          (one) =>
            one.guildId === guild && one.status === 'closed' && one.closedAt >= from && one.closedAt < to,
        );
        expect(createPollWeekRepository(sqlite).withOutcome(guild, from, to)).toEqual(
          part(ended, ({ finishedAt, reason }) => finishedAt !== null && reason !== 'lost'),
        );
      }
    }),
  );
});

test('questions of AMAs that closed, and those that are answered', () => {
  const letIn = new Set(['approved', 'on-air', 'answered', 'parked']);
  fc.assert(
    fc.property(many(ama), at, at, (amas, from, to) => {
      const sqlite = emptyDatabase();
      for (const { guildId: guild_id, status, statusAt: status_at, questions } of amas) {
        const amaId = put(sqlite, 'amas', { guild_id, status, status_at });
        questions.forEach((each, index) =>
          put(sqlite, 'ama_questions', { ama_id: amaId, guild_id, number: index, status: each }),
        );
      }
      for (const guild of GUILDS) {
        const asked = amas
          .filter(
            (one) =>
              one.guildId === guild && one.status === 'closed' && one.statusAt >= from && one.statusAt < to,
          )
          .flatMap(({ questions }) => questions.filter((each) => letIn.has(each)));
        expect(createAmaWeekRepository(sqlite).answeredShare(guild, from, to)).toEqual(
          part(asked, (each) => each === 'answered'),
        );
      }
    }),
  );
});
