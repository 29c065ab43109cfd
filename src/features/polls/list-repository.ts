import type Sqlite from 'better-sqlite3';
import type { PollStatus } from './model.ts';
import type { PollSummary } from './ports.ts';
import { phaseOf } from './rules.ts';

export type ListRepository = ReturnType<typeof createListRepository>;

interface SummaryRow {
  id: number;
  question: string;
  channel_id: string;
  message_id: string | null;
  status: PollStatus;
  opens_at: number | null;
  closes_at: number;
  closed_at: number | null;
  voters: number;
}

/** `channels`: a JSON array of ids, or null for all. */
interface ListFilter {
  guildId: string;
  status: PollStatus | 'any';
  channels: string | null;
  now: number;
}

/** The newest so many polls of a server can be found by typing; older ones by their page in the list. */
const MOST_SEARCHED = 1_000;

const summary = `SELECT p.id, p.question, p.channel_id, p.message_id, p.status, p.opens_at, p.closes_at,
  p.closed_at, t.voters FROM polls p JOIN poll_tallies t ON t.poll_id = p.id`;
const readable = `(@channels IS NULL OR p.channel_id IN (SELECT value FROM json_each(@channels))
  OR p.parent_id IN (SELECT value FROM json_each(@channels)))`;
/** As people see it: a poll past its closing time is closed even before the job has run. */
const status = `CASE WHEN p.status = 'open' AND p.closes_at <= @now THEN 'closed' ELSE p.status END`;
const wanted = `p.guild_id = @guildId AND (@status = 'any' OR ${status} = @status) AND ${readable}`;

/** Lists and search. */
export function createListRepository(sqlite: Sqlite.Database) {
  const count = sqlite.prepare<[ListFilter], number>(`SELECT count(*) FROM polls p WHERE ${wanted}`).pluck();
  const page = sqlite.prepare<[ListFilter & { limit: number; offset: number }], SummaryRow>(
    `${summary} WHERE ${wanted} ORDER BY p.id DESC LIMIT @limit OFFSET @offset`,
  );
  const newest = sqlite.prepare<[Pick<ListFilter, 'guildId' | 'channels' | 'now'>], SummaryRow>(
    `${summary} WHERE p.guild_id = @guildId AND ${readable}
     ORDER BY ${status} <> 'open', p.id DESC LIMIT ${MOST_SEARCHED}`,
  );

  return {
    count: (filter: ListFilter): number => count.get(filter) ?? 0,

    page: (filter: ListFilter, limit: number, offset: number): PollSummary[] =>
      page.all({ ...filter, limit, offset }).map((row) => asSummary(row, filter.now)),

    /** Open ones first, then newest; `text` anywhere in the question, or the beginning of the number. */
    search(
      query: { guildId: string; text: string; channels: string | null; now: number },
      limit: number,
    ): PollSummary[] {
      // Compared here, because SQLite's lower() knows only ASCII.
      const wanted = folded(query.text);
      const digits = /^#?(\d{1,12})$/.exec(wanted)?.[1];
      const found: PollSummary[] = [];
      for (const row of newest.iterate(query)) {
        const id = String(row.id);
        const byNumber = digits !== undefined && id.startsWith(digits);
        if (!byNumber && !folded(row.question).includes(wanted)) continue;
        if (id === digits) found.unshift(asSummary(row, query.now));
        else if (found.length < limit) found.push(asSummary(row, query.now));
      }
      return found.slice(0, limit);
    },
  };
}

function asSummary(row: SummaryRow, now: number): PollSummary {
  return {
    id: row.id,
    question: row.question,
    channelId: row.channel_id,
    messageId: row.message_id ?? undefined,
    phase: phaseOf({ status: row.status, closesAt: row.closes_at }, now),
    opensAt: row.opens_at ?? undefined,
    closesAt: row.closes_at,
    closedAt: row.closed_at ?? undefined,
    voters: row.voters,
  };
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
