import type Sqlite from 'better-sqlite3';
import { type AmaRow, amaColumns, asAma } from './ama-row.ts';
import type { Ama, Question } from './model.ts';
import type { BrowseOrder } from './ports.ts';
import { asQuestion, type QuestionRow } from './question-row.ts';

export type ListRepository = ReturnType<typeof createListRepository>;

export interface Part {
  limit: number;
  offset: number;
}

const open = `status IN ('scheduled', 'live', 'closing')`;
const past = `status IN ('closed', 'cancelled')`;
const readable = `status IN ('approved', 'on-air', 'answered', 'parked') AND unreviewed = 0`;

/** Lists of AMAs and of the questions of one. */
export function createListRepository(sqlite: Sqlite.Database) {
  const amas = (which: string, order: string) => ({
    count: sqlite
      .prepare<[string], number>(`SELECT count(*) FROM amas WHERE guild_id = ? AND ${which}`)
      .pluck(),
    page: sqlite.prepare<[string, number, number], AmaRow>(
      `SELECT ${amaColumns} FROM amas a WHERE a.guild_id = ? AND a.${which} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ),
  });
  const lists = {
    open: amas(open, 'a.start_at, a.id'),
    past: amas(past, 'a.start_at DESC, a.id DESC'),
  };
  const questions = (which: string, order: string) =>
    sqlite.prepare<[number, number, number], QuestionRow>(
      `SELECT * FROM ama_questions WHERE ama_id = ? AND ${which} ORDER BY ${order} LIMIT ? OFFSET ?`,
    );
  const countReadable = sqlite
    .prepare<[number], number>(`SELECT count(*) FROM ama_questions WHERE ama_id = ? AND ${readable}`)
    .pluck();
  const pages: Record<BrowseOrder, ReturnType<typeof questions>> = {
    support: questions(readable, 'supports + also_asked DESC, number'),
    new: questions(readable, 'number DESC'),
  };
  const answeredOf = sqlite
    .prepare<[string, string], number>(
      `SELECT count(*) FROM ama_questions q LEFT JOIN ama_questions target ON target.id = q.merged_into
         WHERE q.guild_id = ? AND q.asker_id = ? AND q.anonymous = 0
           AND (q.status = 'answered' OR target.status = 'answered')`,
    )
    .pluck();
  const ownWhere = 'guild_id = @guildId AND asker_id = @userId AND ama_id = @amaId';
  const countOwn = sqlite
    .prepare<[Own], number>(`SELECT count(*) FROM ama_questions WHERE ${ownWhere}`)
    .pluck();
  const ownPage = sqlite.prepare<[Own & Part], QuestionRow>(
    `SELECT * FROM ama_questions WHERE ${ownWhere} ORDER BY number DESC LIMIT @limit OFFSET @offset`,
  );

  return {
    count: (guildId: string, which: 'open' | 'past'): number => lists[which].count.get(guildId) ?? 0,
    /** Open ones by start, past ones newest first. */
    page: (guildId: string, which: 'open' | 'past', { limit, offset }: Part): Ama[] =>
      lists[which].page.all(guildId, limit, offset).flatMap((row) => asAma(row)?.ama ?? []),

    countReadable: (amaId: number): number => countReadable.get(amaId) ?? 0,
    readable: (amaId: number, order: BrowseOrder, { limit, offset }: Part): Question[] =>
      pages[order].all(amaId, limit, offset).map(asQuestion),
    /** Answered, by themselves or together with another, of those asked by name. */
    answeredOf: (guildId: string, userId: string): number => answeredOf.get(guildId, userId) ?? 0,
    countOwn: (own: Own): number => countOwn.get(own) ?? 0,
    own: (own: Own, part: Part): Question[] => ownPage.all({ ...own, ...part }).map(asQuestion),
  };
}

interface Own {
  guildId: string;
  amaId: number;
  userId: string;
}
