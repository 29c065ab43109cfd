import type { APIUser } from 'discord-api-types/v10';
import type { Call, Reply } from '../../discord/interaction.ts';
import { privately } from '../../discord/press.ts';
import { perkForAdmin } from './panel.ts';
import { about } from './press.ts';
import { grantedView } from './receipt-views.ts';
import { refuse } from './refuse.ts';
import type { PerkSurfaceDeps } from './surface-types.ts';

/** By hand: kept for somebody who is here. */
export async function grant(
  deps: PerkSurfaceDeps,
  call: Call,
  perkId: number,
  to: { userId: string; reason: string },
): Promise<Reply> {
  const { perks, writer } = deps;
  perkForAdmin(deps, call, perkId);
  requirePerson(call, to.userId);
  const given = await writer.write(() => perks.grant({ ...about(call), perkId, ...to }));
  const { perk } = perks.perk({ ...about(call), perkId });
  deps.refresh(perk);
  return privately(grantedView(perk, given, call.t));
}

/** Discord says of whoever is picked who they are; of others it says nothing. */
function requirePerson({ raw }: Call, userId: string): void {
  const { users = {}, members = {} } =
    (raw as { data?: { resolved?: { users?: Record<string, APIUser>; members?: Record<string, object> } } })
      .data?.resolved ?? {};
  if (!Object.hasOwn(users, userId)) refuse('perks.refusals.member-missing');
  if (users[userId]?.bot) refuse('perks.refusals.bot');
  if (!Object.hasOwn(members, userId)) refuse('perks.refusals.member-missing');
}
