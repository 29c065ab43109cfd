import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * How often others replied or reacted to what somebody wrote on a day, and nothing of what it was. `day` counts whole
 * UTC days since 1970 and leads the key, so that old days go in one piece.
 */
export const memberHelp = sqliteTable(
  'member_help',
  {
    day: integer('day').notNull(),
    guildId: text('guild_id').notNull(),
    userId: text('user_id').notNull(),
    replies: integer('replies').notNull(),
    reactions: integer('reactions').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.day, t.guildId, t.userId] }),
    check('member_help_counts', sql`${t.replies} >= 0 and ${t.reactions} >= 0`),
  ],
);
