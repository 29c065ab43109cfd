import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { flag, integer, isBody } from '../rules/fields.ts';
import { bodySpot, settle } from '../rules/form.ts';
import { can, permissionsInGuild } from '../rules/permissions.ts';
import { addMember, newMember } from '../world/guilds.ts';
import { channelOf, memberOf } from '../world/lookup.ts';
import { permissionsOf, requireGuildPermissions } from '../world/permissions.ts';
import type { GuildState, World } from '../world/types.ts';
import { timestampOf } from '../world/world.ts';
import { channelFor, guildOfChannel, guildOfPath } from './common.ts';
import { ok, param, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

const MAX_INVITES = 1000;
const DAY_S = 86_400;

interface Invite extends Record<string, unknown> {
  code: string;
  uses: number;
  max_uses: number;
  max_age: number;
  expires_at: string | null;
}

/** Seconds, uses and kind of a new invite: up to a week or for ever (0), up to 100 uses. */
function termsOf(request: RouteRequest) {
  const spot = bodySpot();
  const body = isBody(request.body) ? request.body : {};
  const max_age = integer(spot, body, 'max_age', { min: 0, max: 7 * DAY_S }) ?? DAY_S;
  const max_uses = integer(spot, body, 'max_uses', { min: 0, max: 100 }) ?? 0;
  const temporary = flag(spot, body, 'temporary') ?? false;
  flag(spot, body, 'unique');
  settle(spot);
  return { max_age, max_uses, temporary };
}

function create(request: RouteRequest): RouteAnswer {
  const { world, actor } = request;
  const state = channelFor(request, P.ViewChannel | P.CreateInstantInvite);
  const guild = guildOfChannel(world, state);
  const terms = termsOf(request);
  if (guild.invites.size >= MAX_INVITES) throw refuse(30016);
  const expires_at = terms.max_age === 0 ? null : timestampOf(request.now + terms.max_age * 1000);
  const invite: Invite = {
    type: 0,
    code: BigInt(world.snowflake()).toString(36),
    guild: partialGuild(guild),
    guild_id: guild.id,
    channel: { id: state.id, name: state.channel.name, type: state.channel.type },
    inviter: actor.user,
    uses: 0,
    ...terms,
    created_at: world.timestamp(),
    expires_at,
  };
  guild.invites.set(invite.code, invite);
  const { guild: _, channel: __, ...facts } = invite;
  world.emit({
    t: 'INVITE_CREATE',
    d: { ...facts, channel_id: state.id },
    guildId: guild.id,
    channelId: state.id,
  });
  return ok(invite);
}

const partialGuild = ({ id, data }: GuildState): object => ({
  id,
  name: data.name,
  splash: null,
  banner: null,
  description: data.description,
  icon: data.icon,
  features: data.features,
  verification_level: data.verification_level,
  vanity_url_code: null,
  nsfw_level: 0,
  nsfw: false,
  premium_subscription_count: 0,
});

/** Invites that still work. */
function alive(world: World, guild: GuildState): Invite[] {
  return ([...guild.invites.values()] as Invite[]).filter(
    ({ expires_at, uses, max_uses }) =>
      (expires_at === null || Date.parse(expires_at) > world.now()) && (max_uses === 0 || uses < max_uses),
  );
}

function inviteOf(request: RouteRequest): { guild: GuildState; invite: Invite } {
  const code = param(request, 'code');
  for (const guild of request.world.guilds.values()) {
    const invite = alive(request.world, guild).find((one) => one.code === code);
    if (invite) return { guild, invite };
  }
  throw refuse(10006);
}

const channelIdOf = (invite: Invite): string => (invite['channel'] as { id: string }).id;

function get(request: RouteRequest): RouteAnswer {
  const { guild, invite } = inviteOf(request);
  const { uses: _, max_uses: __, max_age: ___, temporary: ____, created_at: _____, ...facts } = invite;
  if (request.query.get('with_counts') !== 'true') return ok(facts);
  return ok({
    ...facts,
    approximate_member_count: guild.members.size,
    approximate_presence_count: guild.members.size,
  });
}

/** Needs MANAGE_CHANNELS in its channel or MANAGE_GUILD. */
function remove(request: RouteRequest): RouteAnswer {
  const { guild, invite } = inviteOf(request);
  const { world, actor } = request;
  const member = memberOf(guild, actor.user.id);
  const inChannel = permissionsOf(world, actor.user.id, channelOf(world, channelIdOf(invite)));
  if (!can(inChannel, P.ManageChannels) && !can(permissionsInGuild(guild, member), P.ManageGuild))
    throw refuse(50013);
  guild.invites.delete(invite.code);
  world.emit({
    t: 'INVITE_DELETE',
    d: { channel_id: channelIdOf(invite), guild_id: guild.id, code: invite.code },
    guildId: guild.id,
  });
  return ok(invite);
}

function accept(request: RouteRequest): RouteAnswer {
  const { guild, invite } = inviteOf(request);
  const { world, actor } = request;
  if (guild.bans.has(actor.user.id)) throw refuse(40007);
  if (!guild.members.has(actor.user.id)) {
    guild.invites.set(invite.code, { ...invite, uses: invite.uses + 1 });
    addMember(world, guild, newMember({ user: actor.user, joinedAt: world.timestamp() }));
  }
  return ok({ ...invite, uses: undefined, new_member: true });
}

function listOfChannel(request: RouteRequest): RouteAnswer {
  const state = channelFor(request, P.ViewChannel | P.ManageChannels);
  const invites = alive(request.world, guildOfChannel(request.world, state));
  return ok(invites.filter((invite) => channelIdOf(invite) === state.id));
}

function listOfGuild(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  requireGuildPermissions(guild, request.actor.user.id, P.ManageGuild);
  return ok(alive(request.world, guild));
}

/** Invites: making, listing, taking back, and joining by one. */
export const inviteRoutes: readonly Route[] = [
  { method: 'POST', path: '/channels/:channel_id/invites', handle: create },
  { method: 'GET', path: '/channels/:channel_id/invites', handle: listOfChannel },
  { method: 'GET', path: '/guilds/:guild_id/invites', handle: listOfGuild },
  { method: 'GET', path: '/invites/:code', handle: get },
  { method: 'POST', path: '/invites/:code', auth: 'user', handle: accept },
  { method: 'DELETE', path: '/invites/:code', handle: remove },
];
