import type { IdeaSettings } from './model.ts';
import type { IdeaSettingsRepository } from './settings-repository.ts';
import { defaultIdeaSettings } from './settings-rules.ts';

export interface IdeaSettingsService {
  /** From memory after the first time; never fails for an unknown server. */
  settingsOf(guildId: string): IdeaSettings;
  /** A write: belongs inside `writer.write`, with `forget` afterwards, whatever became of it. */
  change(change: { guildId: string; by: string; now: number; changes: Partial<IdeaSettings> }): IdeaSettings;
  /** The next `settingsOf` reads the truth again. */
  forget(guildId: string): void;
}

export function ideaSettingsService({
  repository,
}: {
  repository: IdeaSettingsRepository;
}): IdeaSettingsService {
  const known = new Map<string, IdeaSettings>();

  return {
    settingsOf(guildId) {
      const kept = known.get(guildId);
      if (kept) return kept;
      const settings = repository.find(guildId) ?? defaultIdeaSettings;
      known.set(guildId, settings);
      return settings;
    },
    change({ guildId, by, now, changes }) {
      const settings = { ...(repository.find(guildId) ?? defaultIdeaSettings), ...changes };
      repository.save(guildId, settings, { at: now, by });
      known.delete(guildId);
      return settings;
    },
    forget(guildId) {
      known.delete(guildId);
    },
  };
}
