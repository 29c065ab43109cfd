import { type APIChannel, Routes } from 'discord-api-types/v10';
import amaCommand from '../../commands/ama.ts';
import { attachmentReader } from '../discord/attachments.ts';
import { openDirectChannel } from '../discord/direct-channel.ts';
import type { Call } from '../discord/interaction.ts';
import { memberNames } from '../discord/member-names.ts';
import { sorted } from '../discord/messenger.ts';
import { scheduledEvents } from '../discord/scheduled-events.ts';
import { newCard } from '../features/amas/card.ts';
import { amaFeature } from '../features/amas/feature.ts';
import { queueAmaUpkeep } from '../features/amas/jobs.ts';
import { createAmaRepositories } from '../features/amas/repository.ts';
import type { OnAct } from '../shared/act.ts';
import type { House, Wing } from './house.ts';

export function amaWing(house: House, onAct: OnAct) {
  const { config, connection, info, jobs, rest, store, timers } = house;
  const { settingsOf } = house.settings;
  const amas = amaFeature({
    ...house,
    onAct,
    repositories: createAmaRepositories(store.database.sqlite),
    events: scheduledEvents({ rest, restOnce: connection.restOnce, ownId: connection.ownId }),
    readAttachment: attachmentReader({ apiUrl: config.discordApiUrl, timers, fetch }),
    ownPermissions: info.ownPermissions,
    ownServerPermissions: info.ownServerPermissions,
    isOpenToAll: info.isOpenToAll,
    directChannel: (userId) => openDirectChannel(rest, userId),
    namesOf: (guildId, userIds) => memberNames(rest, guildId, userIds),
    async channelName(channelId) {
      const channel = await sorted<APIChannel>(() => rest.get(Routes.channel(channelId)));
      return channel.ok ? (channel.value.name ?? undefined) : undefined;
    },
    policy: {
      timeZone: (guildId) => settingsOf(guildId).timeZone,
      mayManage: house.mayManage,
      // Not the staff role: looking behind anonymity is for those who run the server.
      mayReveal: house.mayAdminister,
    },
  });
  const wing: Wing = {
    commands: [amaCommand(amas.surface)],
    components: amas.components,
    jobDefinitions: amas.jobDefinitions,
    queueUpkeep: (now) => queueAmaUpkeep(jobs, now),
    hear: amas.hear,
    editFailed: amas.editFailed,
  };
  return {
    wing,
    answeredOf: amas.amas.answeredOf,
    /** The question with what those who run its AMA can do. */
    openQuestion: (call: Call, questionId: number) => newCard(amas.surface, call, questionId),
  };
}
