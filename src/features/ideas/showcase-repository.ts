import type Sqlite from 'better-sqlite3';
import { remembered } from '../../database/remembered.ts';
import { asIdea, type IdeaRow } from './idea-row.ts';
import type { Idea, IdeaStatus } from './model.ts';

export type ShowcaseRepository = ReturnType<typeof createShowcaseRepository>;

export interface Message {
  channelId: string;
  messageId: string;
}

interface PlaceRow {
  channel_id: string;
  message_id: string;
}

/** So many lines stand in one post of the ledger. */
export const LEDGER_LINES = 15;

/** What a server shows of its ideas: the board, the ledger, and who talked about an idea. */
export function createShowcaseRepository(sqlite: Sqlite.Database) {
  const byStatus = sqlite.prepare<[string, IdeaStatus, number], IdeaRow>(
    'SELECT * FROM ideas WHERE guild_id = ? AND status = ? ORDER BY status_at DESC, id DESC LIMIT ?',
  );
  const ledgerLine = sqlite.prepare<[number], { guild_id: string; ledger_line: number | null }>(
    'SELECT guild_id, ledger_line FROM ideas WHERE id = ?',
  );
  const nextLine = sqlite
    .prepare<[string], number>(
      `INSERT INTO idea_counters (guild_id, ledger_lines) VALUES (?, 1)
       ON CONFLICT (guild_id) DO UPDATE SET ledger_lines = ledger_lines + 1 RETURNING ledger_lines - 1`,
    )
    .pluck();
  const saveLine = sqlite.prepare('UPDATE ideas SET ledger_line = ? WHERE id = ? AND ledger_line IS NULL');
  const ledger = sqlite.prepare<[string, number, number], IdeaRow>(
    `SELECT * FROM ideas WHERE guild_id = ? AND ledger_line >= ? AND ledger_line < ? AND status = 'shipped'
     ORDER BY ledger_line`,
  );
  const ledgerPost = sqlite.prepare<[string, number], PlaceRow>(
    'SELECT channel_id, message_id FROM idea_ledger_posts WHERE guild_id = ? AND page = ?',
  );
  const saveLedgerPost = sqlite.prepare(
    `INSERT INTO idea_ledger_posts (guild_id, page, channel_id, message_id) VALUES (?, ?, ?, ?)
     ON CONFLICT (guild_id, page) DO UPDATE SET channel_id = excluded.channel_id, message_id = excluded.message_id`,
  );
  const ledgerPostByMessage = sqlite.prepare<[string], { guild_id: string; page: number }>(
    'SELECT guild_id, page FROM idea_ledger_posts WHERE message_id = ?',
  );
  const dropLedgerPost = sqlite.prepare('DELETE FROM idea_ledger_posts WHERE guild_id = ? AND page = ?');
  const boardByMessage = sqlite
    .prepare<[string], string>('SELECT guild_id FROM idea_boards WHERE message_id = ?')
    .pluck();
  const board = sqlite.prepare<[string], PlaceRow>(
    'SELECT channel_id, message_id FROM idea_boards WHERE guild_id = ?',
  );
  const saveBoard = sqlite.prepare(
    `INSERT INTO idea_boards (guild_id, channel_id, message_id) VALUES (?, ?, ?)
     ON CONFLICT (guild_id) DO UPDATE SET channel_id = excluded.channel_id, message_id = excluded.message_id`,
  );
  const dropBoard = sqlite.prepare('DELETE FROM idea_boards WHERE guild_id = ?');
  const noteComment = sqlite.prepare(
    `INSERT INTO idea_comments (idea_id, user_id, comments, last_at)
     SELECT id, @userId, 1, @at FROM ideas WHERE thread_id = @threadId
     ON CONFLICT (idea_id, user_id) DO UPDATE SET comments = comments + 1, last_at = excluded.last_at`,
  );
  const commenters = sqlite.prepare<[number, number], { userId: string; comments: number }>(
    `SELECT user_id AS userId, comments FROM idea_comments WHERE idea_id = ?
     ORDER BY comments DESC, last_at, user_id LIMIT ?`,
  );
  const openPosts = sqlite
    .prepare<[string], string>(
      `SELECT thread_id FROM ideas
         WHERE guild_id = ? AND status IN ('gathering', 'in-review') AND thread_id = channel_id`,
    )
    .pluck();
  const shippedBy = sqlite
    .prepare<[string, string], number>(
      `SELECT count(*) FROM ideas i LEFT JOIN ideas target ON target.id = i.merged_into
         WHERE i.guild_id = ? AND i.author_id = ? AND i.anonymous = 0 AND i.consent IN ('none', 'agreed')
           AND (i.status = 'shipped' OR target.status = 'shipped')`,
    )
    .pluck();
  const isThread = sqlite.prepare<[string], number>('SELECT 1 FROM ideas WHERE thread_id = ?').pluck();

  const ideasOf = (rows: readonly IdeaRow[]): Idea[] => rows.flatMap((row) => asIdea(row)?.idea ?? []);

  return {
    /** The latest first. */
    byStatus: (guildId: string, status: IdeaStatus, limit: number): Idea[] =>
      ideasOf(byStatus.all(guildId, status, limit)),

    /** Gives it a line of the ledger; false if it had one before, which it keeps. */
    addToLedger(ideaId: number): boolean {
      const row = ledgerLine.get(ideaId);
      if (!row || row.ledger_line !== null) return false;
      return saveLine.run(nextLine.get(row.guild_id) ?? 0, ideaId).changes > 0;
    },
    /** The page (from 0) on which it stands. */
    ledgerPageOf(ideaId: number): number | undefined {
      const line = ledgerLine.get(ideaId)?.ledger_line ?? undefined;
      return line === undefined ? undefined : Math.floor(line / LEDGER_LINES);
    },
    /** Those of a page that are still shipped. */
    ledgerPage: (guildId: string, page: number): Idea[] =>
      ideasOf(ledger.all(guildId, page * LEDGER_LINES, (page + 1) * LEDGER_LINES)),
    ledgerPost: (guildId: string, page: number): Message | undefined =>
      asMessage(ledgerPost.get(guildId, page)),
    saveLedgerPost(guildId: string, page: number, { channelId, messageId }: Message): void {
      saveLedgerPost.run(guildId, page, channelId, messageId);
    },
    /** The post is gone: tells one idea that stands on it, so that it is written anew. */
    forgetLedgerPost(messageId: string): number | undefined {
      const post = ledgerPostByMessage.get(messageId);
      if (!post) return undefined;
      dropLedgerPost.run(post.guild_id, post.page);
      const from = post.page * LEDGER_LINES;
      return ledger.get(post.guild_id, from, from + LEDGER_LINES)?.id;
    },

    /** Which server's board this message is. */
    boardOf: (messageId: string): string | undefined => boardByMessage.get(messageId),
    board: (guildId: string): Message | undefined => asMessage(board.get(guildId)),
    saveBoard(guildId: string, place: Message | undefined): void {
      if (place) saveBoard.run(guildId, place.channelId, place.messageId);
      else dropBoard.run(guildId);
    },

    /** Somebody wrote in a thread; one without an idea changes nothing. */
    noteComment(comment: { threadId: string; userId: string; at: number }): void {
      noteComment.run(comment);
    },
    commenters: (ideaId: number, limit: number): { userId: string; comments: number }[] =>
      commenters.all(ideaId, limit),
    /** Posts in a forum of ideas that gather or are in review. */
    openPosts: (guildId: string): string[] => openPosts.all(guildId),
    /** Shipped, by themselves or as part of another, under the author's name. */
    shippedBy: (guildId: string, userId: string): number => shippedBy.get(guildId, userId) ?? 0,
    /** Asked with every message. */
    isThread: remembered(sqlite, (threadId: string): boolean => isThread.get(threadId) !== undefined),
  };
}

function asMessage(row: PlaceRow | undefined): Message | undefined {
  return row && { channelId: row.channel_id, messageId: row.message_id };
}
