import type { APIGuildForumTag, APIOverwrite } from 'discord-api-types/v10';
import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { withOwnMembership } from '../gateway/payloads.ts';
import { limited } from '../rate-limits.ts';
import { isBody } from '../rules/fields.ts';
import { can } from '../rules/permissions.ts';
import { checkChannel } from '../rules/validate-channel.ts';
import { isThread } from '../world/channel-kinds.ts';
import { addChannel, isDm, removeChannel, updateChannel, viewChannel } from '../world/channels.ts';
import { permissionsOf, requireGuildPermissions } from '../world/permissions.ts';
import type { ChannelData, ChannelState, World } from '../world/types.ts';
import { channelFor, guildOfPath } from './common.ts';
import { created, ok, type Route, type RouteAnswer, type RouteRequest } from './route.ts';
import { editThread } from './thread-edit.ts';

export const channelRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:channel_id', handle: getChannel },
  { method: 'PATCH', path: '/channels/:channel_id', handle: patchChannel },
  { method: 'DELETE', path: '/channels/:channel_id', handle: deleteChannel },
  { method: 'GET', path: '/guilds/:guild_id/channels', handle: listChannels },
  { method: 'POST', path: '/guilds/:guild_id/channels', handle: createChannel },
];

function getChannel(request: RouteRequest): RouteAnswer {
  const state = channelFor(request, P.ViewChannel);
  const { id } = request.actor.user;
  return ok(isThread(state.channel) ? withOwnMembership(state, id) : viewChannel(state, id));
}

const FIELDS = [
  'name',
  'topic',
  'position',
  'parent_id',
  'nsfw',
  'rate_limit_per_user',
  'permission_overwrites',
  'available_tags',
  'default_reaction_emoji',
  'default_sort_order',
  'default_forum_layout',
  'default_thread_rate_limit_per_user',
  'default_auto_archive_duration',
  'flags',
  'bitrate',
  'user_limit',
] as const satisfies readonly (keyof ChannelData)[];

/** The fields of a checked body that a channel has, in stored form. */
function fieldsOf(world: World, body: unknown): Partial<ChannelData> {
  const fields: Record<string, unknown> = {};
  if (!isBody(body)) return fields;
  for (const key of FIELDS) if (body[key] !== undefined) fields[key] = body[key];
  if (Array.isArray(fields['available_tags'])) {
    fields['available_tags'] = (fields['available_tags'] as Partial<APIGuildForumTag>[]).map((tag) =>
      storedTag(world, tag),
    );
  }
  if (Array.isArray(fields['permission_overwrites'])) {
    fields['permission_overwrites'] = (fields['permission_overwrites'] as Partial<APIOverwrite>[]).map(
      storedOverwrite,
    );
  }
  return fields;
}

const storedTag = (world: World, tag: Partial<APIGuildForumTag>): object => ({
  moderated: false,
  emoji_id: null,
  emoji_name: null,
  ...tag,
  id: tag.id ?? world.snowflake(),
});

const storedOverwrite = ({ id, type, allow, deny }: Partial<APIOverwrite>): object => ({
  id,
  type: type ?? 0,
  allow: String(allow ?? 0),
  deny: String(deny ?? 0),
});

/** Changes of name or topic: 2 in 10 min and channel (unofficial, PLATFORM.md 1.3). */
const RENAMES = 2;
const RENAME_WINDOW_MS = 600_000;

function patchChannel(request: RouteRequest): RouteAnswer {
  const { world, actor, body } = request;
  const state = channelFor(request, P.ViewChannel);
  if (isDm(state.channel)) throw refuse(50003);
  if (isThread(state.channel)) return renameRefused(world, state, body) ?? editThread(request, state);
  const held = permissionsOf(world, actor.user.id, state);
  if (!can(held, P.ManageChannels)) throw refuse(50013);
  checkChannel(body, state.channel);
  const change = fieldsOf(world, body);
  if (change.permission_overwrites !== undefined && !can(held, P.ManageRoles)) throw refuse(50013);
  const refused = renameRefused(world, state, change);
  if (refused !== undefined) return refused;
  return ok(updateChannel(world, state, change));
}

function renameRefused(world: World, state: ChannelState, body: unknown): RouteAnswer | undefined {
  if (!isBody(body)) return undefined;
  const changed = (key: 'name' | 'topic'): boolean =>
    body[key] !== undefined && body[key] !== state.channel[key];
  if (!changed('name') && !changed('topic')) return undefined;
  const { renames } = state;
  const now = world.now();
  while (renames[0] !== undefined && now - renames[0] >= RENAME_WINDOW_MS) renames.shift();
  if (renames[0] === undefined || renames.length < RENAMES) {
    renames.push(now);
    return undefined;
  }
  return limited((renames[0] + RENAME_WINDOW_MS - now) / 1000, false, 'shared');
}

function deleteChannel(request: RouteRequest): RouteAnswer {
  const { world, actor } = request;
  const state = channelFor(request, P.ViewChannel);
  if (isDm(state.channel)) return ok(viewChannel(state, actor.user.id));
  const needed = isThread(state.channel) ? P.ManageThreads : P.ManageChannels;
  if (!can(permissionsOf(world, actor.user.id, state), needed)) throw refuse(50013);
  const guild = world.guilds.get(state.guildId ?? '');
  const { rules_channel_id, public_updates_channel_id } = guild?.data ?? {};
  if (state.id === rules_channel_id || state.id === public_updates_channel_id) throw refuse(50074);
  removeChannel(world, state);
  return ok(state.channel);
}

function listChannels(request: RouteRequest): RouteAnswer {
  const { world } = request;
  return ok([...guildOfPath(request).channelIds].flatMap((id) => world.channels.get(id)?.channel ?? []));
}

const MAX_CHANNELS = 500;

function createChannel(request: RouteRequest): RouteAnswer {
  const { world, actor, body } = request;
  const guild = guildOfPath(request);
  requireGuildPermissions(guild, actor.user.id, P.ManageChannels);
  checkChannel(body);
  if (guild.channelIds.size >= MAX_CHANNELS) throw refuse(30013);
  const type = (body as { type?: ChannelType }).type ?? ChannelType.GuildText;
  const fields = fieldsOf(world, body);
  const forum = type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
  const channel: ChannelData = {
    id: world.snowflake(),
    type,
    guild_id: guild.id,
    position: guild.channelIds.size,
    topic: null,
    nsfw: false,
    flags: 0,
    rate_limit_per_user: 0,
    parent_id: null,
    last_message_id: null,
    permission_overwrites: overwritesOf(world.channels.get(fields.parent_id ?? '')),
    ...(forum
      ? {
          available_tags: [],
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }
      : {}),
    ...fields,
  };
  return created(addChannel(world, guild, channel).channel);
}

/** A channel made in a category starts with its overwrites. */
const overwritesOf = (parent: ChannelState | undefined): APIOverwrite[] =>
  parent?.channel.permission_overwrites ?? [];
