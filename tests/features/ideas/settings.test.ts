import { describe, expect, test } from 'vitest';
import type { IdeaSettings } from '../../../src/features/ideas/model.ts';
import { ideaJobs } from '../../../src/features/ideas/ports.ts';
import { ideaSettingsRepository } from '../../../src/features/ideas/settings-repository.ts';
import { defaultIdeaSettings } from '../../../src/features/ideas/settings-rules.ts';
import { ideaSettingsService } from '../../../src/features/ideas/settings-service.ts';
import { createJobQueue } from '../../../src/jobs/queue.ts';
import { createJobRepository } from '../../../src/jobs/repository.ts';
import { openTestDatabase } from '../../support/database.ts';

const guildId = '800000000000000001';

function service(database = openTestDatabase()) {
  const settings = ideaSettingsService({
    repository: ideaSettingsRepository(database.orm),
    jobs: createJobQueue(createJobRepository(database.orm)),
  });
  const change = (changes: Partial<IdeaSettings>, by = '1') =>
    database.writer.write(() => settings.change({ guildId, by, now: 5, changes }));
  const jobs = () => database.sqlite.prepare('SELECT kind, key FROM jobs').all();
  return { database, settings, change, jobs };
}

const everything: IdeaSettings = {
  channelId: '10',
  channelKind: 'forum',
  staffChannelId: '11',
  boardChannelId: '12',
  ledgerChannelId: '13',
  shippedRoleId: '14',
  floor: 7,
  ladder: [{ percent: 2.5, days: 7 }],
  reviewDays: 30,
  reviewers: 3,
  queue: true,
  cooldownHours: 0,
  openPerMember: 1,
  anonymity: true,
  categories: [
    { key: 'coffee', name: 'Coffee', emoji: '☕' },
    { key: 'shop', name: 'Shop', emoji: undefined },
  ],
};

describe('the settings of ideas', () => {
  test('are the defaults until somebody changes them: ideas are off', () => {
    expect(service().settings.settingsOf(guildId)).toEqual(defaultIdeaSettings);
    expect(defaultIdeaSettings.channelId).toBeUndefined();
  });

  test('are all kept over a restart, each can be taken back, and another server has its own', async () => {
    const { database, settings, change } = service();
    await change(everything);
    expect(settings.settingsOf(guildId)).toEqual(everything);
    expect(service(database).settings.settingsOf(guildId)).toEqual(everything);
    expect(settings.settingsOf('800000000000000002')).toEqual(defaultIdeaSettings);

    await change({ shippedRoleId: undefined, queue: false });
    const now = { ...everything, shippedRoleId: undefined, queue: false };
    expect(service(database).settings.settingsOf(guildId)).toEqual(now);
  });

  test('are what was saved, not what was tried: a failed save leaves no trace', async () => {
    const { database, settings, change, jobs } = service();
    await change({ floor: 4 });
    const failed = database.writer.write(() => {
      settings.change({ guildId, by: '1', now: 0, changes: { floor: 9, boardChannelId: '5' } });
      throw new Error('the disk is full');
    });
    await expect(failed).rejects.toThrow('the disk is full');
    settings.forget(guildId);
    expect([settings.settingsOf(guildId).floor, jobs()]).toEqual([4, []]);
  });

  test('that give the board a channel have it put there, once for each channel', async () => {
    const { database, change, jobs } = service();
    await change({ floor: 4 });
    expect(jobs()).toEqual([]);
    await change({ boardChannelId: '12' });
    expect(jobs()).toEqual([{ kind: ideaJobs.board, key: guildId }]);
    database.sqlite.exec('DELETE FROM jobs');
    await change({ boardChannelId: '12' });
    expect(jobs()).toEqual([]);
    // Or taken down.
    await change({ boardChannelId: undefined });
    expect(jobs()).toEqual([{ kind: ideaJobs.board, key: guildId }]);
  });

  test('remember who changed them last, and when', async () => {
    const { database, change } = service();
    await change({ floor: 4 }, '7');
    const row = database.sqlite.prepare('SELECT changed_by, changed_at FROM idea_settings').get();
    expect(row).toEqual({ changed_by: '7', changed_at: 5 });
  });
});
