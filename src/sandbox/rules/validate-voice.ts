import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { requirePermission } from './permissions.ts';

/**
 * Whether somebody may enter a voice channel: they see it, may connect, and it has room (MOVE_MEMBERS opens full ones).
 * Throws 50001, 50013.
 */
export function requireEntry(held: bigint, limit: number, present: number): void {
  requirePermission(held, P.ViewChannel | P.Connect);
  if (limit > 0 && present >= limit && (held & P.MoveMembers) === 0n) throw refuse(50013);
}
