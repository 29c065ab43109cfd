import { type APIMessage, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import giveAShoutOut from '../../commands/give-a-shout-out.ts';
import shoutOutThisMessage from '../../commands/shout-out-this-message.ts';
import shoutoutCommand from '../../commands/shoutout.ts';
import type { Call } from '../discord/interaction.ts';
import { memberNames } from '../discord/member-names.ts';
import { giveRole, rolesOf, takeRole } from '../discord/member-roles.ts';
import { sorted } from '../discord/messenger.ts';
import { shoutoutFeature } from '../features/shoutouts/feature.ts';
import { openGiveForm } from '../features/shoutouts/give-components.ts';
import { queueShoutoutUpkeep } from '../features/shoutouts/jobs.ts';
import type { HelpOf } from '../features/shoutouts/read-service.ts';
import { createShoutoutRepositories } from '../features/shoutouts/repository.ts';
import { shoutoutSetupComponents } from '../features/shoutouts/settings-components.ts';
import { shoutoutPanelNow } from '../features/shoutouts/settings-panel.ts';
import type { OnAct } from '../shared/act.ts';
import type { House, Wing } from './house.ts';

export function shoutoutWing(house: House, helpOf: HelpOf, onAct: OnAct) {
  const { info, jobs, rest, store, writer } = house;
  const feature = shoutoutFeature({
    ...house,
    onAct,
    repositories: createShoutoutRepositories(store.database.sqlite),
    helpOf,
    namesOf: (guildId, userIds) => memberNames(rest, guildId, userIds),
    async isThere(channelId, messageId) {
      const found = await sorted<APIMessage>(() => rest.get(Routes.channelMessage(channelId, messageId)));
      if (found.ok) return true;
      // Where its channel is gone nobody took the message back.
      return found.failure.code === RESTJSONErrorCodes.UnknownMessage ? false : undefined;
    },
    rolesOf: (guildId, userId) => rolesOf(rest, guildId, userId),
    giveRole: (gift) => giveRole(rest, gift),
    takeRole: (gift) => takeRole(rest, gift),
    policy: {
      timeZone: (guildId) => house.settings.settingsOf(guildId).timeZone,
      mayManage: house.mayManage,
      mayAdminister: house.mayAdminister,
    },
  });
  const { shoutouts, surface } = feature;
  const setup = { shoutouts, writer, ownPermissions: info.ownPermissions, roleOrder: info.roleOrder };
  const wing: Wing = {
    commands: [shoutoutCommand(surface), giveAShoutOut(surface), shoutOutThisMessage(surface)],
    components: [...feature.components, ...shoutoutSetupComponents(setup)],
    jobDefinitions: feature.jobDefinitions,
    queueUpkeep: (now) => queueShoutoutUpkeep(jobs, now),
    hear: feature.hear,
  };
  return {
    wing,
    receivedBy: shoutouts.receivedBy,
    unsungIn: shoutouts.unsungIn,
    /** Opens the form with somebody in it. */
    openThanks: (call: Call, userId: string) => openGiveForm(surface, call, { receiverIds: [userId] }),
    setupSection: (call: Parameters<typeof shoutoutPanelNow>[1]) => shoutoutPanelNow(setup, call),
  };
}
