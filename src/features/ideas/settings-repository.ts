import { eq, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { IdeaSettings } from './model.ts';
import { ideaSettings } from './settings-table.ts';

export interface IdeaSettingsRepository {
  find(guildId: string): IdeaSettings | undefined;
  save(guildId: string, settings: IdeaSettings, change: { at: number; by: string }): void;
}

export function ideaSettingsRepository(orm: BetterSQLite3Database): IdeaSettingsRepository {
  const one = orm
    .select()
    .from(ideaSettings)
    .where(eq(ideaSettings.guildId, sql.placeholder('guildId')))
    .prepare();

  return {
    find(guildId) {
      const row = one.get({ guildId });
      return row && fromRow(row);
    },
    save(guildId, settings, { at, by }) {
      const values = { ...toRow(settings), changedAt: at, changedBy: by };
      orm
        .insert(ideaSettings)
        .values({ guildId, ...values })
        .onConflictDoUpdate({ target: ideaSettings.guildId, set: values })
        .run();
    },
  };
}

function toRow(settings: IdeaSettings) {
  const { channelId, staffChannelId, boardChannelId, ledgerChannelId, shippedRoleId, ...rest } = settings;
  return {
    ...rest,
    channelId: channelId ?? null,
    staffChannelId: staffChannelId ?? null,
    boardChannelId: boardChannelId ?? null,
    ledgerChannelId: ledgerChannelId ?? null,
    shippedRoleId: shippedRoleId ?? null,
    ladder: JSON.stringify(rest.ladder),
    categories: JSON.stringify(rest.categories),
  };
}

function fromRow(row: typeof ideaSettings.$inferSelect): IdeaSettings {
  const { guildId: _, changedAt: _at, changedBy: _by, ...rest } = row;
  return {
    ...rest,
    channelId: row.channelId ?? undefined,
    channelKind: row.channelKind as IdeaSettings['channelKind'],
    staffChannelId: row.staffChannelId ?? undefined,
    boardChannelId: row.boardChannelId ?? undefined,
    ledgerChannelId: row.ledgerChannelId ?? undefined,
    shippedRoleId: row.shippedRoleId ?? undefined,
    ladder: JSON.parse(row.ladder) as IdeaSettings['ladder'],
    categories: JSON.parse(row.categories) as IdeaSettings['categories'],
  };
}
