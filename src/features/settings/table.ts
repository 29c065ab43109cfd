import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What the people in charge decided for their server. No row: the defaults. Ids of Discord are text. */
export const guildSettings = sqliteTable(
  'guild_settings',
  {
    guildId: text('guild_id').primaryKey(),
    /** An IANA name. */
    timeZone: text('time_zone').notNull(),
    locale: text('locale').notNull(),
    staffRoleId: text('staff_role_id'),
    pollsChannelId: text('polls_channel_id'),
    noticesChannelId: text('notices_channel_id'),
    pollCreators: text('poll_creators').notNull(),
    /** JSON array of role ids, for `poll_creators = 'roles'`. */
    pollCreatorRoleIds: text('poll_creator_role_ids').notNull(),
    /** UTC ms, and who it was. */
    changedAt: integer('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
  },
  (t) => [
    check('guild_settings_creators', sql`${t.pollCreators} in ('everyone', 'roles', 'staff')`),
    check('guild_settings_roles', sql`json_valid(${t.pollCreatorRoleIds})`),
  ],
);
