import { type APIMessage, Routes } from 'discord-api-types/v10';
import privacyCommand from '../../commands/privacy.ts';
import type { Call } from '../discord/interaction.ts';
import { sorted } from '../discord/messenger.ts';
import { ownAccess } from '../discord/own-access.ts';
import { createEngagementRepositories } from '../features/engagement/all-repository.ts';
import { countingNow } from '../features/engagement/counting-settings-components.ts';
import { type EngagementDeps, engagementFeature } from '../features/engagement/feature.ts';
import type { IsStaff } from '../features/engagement/heard-message.ts';
import { PAGE } from '../features/engagement/history-job.ts';
import { queueEngagementUpkeep } from '../features/engagement/jobs.ts';
import { privacyNow } from '../features/engagement/pause-components.ts';
import type { House, Wing } from './house.ts';

/** Counts what members do; others tell it of acts, and ask it for numbers. */
export function engagementWing(
  house: House,
  staffChannelsOf: (guildId: string) => readonly string[],
  told: Pick<EngagementDeps, 'onPause' | 'onRead'>,
) {
  const { store, rest, memory, connection } = house;
  const { settingsOf } = house.settings;
  const isStaff: IsStaff = (guildId, userId, roleIds) => {
    const { staffRoleId } = settingsOf(guildId);
    if (staffRoleId !== undefined && roleIds.includes(staffRoleId)) return true;
    return memory.runsServer(guildId, userId, roleIds);
  };
  const feature = engagementFeature({
    ...house,
    repositories: createEngagementRepositories(store.database.sqlite),
    databasePath: store.database.path,
    ownId: connection.ownId,
    staffChannelsOf,
    zoneOf: (guildId) => settingsOf(guildId).timeZone,
    ...told,
    isStaff,
    accessIn: ownAccess({ rest, ownId: connection.ownId }),
    readAfter: (channelId, after) =>
      sorted<APIMessage[]>(() =>
        rest.get(Routes.channelMessages(channelId), {
          query: new URLSearchParams({ after, limit: String(PAGE) }),
        }),
      ),
  });
  const wing: Wing = {
    commands: [privacyCommand({ card: (call) => privacyNow(feature.surface, call) })],
    components: feature.components,
    jobDefinitions: feature.jobDefinitions,
    hear: feature.hear,
    queueUpkeep: (now) => queueEngagementUpkeep(house.jobs, now),
  };
  const setupSection = (call: Pick<Call, 'guildId' | 't'>) => countingNow(feature.surface, call);
  return { ...feature, isStaff, wing, setupSection };
}
