import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Who used Hearth on which day, and nothing of what they did. `day` counts whole UTC days since 1970. It leads the
 * key, so that old days go in one piece and the latest are found without reading the others.
 */
export const memberDays = sqliteTable(
  'member_days',
  {
    day: integer('day').notNull(),
    guildId: text('guild_id').notNull(),
    userId: text('user_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.day, t.guildId, t.userId] }),
    check('member_days_day', sql`${t.day} >= 0`),
  ],
);
