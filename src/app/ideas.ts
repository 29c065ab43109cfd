import ideaCommand from '../../commands/idea.ts';
import suggestAsAnIdea from '../../commands/suggest-as-an-idea.ts';
import { attachmentReader } from '../discord/attachments.ts';
import { forums } from '../discord/forum.ts';
import type { Call } from '../discord/interaction.ts';
import { giveRole } from '../discord/member-roles.ts';
import { messageAuthor } from '../discord/message-author.ts';
import { privately } from '../discord/press.ts';
import type { Engagement } from '../features/engagement/service.ts';
import { ideaFeature } from '../features/ideas/feature.ts';
import { queueIdeaUpkeep } from '../features/ideas/jobs.ts';
import { panelBody } from '../features/ideas/panel.ts';
import { createIdeaRepositories } from '../features/ideas/repository.ts';
import { ideaSetupComponents } from '../features/ideas/settings-components.ts';
import { ideaPanelNow } from '../features/ideas/settings-panel.ts';
import { ideaSettingsRepository } from '../features/ideas/settings-repository.ts';
import { ideaSettingsService } from '../features/ideas/settings-service.ts';
import type { OnAct } from '../shared/act.ts';
import type { House, Wing } from './house.ts';

export function ideaWing(house: House, { activity }: Pick<Engagement, 'activity'>, onAct: OnAct) {
  const { config, connection, info, jobs, mayManage, noticesChannelOf, rest, store, timers, writer } = house;
  const { database } = store;
  const ideaSettings = ideaSettingsService({ repository: ideaSettingsRepository(database.orm), jobs });
  const feature = ideaFeature({
    ...house,
    onAct,
    repositories: createIdeaRepositories(database.sqlite),
    forums: forums({ rest, restOnce: connection.restOnce, ownId: connection.ownId }),
    giveRole: (gift) => giveRole(rest, gift),
    authorOf: (channelId, messageId) => messageAuthor(rest, channelId, messageId),
    readAttachment: attachmentReader({ apiUrl: config.discordApiUrl, timers, fetch }),
    policy: {
      settings: ideaSettings.settingsOf,
      mayManage,
      // Not the staff role: looking behind anonymity is for those who run the server.
      mayReveal: house.mayAdminister,
      activity,
    },
  });
  const setup = {
    ideaSettings,
    writer,
    activity,
    noticesChannelOf,
    ownPermissions: info.ownPermissions,
    isOpenToAll: info.isOpenToAll,
    roleOrder: info.roleOrder,
    dryRun: feature.ideas.dryRun,
  };
  const wing: Wing = {
    commands: [ideaCommand(feature.surface), suggestAsAnIdea(feature.surface)],
    components: [...feature.components, ...ideaSetupComponents(setup)],
    jobDefinitions: feature.jobDefinitions,
    queueUpkeep: (now) => queueIdeaUpkeep(jobs, now),
    hear: feature.hear,
    editFailed: feature.editFailed,
  };
  return {
    wing,
    shippedBy: feature.ideas.shippedBy,
    /** Where the team hears of ideas, if it has a channel of its own for that. */
    staffChannelOf: (guildId: string) => ideaSettings.settingsOf(guildId).staffChannelId,
    /** The idea as it is now, with what staff can do. */
    openPanel: (call: Call, ideaId: number) => privately(panelBody(feature.surface, call, ideaId)),
    setupSection: (call: Parameters<typeof ideaPanelNow>[1]) => ideaPanelNow(setup, call),
  };
}
