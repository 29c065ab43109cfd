import { refuse } from '../errors.ts';
import { flag, isBody, snowflake } from '../rules/fields.ts';
import { bodySpot, settle } from '../rules/form.ts';
import { isDm, openDm, viewChannel } from '../world/channels.ts';
import { noContent, ok, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

/** The DM with somebody, made when first asked for. Whether messages arrive shows when one is sent (50007). */
function open(request: RouteRequest): RouteAnswer {
  const { world, actor } = request;
  const spot = bodySpot();
  const recipientId = snowflake(spot, isBody(request.body) ? request.body : {}, 'recipient_id', {
    required: true,
  });
  settle(spot);
  const recipient = world.users.get(recipientId ?? '');
  if (recipient === undefined || recipient.id === actor.user.id) throw refuse(50033);
  return ok(viewChannel(openDm(world, actor.user, recipient), actor.user.id));
}

function list(request: RouteRequest): RouteAnswer {
  const { world, actor } = request;
  if (actor.bot) return ok([]);
  const own = [...world.channels.values()].filter(
    ({ channel }) => isDm(channel) && channel.recipients?.some((user) => user.id === actor.user.id),
  );
  return ok(own.map((state) => viewChannel(state, actor.user.id)));
}

/** People can close their DMs to members of their servers, as in Discord's privacy settings. */
function settings(request: RouteRequest): RouteAnswer {
  const spot = bodySpot();
  const body = isBody(request.body) ? request.body : {};
  const restricted = flag(spot, body, 'default_guilds_restricted');
  settle(spot);
  const { id } = request.actor.user;
  if (restricted === true) request.world.closedDms.add(id);
  else if (restricted === false) request.world.closedDms.delete(id);
  return noContent();
}

/** Direct messages. */
export const dmRoutes: readonly Route[] = [
  { method: 'POST', path: '/users/@me/channels', handle: open },
  { method: 'GET', path: '/users/@me/channels', handle: list },
  { method: 'PATCH', path: '/users/@me/settings', auth: 'user', handle: settings },
];
