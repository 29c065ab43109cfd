import { guildObject } from '../world/guilds.ts';
import { guildPermissionsOf } from '../world/permissions.ts';
import { compareSnowflakes } from '../world/snowflake.ts';
import { guildOfPath, queryNumber } from './common.ts';
import { ok, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

export const guildRoutes: readonly Route[] = [
  { method: 'GET', path: '/guilds/:guild_id', handle: getGuild },
  { method: 'GET', path: '/guilds/:guild_id/preview', handle: getGuild },
  { method: 'GET', path: '/users/@me/guilds', handle: listGuilds },
];

function getGuild(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  const counted = request.query.get('with_counts') === 'true';
  const counts = {
    approximate_member_count: guild.members.size,
    approximate_presence_count: guild.members.size,
  };
  return ok({ ...guildObject(guild), ...(counted ? counts : {}) });
}

function listGuilds(request: RouteRequest): RouteAnswer {
  const { world, actor, query } = request;
  const limit = queryNumber(request, 'limit', { min: 1, max: 200, standard: 200 });
  const after = query.get('after') ?? '0';
  const own = [...world.guilds.values()].filter((guild) => guild.members.has(actor.user.id));
  const page = own
    .filter((guild) => compareSnowflakes(guild.id, after) > 0)
    .sort((a, b) => compareSnowflakes(a.id, b.id))
    .slice(0, limit);
  return ok(
    page.map((guild) => ({
      id: guild.id,
      name: guild.data.name,
      icon: guild.data.icon,
      banner: null,
      owner: guild.data.owner_id === actor.user.id,
      permissions: guildPermissionsOf(guild, actor.user.id).toString(),
      features: guild.data.features,
      ...(query.get('with_counts') === 'true'
        ? { approximate_member_count: guild.members.size, approximate_presence_count: guild.members.size }
        : {}),
    })),
  );
}
