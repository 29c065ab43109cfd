import { GuildScheduledEventStatus as Status } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { compareSnowflakes } from '../world/snowflake.ts';
import type { GuildState, ScheduledEventState } from '../world/types.ts';
import { queryNumber } from './common.ts';
import { noContent, ok, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

const PATH = '/guilds/:guild_id/scheduled-events/:event_id/users';

/** The only answer that people can give to an event. */
const INTERESTED = 1;

type Find = (request: RouteRequest) => { guild: GuildState; state: ScheduledEventState };

/** Routes about the people who are interested in an event, which `find` looks up from the path. */
export function eventUserRoutes(find: Find): Route[] {
  return [
    { method: 'GET', path: PATH, handle: (request) => list(request, find(request)) },
    {
      method: 'PUT',
      path: `${PATH}/@me`,
      auth: 'user',
      handle: (request) => subscribe(request, find(request), true),
    },
    {
      method: 'DELETE',
      path: `${PATH}/@me`,
      auth: 'user',
      handle: (request) => subscribe(request, find(request), false),
    },
  ];
}

function list(request: RouteRequest, { guild, state }: ReturnType<Find>): RouteAnswer {
  const limit = queryNumber(request, 'limit', { min: 1, max: 100, standard: 100 });
  const after = request.query.get('after');
  const before = request.query.get('before');
  const ids = [...state.subscriberIds]
    .filter((id) => after === null || compareSnowflakes(id, after) > 0)
    .filter((id) => before === null || compareSnowflakes(id, before) < 0)
    .sort(compareSnowflakes);
  const page = before !== null && after === null ? ids.slice(-limit) : ids.slice(0, limit);
  return ok(
    page.map((id) => {
      const member = request.query.get('with_member') === 'true' ? guild.members.get(id) : undefined;
      const user = request.world.users.get(id);
      return { guild_scheduled_event_id: state.event.id, user_id: id, response: INTERESTED, user, member };
    }),
  );
}

function subscribe(request: RouteRequest, { guild, state }: ReturnType<Find>, wanted: boolean): RouteAnswer {
  const { id } = request.actor.user;
  if (state.event.status === Status.Completed || state.event.status === Status.Canceled)
    throw refuse(180_000);
  if (state.subscriberIds.has(id) === wanted) return noContent();
  if (wanted) state.subscriberIds.add(id);
  else state.subscriberIds.delete(id);
  request.world.emit({
    t: `GUILD_SCHEDULED_EVENT_USER_${wanted ? 'ADD' : 'REMOVE'}`,
    d: { guild_scheduled_event_id: state.event.id, user_id: id, guild_id: guild.id },
    guildId: guild.id,
  });
  return noContent();
}
