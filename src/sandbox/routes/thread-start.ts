import {
  type APIMessage,
  ChannelType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits as P,
  type RESTPostAPIChannelThreadsJSONBody,
} from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { fileFacts } from '../messages/attachments.ts';
import { buildMessage, type MessageBody } from '../messages/build.ts';
import { sayInChannel } from '../messages/system.ts';
import { can } from '../rules/permissions.ts';
import { checkForumPost, checkThread } from '../rules/validate-thread.ts';
import { isForum, placeOf } from '../world/channels.ts';
import { addMessage, messageOf, updateMessage } from '../world/messages.ts';
import { permissionsOf } from '../world/permissions.ts';
import { announceMembers, makeThread, type NewThread } from '../world/threads.ts';
import type { ChannelState, World } from '../world/types.ts';
import { bodyOf, channelFor, guildOfChannel } from './common.ts';
import { created, param, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

/** Message types that a thread can start from. */
const WRITTEN = new Set<MessageType>([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
  MessageType.UserJoin,
]);

type Body = RESTPostAPIChannelThreadsJSONBody & { applied_tags?: string[]; message?: MessageBody };

const PARENTS = new Set<number>([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

function newThread(
  request: RouteRequest,
  parent: ChannelState,
  id: string,
  type: NewThread['type'],
): NewThread {
  const body = bodyOf<Body>(request);
  return {
    id,
    type,
    name: (body.name ?? '').trim(),
    ownerId: request.actor.user.id,
    autoArchiveMinutes: body.auto_archive_duration ?? parent.channel.default_auto_archive_duration ?? 1440,
    rateLimit: body.rate_limit_per_user ?? parent.channel.default_thread_rate_limit_per_user ?? 0,
    ...(body.invitable === undefined ? {} : { invitable: body.invitable }),
  };
}

/** Tells everybody who may see it, then who joined. */
function announce(world: World, state: ChannelState): void {
  world.emit({ t: 'THREAD_CREATE', d: { ...state.channel, newly_created: true }, ...placeOf(state) });
  announceMembers(world, state, [...state.threadMembers.keys()], []);
}

const publicTypeOf = (parent: ChannelState): NewThread['type'] =>
  parent.channel.type === ChannelType.GuildAnnouncement
    ? ChannelType.AnnouncementThread
    : ChannelType.PublicThread;

/** A thread under a message; it takes the message's id. */
function startFromMessage(request: RouteRequest): RouteAnswer {
  const { world, actor } = request;
  const parent = channelFor(request, P.ViewChannel | P.CreatePublicThreads);
  const guild = guildOfChannel(world, parent);
  if (!PARENTS.has(parent.channel.type)) throw refuse(50024);
  const record = messageOf(parent, param(request, 'message_id'));
  checkThread(request.body, { fromMessage: true });
  if (!WRITTEN.has(record.message.type)) throw refuse(50068);
  if (world.channels.has(record.message.id)) throw refuse(160_004);
  const state = makeThread(
    world,
    guild,
    parent,
    newThread(request, parent, record.message.id, publicTypeOf(parent)),
  );
  announce(world, state);
  const flags = (record.message.flags ?? 0) | MessageFlags.HasThread;
  updateMessage(world, parent, record, { flags, thread: state.channel as APIMessage['thread'] & object });
  sayInChannel(world, state, actor.user, MessageType.ThreadStarterMessage, {
    message_reference: {
      type: MessageReferenceType.Default,
      guild_id: guild.id,
      channel_id: parent.id,
      message_id: record.message.id,
    },
    referenced_message: record.message,
  });
  return created(withMember(state, actor.user.id));
}

/** A thread of its own, or a post where the channel is a forum. */
function start(request: RouteRequest): RouteAnswer {
  const { world, actor } = request;
  const parent = channelFor(request, P.ViewChannel);
  const guild = guildOfChannel(world, parent);
  if (isForum(parent.channel)) return startPost(request, parent);
  if (!PARENTS.has(parent.channel.type)) throw refuse(50024);
  checkThread(request.body, { fromMessage: false });
  const type = bodyOf<Body>(request).type ?? ChannelType.PrivateThread;
  channelFor(request, type === ChannelType.PrivateThread ? P.CreatePrivateThreads : P.CreatePublicThreads);
  const state = makeThread(world, guild, parent, newThread(request, parent, world.snowflake(), type));
  announce(world, state);
  if (type !== ChannelType.PrivateThread) {
    sayInChannel(world, parent, actor.user, MessageType.ThreadCreated, {
      content: state.channel.name ?? '',
      message_reference: { type: MessageReferenceType.Default, guild_id: guild.id, channel_id: state.id },
    });
  }
  return created(withMember(state, actor.user.id));
}

/** A post: its first message has the thread's id. */
function startPost(request: RouteRequest, forum: ChannelState): RouteAnswer {
  const { world, actor } = request;
  const guild = guildOfChannel(world, forum);
  channelFor(request, P.SendMessages);
  const permissions = permissionsOf(world, actor.user.id, forum);
  checkForumPost(
    request.body,
    {
      tags: forum.channel.available_tags ?? [],
      flags: forum.channel.flags ?? 0,
      manageThreads: can(permissions, P.ManageThreads),
    },
    { files: request.files.map(fileFacts) },
  );
  const body = bodyOf<Body>(request);
  const thread = newThread(request, forum, world.snowflake(), ChannelType.PublicThread);
  const state = makeThread(world, guild, forum, { ...thread, appliedTags: body.applied_tags ?? [] });
  announce(world, state);
  const message = buildMessage(world, {
    state,
    author: actor.user,
    body: body.message ?? {},
    files: request.files,
    permissions,
    standardMentions: ['users', 'roles', 'everyone'],
    more: { id: state.id },
  });
  addMessage(world, state, message);
  return created({ ...withMember(state, actor.user.id), message });
}

function withMember(state: ChannelState, userId: string): object {
  return { ...state.channel, member: state.threadMembers.get(userId) };
}

/** Starting threads and forum posts. */
export const threadStartRoutes: readonly Route[] = [
  { method: 'POST', path: '/channels/:channel_id/messages/:message_id/threads', handle: startFromMessage },
  { method: 'POST', path: '/channels/:channel_id/threads', handle: start },
];
