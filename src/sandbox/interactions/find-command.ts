import {
  type APIApplicationCommand,
  ApplicationCommandType,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { permissionsOf } from '../world/permissions.ts';
import type { ChannelState, Snowflake, World } from '../world/types.ts';

/** The commands that stand in this place: the guild's own and the global ones. */
export function commandsIn(world: World, guildId: Snowflake | undefined): APIApplicationCommand[] {
  const own = guildId === undefined ? undefined : world.commands.guild.get(guildId);
  return [...(own?.values() ?? []), ...world.commands.global.values()];
}

export interface Named {
  id?: string;
  name: string;
  type?: number;
}

/** By id, or by name and type; throws 10063. */
export function findCommand(
  world: World,
  guildId: Snowflake | undefined,
  named: Named,
): APIApplicationCommand {
  const type = named.type ?? ApplicationCommandType.ChatInput;
  const found = commandsIn(world, guildId).find((command) =>
    named.id === undefined ? command.name === named.name && command.type === type : command.id === named.id,
  );
  if (found === undefined) throw refuse(10063);
  return found;
}

/**
 * Whether Discord would let this user see and send the command here: USE_APPLICATION_COMMANDS, the contexts, and
 * `default_member_permissions` ("0" = administrators only).
 */
export function mayUse(
  world: World,
  userId: Snowflake,
  state: ChannelState,
  command: APIApplicationCommand,
): boolean {
  const permissions = permissionsOf(world, userId, state);
  if (state.guildId === undefined) return command.contexts?.includes(1) ?? command.dm_permission ?? true;
  if (command.contexts?.includes(0) === false) return false;
  if ((permissions & P.UseApplicationCommands) === 0n) return false;
  const needed = command.default_member_permissions;
  if (needed === null || needed === undefined || (permissions & P.Administrator) !== 0n) return true;
  const bits = BigInt(needed);
  return bits !== 0n && (permissions & bits) === bits;
}
