import type { REST } from '@discordjs/rest';
import type { APIGuild, APIGuildChannel, APIGuildMember, APIOverwrite } from 'discord-api-types/v10';
import { PermissionFlagsBits, Routes } from 'discord-api-types/v10';
import { sorted } from './messenger.ts';
import { allows, permissionsInChannel } from './permissions.ts';

/** What Hearth may do in a channel: read what was said before it came, only hear what is said, or not even see it. */
export type Access = 'reads' | 'hears' | 'unseen';

/** The access to each channel of a guild by its id; undefined for one that Discord did not name, as a thread. */
export type AccessOf = (channelId: string) => Access | undefined;

/**
 * Asks Discord about all channels of a guild at once, so that none has to be tried: each refusal would count towards
 * Discord's limit of invalid requests. Where Discord does not say, nothing is known of any.
 */
export function ownAccess(deps: { rest: REST; ownId: () => string }) {
  const { rest, ownId } = deps;
  return async (guildId: string): Promise<AccessOf> => {
    const userId = ownId();
    const [guild, channels, member] = await Promise.all([
      sorted<APIGuild>(() => rest.get(Routes.guild(guildId))),
      sorted<(APIGuildChannel & { permission_overwrites?: APIOverwrite[] })[]>(() =>
        rest.get(Routes.guildChannels(guildId)),
      ),
      sorted<APIGuildMember>(() => rest.get(Routes.guildMember(guildId, userId))),
    ]);
    if (!guild.ok || !channels.ok || !member.ok) return () => undefined;
    const { owner_id: ownerId, roles } = guild.value;
    const self = { guildId, ownerId, roles, userId, memberRoleIds: member.value.roles };
    const known = new Map(
      channels.value.map(({ id, permission_overwrites: overwrites = [] }) => [
        id,
        accessWith(permissionsInChannel({ ...self, overwrites })),
      ]),
    );
    return (channelId) => known.get(channelId);
  };
}

function accessWith(permissions: bigint): Access {
  if (!allows(permissions, PermissionFlagsBits.ViewChannel)) return 'unseen';
  return allows(permissions, PermissionFlagsBits.ReadMessageHistory) ? 'reads' : 'hears';
}
