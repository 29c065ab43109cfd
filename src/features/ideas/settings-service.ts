import type { JobQueue } from '../../jobs/define-job.ts';
import { createIdeaQueue } from './idea-queue.ts';
import type { IdeaSettings } from './model.ts';
import type { IdeaSettingsRepository } from './settings-repository.ts';
import { defaultIdeaSettings } from './settings-rules.ts';

export interface IdeaSettingsService {
  /** From memory after the first time; never fails for an unknown server. */
  settingsOf(guildId: string): IdeaSettings;
  /**
   * A write: belongs inside `writer.write`, with `forget` afterwards, whatever became of it. A board that gets a
   * channel, or another one, is put there by its job.
   */
  change(change: { guildId: string; by: string; now: number; changes: Partial<IdeaSettings> }): IdeaSettings;
  /** The next `settingsOf` reads the truth again. */
  forget(guildId: string): void;
}

export function ideaSettingsService(parts: {
  repository: IdeaSettingsRepository;
  jobs: JobQueue;
}): IdeaSettingsService {
  const { repository } = parts;
  const queue = createIdeaQueue(parts.jobs);
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
      const before = repository.find(guildId) ?? defaultIdeaSettings;
      const settings = { ...before, ...changes };
      repository.save(guildId, settings, { at: now, by });
      const { boardChannelId } = settings;
      if (boardChannelId !== before.boardChannelId) queue.board(guildId, now);
      known.delete(guildId);
      return settings;
    },
    forget(guildId) {
      known.delete(guildId);
    },
  };
}
