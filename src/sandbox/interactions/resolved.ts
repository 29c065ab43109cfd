import type { APIAttachment, APIMessage } from 'discord-api-types/v10';
import { invalidForm } from '../errors.ts';
import { isThread } from '../world/channel-kinds.ts';
import { partialMember } from '../world/lookup.ts';
import { permissionsOf } from '../world/permissions.ts';
import type { ChannelState, GuildState, Snowflake, World } from '../world/types.ts';

/** `data.resolved`: the objects behind the ids that the presser chose. */
export interface Resolved {
  users?: Record<Snowflake, unknown>;
  members?: Record<Snowflake, unknown>;
  roles?: Record<Snowflake, unknown>;
  channels?: Record<Snowflake, unknown>;
  messages?: Record<Snowflake, APIMessage>;
  attachments?: Record<Snowflake, APIAttachment>;
}

export interface Place {
  world: World;
  guild: GuildState | undefined;
  state: ChannelState;
  /** Where a wrong id is reported. */
  path: string;
}

const unknown = (place: Place, what: string): Error =>
  invalidForm(place.path, 'INTERACTION_APPLICATION_COMMAND_OPTION_INVALID', `${what} does not exist here`);

export function resolveUser(place: Place, resolved: Resolved, id: Snowflake): void {
  const user = place.world.users.get(id);
  if (user === undefined) throw unknown(place, 'This user');
  resolved.users = { ...resolved.users, [id]: user };
  const member = place.guild?.members.get(id);
  if (member === undefined) return;
  const { deaf: _, mute: __, ...rest } = partialMember(member);
  const permissions = permissionsOf(place.world, id, place.state).toString();
  resolved.members = { ...resolved.members, [id]: { ...rest, permissions } };
}

export function resolveRole(place: Place, resolved: Resolved, id: Snowflake): void {
  const role = place.guild?.roles.get(id);
  if (role === undefined) throw unknown(place, 'This role');
  resolved.roles = { ...resolved.roles, [id]: role };
}

export function resolveMentionable(place: Place, resolved: Resolved, id: Snowflake): void {
  if (place.guild?.roles.has(id) === true) resolveRole(place, resolved, id);
  else resolveUser(place, resolved, id);
}

/** A channel of the guild that the presser sees, of one of `types` where there are any. */
export function resolveChannel(
  place: Place,
  resolved: Resolved,
  id: Snowflake,
  userId: Snowflake,
  types: readonly number[] | undefined,
): void {
  const state = place.world.channels.get(id);
  if (state === undefined || state.guildId !== place.guild?.id) throw unknown(place, 'This channel');
  const permissions = permissionsOf(place.world, userId, state);
  if (permissions === 0n) throw unknown(place, 'This channel');
  const { channel } = state;
  if (types !== undefined && types.length > 0 && !types.includes(channel.type)) {
    throw invalidForm(place.path, 'CHANNEL_TYPE_INVALID', 'This kind of channel cannot be chosen');
  }
  resolved.channels = {
    ...resolved.channels,
    [id]: {
      id,
      name: channel.name,
      type: channel.type,
      permissions: permissions.toString(),
      app_permissions: permissionsOf(place.world, place.world.botId, state).toString(),
      flags: channel.flags ?? 0,
      guild_id: channel.guild_id,
      parent_id: channel.parent_id ?? null,
      last_message_id: channel.last_message_id ?? null,
      nsfw: channel.nsfw ?? false,
      position: channel.position ?? 0,
      rate_limit_per_user: channel.rate_limit_per_user ?? 0,
      topic: channel.topic ?? null,
      ...(isThread(channel) ? { thread_metadata: channel.thread_metadata } : {}),
    },
  };
}

export const isEmpty = (resolved: Resolved): boolean => Object.keys(resolved).length === 0;
