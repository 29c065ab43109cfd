import type { APIMessage } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { type Body, integer, isBody } from '../rules/fields.ts';
import { bodySpot, settle } from '../rules/form.ts';
import { readableBy } from '../world/blank.ts';
import { isThread } from '../world/channel-kinds.ts';
import { channelOf, guildFor } from '../world/lookup.ts';
import { viewMessage } from '../world/messages.ts';
import { requirePermissions } from '../world/permissions.ts';
import type { ChannelState, GuildState, MessageRecord, World } from '../world/types.ts';
import { param, type RouteRequest } from './route.ts';

/** The channel of the path, for somebody who holds `needed` in it. Throws 10003, 50001, 50013. */
export function channelFor(request: RouteRequest, needed: bigint): ChannelState {
  const state = channelOf(request.world, param(request, 'channel_id'));
  requirePermissions(request.world, request.actor.user.id, state, needed);
  return state;
}

/** The guild of the path, for one of its members. Throws 10004, 50001. */
export function guildOfPath(request: RouteRequest): GuildState {
  return guildFor(request.world, param(request, 'guild_id'), request.actor.user.id);
}

/** The guild that the channel belongs to; throws 50003 for DMs. */
export function guildOfChannel(world: World, state: ChannelState): GuildState {
  const guild = world.guilds.get(state.guildId ?? '');
  if (guild === undefined) throw refuse(50003);
  return guild;
}

/** Nothing in an archived thread changes before it is opened again. */
export function requireOpen(state: ChannelState): void {
  if (isThread(state.channel) && state.channel.thread_metadata?.archived === true) throw refuse(50083);
}

/** The JSON body after its checks; an absent one is empty. */
export function bodyOf<T extends object = Body>(request: RouteRequest): Partial<T> {
  return (isBody(request.body) ? request.body : {}) as Partial<T>;
}

/** A number in the query, such as `limit`. Throws 50035 outside its bounds. */
export function queryNumber(
  request: RouteRequest,
  key: string,
  bounds: { min: number; max: number; standard: number },
): number {
  const raw = request.query.get(key);
  if (raw === null) return bounds.standard;
  const spot = bodySpot();
  const value = integer(spot, { [key]: raw === '' ? raw : Number(raw) }, key, bounds);
  settle(spot);
  return value ?? bounds.standard;
}

/** A message as this actor may read it. */
export function readable(request: RouteRequest, state: ChannelState, record: MessageRecord): APIMessage {
  const { world, actor } = request;
  return readableBy(world, viewMessage(record, actor.user.id), actor.user.id, state.guildId !== undefined);
}

/** The fields with which events about a message begin. */
export function messagePlace(
  state: ChannelState,
  messageId: string,
): { channel_id: string; message_id: string; guild_id?: string } {
  const guild = state.guildId === undefined ? {} : { guild_id: state.guildId };
  return { channel_id: state.id, message_id: messageId, ...guild };
}
