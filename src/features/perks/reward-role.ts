import type { Call } from '../../discord/interaction.ts';
import { type RoleObstacle, roleObstacle } from '../../discord/role-obstacle.ts';
import type { PerkRefusalCode } from './ports.ts';
import { type PerkSurfaceRefusalCode, refuse } from './refuse.ts';
import type { PerkSurfaceDeps } from './surface-types.ts';

const refusals: Readonly<Record<RoleObstacle, PerkRefusalCode | PerkSurfaceRefusalCode>> = {
  roleGone: 'perks.refusals.role-gone',
  roleManaged: 'perks.refusals.role-managed',
  rolePowerful: 'perks.refusals.role-powerful',
  roleAboveYou: 'perks.refusals.role-above-you',
  roleNoPermission: 'perks.refusals.role-no-permission',
  roleAboveMe: 'perks.refusals.role-too-high',
};

/** Only a role that Hearth may give, and that whoever picked it could give too. Throws otherwise. */
export async function requireGivable(
  { roleOrder }: Pick<PerkSurfaceDeps, 'roleOrder'>,
  { guildId, actor }: Call,
  roleId: string,
): Promise<void> {
  const order = await roleOrder(guildId);
  if (!order.ok) refuse('perks.refusals.role-unchecked');
  const obstacle = roleObstacle({ ...order.value, roleId, guildId, actor });
  if (obstacle !== undefined) refuse(refusals[obstacle], { role: roleId });
}
