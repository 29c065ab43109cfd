import { controls } from '../../discord/controls.ts';
import type { Call } from '../../discord/interaction.ts';
import { UserError } from '../../shared/user-error.ts';
import type { By, DigestSurfaceDeps } from './ports.ts';

/** Controls of digests; their refusals need no other words. */
export const { on, worded } = controls((params) => params);

export const by = ({ guildId, actor, now }: Call): By => ({ guildId, userId: actor.userId, now });

/** Whoever was staff when the panel opened may not be any more. */
export function requireManager(
  { policy }: Pick<DigestSurfaceDeps, 'policy'>,
  { guildId, actor }: Call,
): void {
  if (!policy.mayManage(guildId, actor)) throw new UserError('digest.refusals.staff-only');
}
