import { ChannelFlags, MessageType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { sayInChannel } from '../messages/system.ts';
import { can, requirePermission } from '../rules/permissions.ts';
import { checkThreadEdit } from '../rules/validate-thread.ts';
import { isForum, updateChannel } from '../world/channels.ts';
import { permissionsOf, requirePermissions } from '../world/permissions.ts';
import type { ChannelData, ChannelState, ThreadMetadata, World } from '../world/types.ts';
import { bodyOf } from './common.ts';
import { ok, type RouteAnswer, type RouteRequest } from './route.ts';

interface Change {
  name: string;
  archived: boolean;
  locked: boolean;
  invitable: boolean;
  auto_archive_duration: number;
  rate_limit_per_user: number;
  flags: number;
  applied_tags: string[];
}

/** What the maker of a thread may change without managing threads. */
const OWN = new Set(['name', 'archived', 'auto_archive_duration', 'applied_tags', 'invitable']);
const METADATA = ['archived', 'locked', 'invitable', 'auto_archive_duration'] as const;

/**
 * PATCH /channels/:channel_id for a thread: name, tags, archive, lock. The maker may change most of it, whoever may write
 * may open an archived thread that is not locked, the rest needs MANAGE_THREADS.
 */
export function editThread(request: RouteRequest, state: ChannelState): RouteAnswer {
  const { world, actor } = request;
  const held = requirePermissions(world, actor.user.id, state, P.ViewChannel);
  const parent = world.channels.get(state.channel.parent_id ?? '');
  const manages = can(held, P.ManageThreads);
  const forum =
    parent && isForum(parent.channel)
      ? {
          tags: parent.channel.available_tags ?? [],
          flags: parent.channel.flags ?? 0,
          manageThreads: manages,
          current: state.channel.applied_tags ?? [],
        }
      : undefined;
  checkThreadEdit(request.body, forum);
  const change = bodyOf<Change>(request);
  requireMayEdit(request, state, change);
  requirePinRoom(world, state, change);
  const before = state.channel.name;
  updateChannel(world, state, changedFields(world, state, change));
  if (change.name !== undefined && change.name !== before) {
    sayInChannel(world, state, actor.user, MessageType.ChannelNameChange, {
      content: state.channel.name ?? '',
    });
  }
  return ok(state.channel);
}

function requireMayEdit({ world, actor }: RouteRequest, state: ChannelState, change: Partial<Change>): void {
  const held = permissionsOf(world, actor.user.id, state);
  const metadata = state.channel.thread_metadata;
  const keys = Object.keys(change);
  const opening = change.archived === false;
  if (metadata?.archived && !opening && keys.length > 0) throw refuse(50083);
  if (can(held, P.ManageThreads)) return;
  if (metadata?.locked) throw refuse(opening ? 160_005 : 50013);
  if (state.channel.owner_id === actor.user.id && keys.every((key) => OWN.has(key))) return;
  if (opening && keys.length === 1) return requirePermission(held, P.SendMessagesInThreads);
  throw refuse(50013);
}

/** A forum has one pinned post at most (30047). */
function requirePinRoom(world: World, state: ChannelState, change: Partial<Change>): void {
  const pinned = (channel: ChannelData): boolean => ((channel.flags ?? 0) & ChannelFlags.Pinned) !== 0;
  if (change.flags === undefined || (change.flags & ChannelFlags.Pinned) === 0 || pinned(state.channel))
    return;
  const rival = [...world.channels.values()].some(
    ({ channel }) =>
      channel.parent_id === state.channel.parent_id && channel.id !== state.id && pinned(channel),
  );
  if (rival) throw refuse(30047);
}

function changedFields(world: World, state: ChannelState, change: Partial<Change>): Partial<ChannelData> {
  const fields: Partial<ChannelData> = {};
  if (change.name !== undefined) fields.name = change.name.trim();
  if (change.flags !== undefined) fields.flags = change.flags;
  if (change.rate_limit_per_user !== undefined) fields.rate_limit_per_user = change.rate_limit_per_user ?? 0;
  if (change.applied_tags !== undefined) fields.applied_tags = change.applied_tags ?? [];
  const before = state.channel.thread_metadata;
  if (before === undefined || METADATA.every((key) => change[key] === undefined)) return fields;
  const metadata: ThreadMetadata = { ...before };
  for (const key of METADATA) if (change[key] !== undefined) Object.assign(metadata, { [key]: change[key] });
  if (metadata.archived !== before.archived) metadata.archive_timestamp = world.timestamp();
  return { ...fields, thread_metadata: metadata };
}
