import type { REST } from '@discordjs/rest';
import { type APIGuildMember, Routes } from 'discord-api-types/v10';
import type { Result } from './failure.ts';
import { limits } from './limits.ts';
import { sorted } from './messenger.ts';

export interface RoleGift {
  guildId: string;
  userId: string;
  roleId: string;
  /** For the server's audit log; cut to 512 characters. */
  reason: string;
}

/**
 * Gives a role; to somebody who has it already that is fine. `gone`: the person left, or the role is deleted.
 * `forbidden`: Manage Roles is missing, or the role stands above Hearth's own.
 */
export function giveRole(
  rest: REST,
  { guildId, userId, roleId, reason }: RoleGift,
): Promise<Result<undefined>> {
  return sorted<undefined>(() =>
    rest.put(Routes.guildMemberRole(guildId, userId, roleId), {
      reason: reason.slice(0, limits.auditReason),
    }),
  );
}

/** Takes a role; from somebody who does not have it that is fine. Fails as giveRole does. */
export function takeRole(
  rest: REST,
  { guildId, userId, roleId, reason }: RoleGift,
): Promise<Result<undefined>> {
  return sorted<undefined>(() =>
    rest.delete(Routes.guildMemberRole(guildId, userId, roleId), {
      reason: reason.slice(0, limits.auditReason),
    }),
  );
}

/** The roles that somebody has now. `gone`: they are not in the guild. */
export async function rolesOf(
  rest: REST,
  guildId: string,
  userId: string,
): Promise<Result<readonly string[]>> {
  const member = await sorted<APIGuildMember>(() => rest.get(Routes.guildMember(guildId, userId)));
  return member.ok ? { ok: true, value: member.value.roles } : member;
}
