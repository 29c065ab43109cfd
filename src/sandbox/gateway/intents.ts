import { GatewayIntentBits as I } from 'discord-api-types/v10';
import type { WorldEvent } from '../world/types.ts';

export const ALL_INTENTS = Object.values(I)
  .filter((bit): bit is I => typeof bit === 'number')
  .reduce((sum, bit) => sum | bit, 0);

export const PRIVILEGED_INTENTS = I.GuildMembers | I.GuildPresences | I.MessageContent;

/** [in a guild, in a DM]; 0 = delivered without any intent. https://docs.discord.com/developers/events/gateway#list-of-intents */
const NEEDED: Record<string, readonly [guild: number, dm: number]> = {
  ...all(
    [
      'GUILD_CREATE',
      'GUILD_UPDATE',
      'GUILD_DELETE',
      'GUILD_ROLE_CREATE',
      'GUILD_ROLE_UPDATE',
      'GUILD_ROLE_DELETE',
      'CHANNEL_CREATE',
      'CHANNEL_UPDATE',
      'CHANNEL_DELETE',
      'THREAD_CREATE',
      'THREAD_UPDATE',
      'THREAD_DELETE',
      'THREAD_LIST_SYNC',
      'THREAD_MEMBER_UPDATE',
      'STAGE_INSTANCE_CREATE',
      'STAGE_INSTANCE_UPDATE',
      'STAGE_INSTANCE_DELETE',
    ],
    I.Guilds,
    0,
  ),
  CHANNEL_PINS_UPDATE: [I.Guilds, I.DirectMessages],
  THREAD_MEMBERS_UPDATE: [I.Guilds | I.GuildMembers, 0],
  ...all(['GUILD_MEMBER_ADD', 'GUILD_MEMBER_UPDATE', 'GUILD_MEMBER_REMOVE'], I.GuildMembers, 0),
  ...all(['GUILD_BAN_ADD', 'GUILD_BAN_REMOVE', 'GUILD_AUDIT_LOG_ENTRY_CREATE'], I.GuildModeration, 0),
  ...all(['GUILD_EMOJIS_UPDATE', 'GUILD_STICKERS_UPDATE'], I.GuildExpressions, 0),
  ...all(['INVITE_CREATE', 'INVITE_DELETE'], I.GuildInvites, 0),
  VOICE_STATE_UPDATE: [I.GuildVoiceStates, 0],
  PRESENCE_UPDATE: [I.GuildPresences, 0],
  ...all(['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE'], I.GuildMessages, I.DirectMessages),
  MESSAGE_DELETE_BULK: [I.GuildMessages, 0],
  ...all(
    [
      'MESSAGE_REACTION_ADD',
      'MESSAGE_REACTION_REMOVE',
      'MESSAGE_REACTION_REMOVE_ALL',
      'MESSAGE_REACTION_REMOVE_EMOJI',
    ],
    I.GuildMessageReactions,
    I.DirectMessageReactions,
  ),
  TYPING_START: [I.GuildMessageTyping, I.DirectMessageTyping],
  ...all(
    [
      'GUILD_SCHEDULED_EVENT_CREATE',
      'GUILD_SCHEDULED_EVENT_UPDATE',
      'GUILD_SCHEDULED_EVENT_DELETE',
      'GUILD_SCHEDULED_EVENT_USER_ADD',
      'GUILD_SCHEDULED_EVENT_USER_REMOVE',
    ],
    I.GuildScheduledEvents,
    0,
  ),
  ...all(['MESSAGE_POLL_VOTE_ADD', 'MESSAGE_POLL_VOTE_REMOVE'], I.GuildMessagePolls, I.DirectMessagePolls),
};

function all(names: readonly string[], guild: number, dm: number): Record<string, readonly [number, number]> {
  return Object.fromEntries(names.map((name) => [name, [guild, dm] as const]));
}

/** Whether a bot with these intents gets the event. A bot always hears of changes to its own membership. */
export function intentsAdmit(intents: number, event: WorldEvent, botId: string): boolean {
  const needed = NEEDED[event.t];
  if (needed === undefined) return true;
  const bits = needed[event.guildId === undefined && event.t !== 'GUILD_DELETE' ? 1 : 0];
  if (bits === 0 || (intents & bits) !== 0) return true;
  return event.t === 'GUILD_MEMBER_UPDATE' && (event.d as { user?: { id: string } }).user?.id === botId;
}
