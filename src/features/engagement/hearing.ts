import type {
  APIChannel,
  APIGuildChannel,
  APIThreadChannel,
  GatewayGuildCreateDispatchData,
  GatewayGuildMemberAddDispatchData,
  GatewayGuildMemberRemoveDispatchData,
  GatewayGuildMemberUpdateDispatchData,
  GatewayGuildRoleUpdateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageReactionAddDispatchData,
  GatewayThreadCreateDispatchData,
  GatewayThreadListSyncDispatchData,
  GatewayVoiceStateUpdateDispatchData,
} from 'discord-api-types/v10';
import { recentIds } from '../../discord/recent-ids.ts';
import type { ThreadParents } from '../../discord/thread-parents.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HeardEvent, HeardPlace } from './events.ts';
import { asChannel, textChannels } from './heard-channels.ts';
import { heardMessage, type IsStaff, joinTime, type Place } from './heard-message.ts';
import { cameIn, leftIn } from './member-comings.ts';

/** A RESUME may tell these again, and they have no id of their own. */
const REMEMBERED = 5_000;

/** Makes of gateway events what is counted. Hot path: nothing is written here. Never throws. */
export function engagementHearing(deps: {
  clock: Clock;
  parents: ThreadParents;
  ownId: () => string;
  isStaff: IsStaff;
  push: (event: HeardEvent) => void;
  /** Somebody is in a voice channel. */
  onVoice: () => void;
}): (event: string, data: unknown) => void {
  const { clock, parents, ownId, isStaff, push, onVoice } = deps;
  const reactions = recentIds(REMEMBERED);
  /** Where people go who are not there. */
  const afk = new Set<string>();

  const placeOf = (guildId: string, placeId: string): Place => ({
    guildId,
    placeId,
    channelId: parents.channelOf(placeId),
  });
  const asThread = (thread: APIThreadChannel): HeardPlace => ({
    placeId: thread.id,
    channelId: thread.parent_id ?? thread.id,
    lastId: thread.last_message_id ?? undefined,
    ownerId: thread.owner_id === ownId() ? undefined : thread.owner_id,
  });

  const message = (raw: GatewayMessageCreateDispatchData): void => {
    if (raw.guild_id === undefined) return;
    const place = placeOf(raw.guild_id, raw.channel_id);
    const heard = heardMessage(raw, place, isStaff);
    push(heard ? { what: 'message', message: heard } : { what: 'skipped', ...place, messageId: raw.id });
  };

  const reaction = (raw: GatewayMessageReactionAddDispatchData): void => {
    const { guild_id: guildId, user_id: userId, message_id: messageId, emoji, member } = raw;
    if (guildId === undefined || member?.user.bot === true || userId === ownId()) return;
    if (!reactions.add(`${messageId}:${userId}:${emoji.id ?? emoji.name}`)) return;
    push({
      what: 'reaction',
      ...placeOf(guildId, raw.channel_id),
      userId,
      at: clock.now(),
      joinedAt: joinTime(member?.joined_at),
      staff: member && isStaff(guildId, userId, member.roles),
    });
  };

  const threadCreated = (raw: GatewayThreadCreateDispatchData): void => {
    parents.learn(raw);
    if (raw.newly_created !== true || raw.guild_id === undefined) return;
    push({ what: 'thread', guildId: raw.guild_id, thread: asThread(raw) });
  };

  const guildCreated = (guild: GatewayGuildCreateDispatchData): void => {
    if (guild.unavailable === true) return;
    const threads = guild.threads as APIThreadChannel[];
    threads.forEach(parents.learn);
    const places = [...textChannels(guild.channels), ...threads.map(asThread)];
    const inVoice = guild.voice_states.flatMap(({ user_id: userId, channel_id: channelId, member }) =>
      channelId === null || channelId === guild.afk_channel_id || member?.user.bot === true
        ? []
        : [{ userId, channelId }],
    );
    if (guild.afk_channel_id !== null) afk.add(guild.afk_channel_id);
    push({ what: 'arrived', guildId: guild.id, at: clock.now(), places, inVoice });
    if (inVoice.length > 0) onVoice();
  };

  const voice = (state: GatewayVoiceStateUpdateDispatchData): void => {
    const { guild_id: guildId, user_id: userId, channel_id: to, member } = state;
    if (guildId === undefined || member?.user.bot === true) return;
    const channelId = to === null || afk.has(to) ? undefined : to;
    push({ what: 'voice', guildId, userId, channelId, at: clock.now() });
    if (channelId !== undefined) onVoice();
  };

  const changed = (channel: APIGuildChannel & { guild_id?: string }): void => {
    const { guild_id: guildId } = channel;
    if (guildId !== undefined) push({ what: 'access', guildId, place: asChannel(channel) });
  };
  const roleChanged = ({ guild_id: guildId }: Pick<GatewayGuildRoleUpdateDispatchData, 'guild_id'>): void =>
    push({ what: 'access', guildId, place: undefined });
  const memberChanged = (raw: GatewayGuildMemberUpdateDispatchData): void => {
    if (raw.user.id === ownId()) roleChanged(raw);
  };

  const gone = ({ id }: Pick<APIChannel, 'id'>): void => {
    parents.forget(id);
    push({ what: 'place-gone', channelId: id });
  };

  const heard: Readonly<Record<string, (data: never) => void>> = {
    MESSAGE_CREATE: message,
    MESSAGE_REACTION_ADD: reaction,
    THREAD_CREATE: threadCreated,
    THREAD_UPDATE: parents.learn,
    THREAD_LIST_SYNC: ({ threads }: GatewayThreadListSyncDispatchData) => threads.forEach(parents.learn),
    GUILD_CREATE: guildCreated,
    VOICE_STATE_UPDATE: voice,
    GUILD_MEMBER_ADD: (raw: GatewayGuildMemberAddDispatchData) => cameIn(raw, clock.now()).forEach(push),
    GUILD_MEMBER_REMOVE: (raw: GatewayGuildMemberRemoveDispatchData) =>
      leftIn(raw, clock.now()).forEach(push),
    CHANNEL_UPDATE: changed,
    GUILD_ROLE_UPDATE: roleChanged,
    GUILD_MEMBER_UPDATE: memberChanged,
    CHANNEL_DELETE: gone,
    THREAD_DELETE: gone,
  };
  return (event, data) => heard[event]?.(data as never);
}
