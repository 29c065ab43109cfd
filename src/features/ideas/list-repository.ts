import type Sqlite from 'better-sqlite3';
import { asIdea, type IdeaRow } from './idea-row.ts';
import type { Idea, IdeaStatus, Rung } from './model.ts';
import type { IdeaSummary } from './ports.ts';
import { goalOf } from './rules.ts';

export type ListRepository = ReturnType<typeof createListRepository>;

export interface SummaryRow {
  id: number;
  guild_id: string;
  number: number | null;
  title: string;
  category: string | null;
  status: IdeaStatus;
  supporters: number;
  rungs: string;
  reached: number;
  deadline: number | null;
  channel_id: string | null;
  message_id: string | null;
}

export interface ListFilter {
  guildId: string;
  statuses: readonly IdeaStatus[];
  category: string | undefined;
  /** Only this person's; whatever they submitted or are credited with. */
  userId: string | undefined;
}

interface FilterRow {
  guildId: string;
  statuses: string;
  category: string | null;
  userId: string | null;
}

type PageRow = FilterRow & { limit: number; offset: number };

export const summaryColumns = `i.id, i.guild_id, i.number, i.title, i.category, i.status, i.supporters, i.rungs,
  i.reached, i.deadline, i.channel_id, i.message_id`;

const ofStatus = 'guild_id = @guildId AND status IN (SELECT value FROM json_each(@statuses))';
const wanted = `${ofStatus} AND (@category IS NULL OR category = @category)`;
const own = `id IN (SELECT id FROM ideas WHERE guild_id = @guildId AND author_id = @userId
  UNION SELECT id FROM ideas WHERE guild_id = @guildId AND suggested_by = @userId) AND ${wanted}`;

const orders = {
  new: { index: 'ideas_listed_new', ahead: 'i.id DESC', back: 'i.id' },
  support: {
    index: 'ideas_listed_support',
    ahead: 'i.supporters DESC, i.id DESC',
    back: 'i.supporters, i.id',
  },
} as const;

/** Ids first, from an index that holds all that is asked for; then the ten ideas themselves. */
const pageOf = (from: string, order: string, shown: string) =>
  `WITH picked AS (SELECT i.id FROM ideas i ${from} ORDER BY ${order} LIMIT @limit OFFSET @offset)
   SELECT ${summaryColumns} FROM picked JOIN ideas i ON i.id = picked.id ORDER BY ${shown}`;

/** Lists. A page reads at most half an index and ten ideas, never all of them. */
export function createListRepository(sqlite: Sqlite.Database) {
  const counting = (from: string) =>
    sqlite.prepare<[FilterRow], number>(`SELECT count(*) FROM ideas ${from}`).pluck();
  const counts = {
    all: counting(`INDEXED BY ideas_by_status WHERE ${ofStatus}`),
    ofCategory: counting(`INDEXED BY ideas_listed_new WHERE ${wanted}`),
    own: counting(`WHERE ${own}`),
  };
  const paging = ({ index, ahead, back }: (typeof orders)['new' | 'support']) => ({
    all: sqlite.prepare<[PageRow], SummaryRow>(pageOf(`INDEXED BY ${index} WHERE ${wanted}`, ahead, ahead)),
    fromEnd: sqlite.prepare<[PageRow], SummaryRow>(
      pageOf(`INDEXED BY ${index} WHERE ${wanted}`, back, ahead),
    ),
    own: sqlite.prepare<[PageRow], SummaryRow>(pageOf(`WHERE ${own}`, ahead, ahead)),
  });
  const pages = { new: paging(orders.new), support: paging(orders.support) };
  const submitted = sqlite.prepare<
    [{ guildId: string; userId: string }],
    { open: number; lastAt: number | null }
  >(
    `SELECT count(*) FILTER (WHERE status IN ('queued', 'gathering')) AS open, max(created_at) AS lastAt FROM (
       SELECT status, created_at FROM ideas
         WHERE guild_id = @guildId AND author_id = @userId AND suggested_by IS NULL
       UNION ALL SELECT status, created_at FROM ideas WHERE guild_id = @guildId AND suggested_by = @userId)`,
  );
  const posted = sqlite.prepare<[string, number], IdeaRow>(
    'SELECT * FROM ideas WHERE guild_id = ? AND number IS NOT NULL ORDER BY number DESC LIMIT ?',
  );
  const all = sqlite.prepare<[string], IdeaRow>('SELECT * FROM ideas WHERE guild_id = ? ORDER BY id');

  const asRow = ({ guildId, statuses, category, userId }: ListFilter): FilterRow => ({
    guildId,
    statuses: JSON.stringify(statuses),
    category: category ?? null,
    userId: userId ?? null,
  });

  return {
    count(filter: ListFilter): number {
      const { userId, category } = filter;
      const anybody = category === undefined ? counts.all : counts.ofCategory;
      return (userId === undefined ? anybody : counts.own).get(asRow(filter)) ?? 0;
    },

    /** `total` is what `count` tells: a page in the second half is looked for from the end. */
    page(
      filter: ListFilter,
      order: 'new' | 'support',
      { limit, offset, total }: { limit: number; offset: number; total: number },
    ): IdeaSummary[] {
      const statements = pages[order];
      const row = asRow(filter);
      if (filter.userId !== undefined) return statements.own.all({ ...row, limit, offset }).map(asSummary);
      const here = Math.min(limit, total - offset);
      const after = total - offset - here;
      const page =
        after < offset
          ? statements.fromEnd.all({ ...row, limit: here, offset: after })
          : statements.all.all({ ...row, limit, offset });
      return page.map(asSummary);
    },

    /** Those that were ever public, newest first. */
    posted: (guildId: string, limit: number): Idea[] =>
      posted.all(guildId, limit).flatMap((row) => asIdea(row)?.idea ?? []),

    /** Every idea of a server, oldest first, one at a time. */
    *all(guildId: string): Generator<Idea> {
      for (const row of all.iterate(guildId)) {
        const stored = asIdea(row);
        if (stored) yield stored.idea;
      }
    },

    /** How many of a member's own are queued or gathering, and when the last one was made (UTC ms). */
    submittedBy(guildId: string, userId: string): { open: number; lastAt: number | undefined } {
      const row = submitted.get({ guildId, userId });
      return { open: row?.open ?? 0, lastAt: row?.lastAt ?? undefined };
    },
  };
}

export function asSummary(row: SummaryRow): IdeaSummary {
  const rungs = JSON.parse(row.rungs) as Rung[];
  return {
    id: row.id,
    // What waits for staff has no number yet; only its author and staff see it.
    number: row.number ?? 0,
    title: row.title,
    category: row.category ?? undefined,
    status: row.status,
    supporters: row.supporters,
    goal: goalOf({ rungs, reached: row.reached }),
    deadline: row.deadline ?? undefined,
    guildId: row.guild_id,
    channelId: row.channel_id ?? undefined,
    messageId: row.message_id ?? undefined,
  };
}
