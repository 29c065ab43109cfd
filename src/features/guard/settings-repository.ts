import type Sqlite from 'better-sqlite3';
import { remembered } from '../../database/remembered.ts';
import { defaultGuard, type GuardSettings } from './model.ts';

export type GuardSettingsRepository = ReturnType<typeof createGuardSettingsRepository>;

interface Row {
  channelId: string | null;
  minutes: number;
  greeterRoleId: string | null;
}

export function createGuardSettingsRepository(sqlite: Sqlite.Database) {
  const find = sqlite.prepare<[string], Row>(
    `SELECT channel_id AS channelId, minutes, greeter_role_id AS greeterRoleId FROM guard_settings
     WHERE guild_id = ?`,
  );
  const save = sqlite.prepare(
    `INSERT INTO guard_settings (guild_id, channel_id, minutes, greeter_role_id, changed_at, changed_by)
     VALUES (@guildId, @channelId, @minutes, @greeterRoleId, @now, @userId)
     ON CONFLICT (guild_id) DO UPDATE SET channel_id = excluded.channel_id, minutes = excluded.minutes,
       greeter_role_id = excluded.greeter_role_id, changed_at = excluded.changed_at,
       changed_by = excluded.changed_by`,
  );
  return {
    /** Asked with every message of somebody new. */
    isOn: remembered(sqlite, (guildId: string): boolean => typeof find.get(guildId)?.channelId === 'string'),
    find(guildId: string): GuardSettings {
      const row = find.get(guildId);
      if (!row) return defaultGuard;
      const { channelId, minutes, greeterRoleId } = row;
      return { channelId: channelId ?? undefined, minutes, greeterRoleId: greeterRoleId ?? undefined };
    },
    /** `now` is UTC ms. */
    save(
      { guildId, userId, now }: { guildId: string; userId: string; now: number },
      { channelId, minutes, greeterRoleId }: GuardSettings,
    ): void {
      save.run({
        guildId,
        userId,
        now,
        minutes,
        channelId: channelId ?? null,
        greeterRoleId: greeterRoleId ?? null,
      });
    },
  };
}
