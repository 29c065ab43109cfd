import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { sendPermission } from '../rules/permissions.ts';
import { placeOf } from '../world/channels.ts';
import { channelFor } from './common.ts';
import { noContent, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

function startTyping(request: RouteRequest): RouteAnswer {
  const { world, actor } = request;
  const seen = channelFor(request, P.ViewChannel);
  const state = channelFor(request, sendPermission(seen.channel));
  const member = world.guilds.get(state.guildId ?? '')?.members.get(actor.user.id);
  const guild = member ? { guild_id: state.guildId, member } : {};
  const d = {
    channel_id: state.id,
    user_id: actor.user.id,
    timestamp: Math.floor(request.now / 1000),
    ...guild,
  };
  world.emit({ t: 'TYPING_START', d, ...placeOf(state) });
  return noContent();
}

/** "… is typing". */
export const typingRoutes: readonly Route[] = [
  { method: 'POST', path: '/channels/:channel_id/typing', handle: startTyping },
];
