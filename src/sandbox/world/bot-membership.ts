import type { APIRole, RoleFlags } from 'discord-api-types/v10';
import { BOT } from '../community/texts/house.ts';
import { addMember, newMember, putRole } from './guilds.ts';
import type { GuildState, World } from './types.ts';

/**
 * Lets the bot in by its invite link: with a new role of its own, below all others, that has the documented least of
 * permissions. What its old role was allowed in single channels is gone, as on Discord. Nothing if it is there.
 */
export function inviteBot(world: World, guild: GuildState): void {
  const user = world.users.get(world.botId);
  if (user === undefined || guild.members.has(user.id)) return;
  const role = putRole(world, guild, ownRole(world, user.username));
  addMember(world, guild, newMember({ user, roles: [role.id], joinedAt: world.timestamp() }));
}

const ownRole = (world: World, name: string): APIRole => ({
  id: world.snowflake(),
  name,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  position: 1,
  permissions: BOT.toString(),
  managed: true,
  mentionable: false,
  flags: 0 as RoleFlags,
  tags: { bot_id: world.botId },
});
