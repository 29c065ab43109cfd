import type { APIOverwrite, APIRole } from 'discord-api-types/v10';
import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { kit } from '../i18n/locales/en/kit.ts';
import type { Translate } from '../i18n/translate.ts';
import { UserError } from '../shared/user-error.ts';

/** A permission that Hearth can name to people; Discord's own key, so that its bit follows. */
export type PermissionName = keyof typeof kit.permissions;

export const everyPermission = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

export function permissionBits(...names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
}

/** Whether every needed bit is there; Administrator stands for all of them. */
export function allows(permissions: bigint, needed: bigint): boolean {
  return (permissions & PermissionFlagsBits.Administrator) !== 0n || (permissions & needed) === needed;
}

/** Which of the needed permissions are missing, in the order given. */
export function missing(permissions: bigint, needed: readonly PermissionName[]): PermissionName[] {
  return needed.filter((name) => !allows(permissions, PermissionFlagsBits[name]));
}

/** Names as people find them in Discord's settings: "**View Channel** and **Send Messages**". */
export function permissionWords(t: Translate, names: readonly PermissionName[]): string {
  const words = names.map((name) => `**${t(`kit.permissions.${name}`)}**`);
  return new Intl.ListFormat(t.locale, { type: 'conjunction' }).format(words);
}

const named = Object.keys(kit.permissions) as PermissionName[];

/** The names behind bits, for words. Bits that Hearth never asks for have no name and are left out. */
export function permissionNames(bits: bigint): PermissionName[] {
  return named.filter((name) => (bits & PermissionFlagsBits[name]) !== 0n);
}

/**
 * Throws a refusal that says which permission Hearth itself lacks and where somebody can grant it. `channel` is
 * a mention, as `<#123>`.
 */
export function requireOwn(
  t: Translate,
  permissions: bigint,
  needed: readonly PermissionName[],
  channel: string,
): void {
  const lacking = missing(permissions, needed);
  if (lacking.length === 0) return;
  throw new UserError('kit.refusals.botMissingPermission', {
    permissions: permissionWords(t, lacking),
    channel,
  });
}

export interface MemberInServer {
  guildId: string;
  ownerId: string;
  userId: string;
  memberRoleIds: readonly string[];
  roles: readonly Pick<APIRole, 'id' | 'permissions'>[];
}

export interface MemberInChannel extends MemberInServer {
  overwrites: readonly APIOverwrite[];
}

/** What a member may do in the server at large, whatever its channels say. */
export function permissionsInServer({
  guildId,
  ownerId,
  userId,
  memberRoleIds,
  roles,
}: MemberInServer): bigint {
  if (userId === ownerId) return everyPermission;
  const held = new Set([guildId, ...memberRoleIds]);
  const base = roles.reduce((bits, role) => (held.has(role.id) ? bits | BigInt(role.permissions) : bits), 0n);
  return (base & PermissionFlagsBits.Administrator) === 0n ? base : everyPermission;
}

/** What a member may do in a channel, by Discord's published algorithm (topics/permissions). */
export function permissionsInChannel(member: MemberInChannel): bigint {
  const { guildId, userId, memberRoleIds, overwrites } = member;
  const base = permissionsInServer(member);
  if (base === everyPermission) return base;
  const held = new Set([guildId, ...memberRoleIds]);

  const everyone = overwrites.filter(({ id }) => id === guildId);
  const byRole = overwrites.filter(
    ({ id, type }) => type === OverwriteType.Role && id !== guildId && held.has(id),
  );
  const own = overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === userId);
  const permissions = [everyone, byRole, own].reduce(overwrite, base);
  return (permissions & PermissionFlagsBits.ViewChannel) === 0n ? 0n : permissions;
}

function overwrite(permissions: bigint, overwrites: readonly APIOverwrite[]): bigint {
  const denied = overwrites.reduce((bits, { deny }) => bits | BigInt(deny), 0n);
  const allowed = overwrites.reduce((bits, { allow }) => bits | BigInt(allow), 0n);
  return (permissions & ~denied) | allowed;
}
