import { refuse } from '../errors.ts';
import { requirePermissions } from '../world/permissions.ts';
import { withMember } from '../world/voice.ts';
import { guildOfPath } from './common.ts';
import { ok, param, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

/** Where somebody is; throws 10065 for those who are in no voice channel, 50001 where it is out of sight. */
function get(request: RouteRequest, userId: string): RouteAnswer {
  const guild = guildOfPath(request);
  const { world, actor } = request;
  const state = guild.voiceStates.get(userId);
  const channel = world.channels.get(state?.channel_id ?? '');
  if (state === undefined || channel === undefined) throw refuse(10065);
  requirePermissions(world, actor.user.id, channel, 0n);
  return ok({ guild_id: guild.id, ...withMember(guild, state) });
}

const PATH = '/guilds/:guild_id/voice-states';

/** Who is in which voice channel (https://docs.discord.com/developers/resources/voice). */
export const voiceStateRoutes: readonly Route[] = [
  { method: 'GET', path: `${PATH}/@me`, handle: (request) => get(request, request.actor.user.id) },
  { method: 'GET', path: `${PATH}/:user_id`, handle: (request) => get(request, param(request, 'user_id')) },
];
