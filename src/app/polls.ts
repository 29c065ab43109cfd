import makeAPoll from '../../commands/make-a-poll.ts';
import pollCommand from '../../commands/poll.ts';
import { flushLog } from '../database/flush.ts';
import { directChannel } from '../discord/direct-channel.ts';
import type { Call } from '../discord/interaction.ts';
import { memberNames } from '../discord/member-names.ts';
import { readableChannels } from '../discord/readable-channels.ts';
import { pollFeature } from '../features/polls/feature.ts';
import { queuePollUpkeep } from '../features/polls/jobs.ts';
import { createPollRepositories } from '../features/polls/repository.ts';
import { openForm } from '../features/polls/start-draft.ts';
import { mayCreatePolls } from '../features/settings/rules.ts';
import type { OnAct } from '../shared/act.ts';
import type { House, Wing } from './house.ts';

export function pollWing(house: House, onAct: OnAct) {
  const { rest, clock, jobs, memory, info, store, mayManage } = house;
  const { settingsOf } = house.settings;
  const { sqlite } = store.database;
  const polls = pollFeature({
    ...house,
    onAct,
    repositories: createPollRepositories(sqlite),
    sealed: { flush: () => flushLog(sqlite) },
    policy: {
      timeZone: (guildId) => settingsOf(guildId).timeZone,
      mayCreate: (guildId, actor) => mayCreatePolls(settingsOf(guildId), actor),
      mayManage,
    },
    pollsChannelOf: (guildId) => settingsOf(guildId).pollsChannelId,
    directChannel: (userId) => directChannel(rest, userId),
    memberCount: memory.memberCount,
    isEmojiUsable: memory.hasEmoji,
    ownPermissions: info.ownPermissions,
    readableChannels: readableChannels({ rest, clock }),
    namesOf: (guildId, userIds) => memberNames(rest, guildId, userIds),
  });
  const wing: Wing = {
    commands: [pollCommand(polls.surface), makeAPoll(polls.surface)],
    components: polls.components,
    jobDefinitions: polls.jobDefinitions,
    queueUpkeep: (now) => queuePollUpkeep(jobs, now),
    hear: polls.hear,
    editFailed: polls.editFailed,
  };
  return {
    wing,
    /** Opens the form of a poll that is for that channel. */
    askIn: (call: Call, channelId: string) => openForm(polls.surface, call, {}, channelId),
  };
}
