import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { asModel, integer, snowflake, text } from '../rules/fields.ts';
import { bodySpot, settle } from '../rules/form.ts';
import { guildObject, removeMember, updateGuild } from '../world/guilds.ts';
import { requireGuildPermissions } from '../world/permissions.ts';
import type { GuildData } from '../world/types.ts';
import { bodyOf, guildOfPath } from './common.ts';
import { noContent, ok, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

const EDITABLE = [
  'name',
  'description',
  'verification_level',
  'system_channel_id',
  'rules_channel_id',
  'public_updates_channel_id',
  'preferred_locale',
];
const CHANNELS = ['system_channel_id', 'rules_channel_id', 'public_updates_channel_id'];

function edit(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  requireGuildPermissions(guild, request.actor.user.id, P.ManageGuild);
  const spot = bodySpot();
  const body = asModel(spot, request.body);
  if (body) {
    if (body['name'] !== undefined) text(spot, body, 'name', { required: true, min: 2, max: 100 });
    text(spot, body, 'description', { max: 300 });
    integer(spot, body, 'verification_level', { min: 0, max: 4 });
    for (const key of CHANNELS) snowflake(spot, body, key);
  }
  settle(spot);
  const change = bodyOf(request);
  const known = EDITABLE.filter((key) => change[key] !== undefined).map((key) => [key, change[key]]);
  updateGuild(request.world, guild, Object.fromEntries(known) as Partial<GuildData>);
  return ok(guildObject(guild));
}

/** The owner cannot leave. */
function leave(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  const { id } = request.actor.user;
  if (guild.data.owner_id === id) throw refuse(50055);
  removeMember(request.world, guild, id);
  return noContent();
}

/** Changing a guild, and leaving it. */
export const guildEditRoutes: readonly Route[] = [
  { method: 'PATCH', path: '/guilds/:guild_id', handle: edit },
  { method: 'DELETE', path: '/users/@me/guilds/:guild_id', handle: leave },
];
