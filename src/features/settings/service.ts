import type { SettingsRepository } from './repository.ts';
import type { GuildSettings } from './rules.ts';

export interface SettingsService {
  /** From memory after the first time; never fails for an unknown server. */
  settingsOf(guildId: string): GuildSettings;
  /** A write: belongs inside `writer.write`, with `forget` afterwards, whatever became of it. */
  change(change: {
    guildId: string;
    by: string;
    now: number;
    changes: Partial<GuildSettings>;
  }): GuildSettings;
  /** The next `settingsOf` reads the truth again. */
  forget(guildId: string): void;
}

export interface SettingsDefaults {
  timeZone: string;
  locale: GuildSettings['locale'];
}

export function settingsService(deps: {
  repository: SettingsRepository;
  defaults: SettingsDefaults;
}): SettingsService {
  const { repository } = deps;
  const defaults: GuildSettings = {
    ...deps.defaults,
    staffRoleId: undefined,
    pollsChannelId: undefined,
    noticesChannelId: undefined,
    pollCreators: 'everyone',
    pollCreatorRoleIds: [],
  };
  const known = new Map<string, GuildSettings>();

  return {
    settingsOf(guildId) {
      const kept = known.get(guildId);
      if (kept) return kept;
      const settings = repository.find(guildId) ?? defaults;
      known.set(guildId, settings);
      return settings;
    },
    change({ guildId, by, now, changes }) {
      const settings = { ...(repository.find(guildId) ?? defaults), ...changes };
      repository.save(guildId, settings, { at: now, by });
      known.delete(guildId);
      return settings;
    },
    forget(guildId) {
      known.delete(guildId);
    },
  };
}
