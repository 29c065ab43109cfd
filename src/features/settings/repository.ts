import { eq, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Locale } from '../../i18n/translate.ts';
import type { GuildSettings, PollCreators } from './rules.ts';
import { guildSettings } from './table.ts';

export interface SettingsRepository {
  find(guildId: string): GuildSettings | undefined;
  save(guildId: string, settings: GuildSettings, change: { at: number; by: string }): void;
}

export function settingsRepository(orm: BetterSQLite3Database): SettingsRepository {
  const one = orm
    .select()
    .from(guildSettings)
    .where(eq(guildSettings.guildId, sql.placeholder('guildId')))
    .prepare();

  return {
    find(guildId) {
      const row = one.get({ guildId });
      return row && fromRow(row);
    },
    save(guildId, settings, change) {
      const values = {
        timeZone: settings.timeZone,
        locale: settings.locale,
        staffRoleId: settings.staffRoleId ?? null,
        pollsChannelId: settings.pollsChannelId ?? null,
        noticesChannelId: settings.noticesChannelId ?? null,
        pollCreators: settings.pollCreators,
        pollCreatorRoleIds: JSON.stringify(settings.pollCreatorRoleIds),
        changedAt: change.at,
        changedBy: change.by,
      };
      orm
        .insert(guildSettings)
        .values({ guildId, ...values })
        .onConflictDoUpdate({ target: guildSettings.guildId, set: values })
        .run();
    },
  };
}

function fromRow(row: typeof guildSettings.$inferSelect): GuildSettings {
  return {
    timeZone: row.timeZone,
    locale: row.locale as Locale,
    staffRoleId: row.staffRoleId ?? undefined,
    pollsChannelId: row.pollsChannelId ?? undefined,
    noticesChannelId: row.noticesChannelId ?? undefined,
    pollCreators: row.pollCreators as PollCreators,
    pollCreatorRoleIds: JSON.parse(row.pollCreatorRoleIds) as string[],
  };
}
