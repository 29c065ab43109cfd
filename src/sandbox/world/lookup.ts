import type { APIUser } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import type { ChannelState, GuildState, Member, Snowflake, World } from './types.ts';

/** The channel or thread; throws 10003. */
export function channelOf(world: World, channelId: Snowflake): ChannelState {
  const state = world.channels.get(channelId);
  if (state === undefined) throw refuse(10003);
  return state;
}

/** The guild; throws 10004. */
export function guildOf(world: World, guildId: Snowflake): GuildState {
  const guild = world.guilds.get(guildId);
  if (guild === undefined) throw refuse(10004);
  return guild;
}

/** The guild of somebody who is in it; throws 10004 where it does not exist, 50001 for outsiders. */
export function guildFor(world: World, guildId: Snowflake, userId: Snowflake): GuildState {
  const guild = guildOf(world, guildId);
  if (!guild.members.has(userId)) throw refuse(50001);
  return guild;
}

/** The member; throws 10007. */
export function memberOf(guild: GuildState, userId: Snowflake): Member {
  const member = guild.members.get(userId);
  if (member === undefined) throw refuse(10007);
  return member;
}

/** The user; throws 10013. */
export function userOf(world: World, userId: Snowflake): APIUser {
  const user = world.users.get(userId);
  if (user === undefined) throw refuse(10013);
  return user;
}

/** Key of the one DM channel between two users. */
export function dmKey(a: Snowflake, b: Snowflake): string {
  return a < b ? `${a}:${b}` : `${b}:${a}`;
}

/** The member as the wire has it inside messages: without the user. */
export function partialMember(member: Member): Omit<Member, 'user'> {
  const { user: _, ...rest } = member;
  return rest;
}
