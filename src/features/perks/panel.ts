import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { inPlace } from '../../discord/press.ts';
import type { Perk } from './model.ts';
import { panelView } from './panel-views.ts';
import { about } from './press.ts';
import { refuse } from './refuse.ts';
import type { PerkSurfaceDeps, PressCall } from './surface-types.ts';

/** Throws where this person does not run the server. */
export function requireAdmin({ policy }: Pick<PerkSurfaceDeps, 'policy'>, { guildId, actor }: Call): void {
  if (!policy.mayAdminister(guildId, actor)) refuse('perks.refusals.admins-only');
}

/** The perk, for somebody who may change it. */
export function perkForAdmin(deps: PerkSurfaceDeps, call: Call, perkId: number): Perk {
  requireAdmin(deps, call);
  return deps.perks.perk({ ...about(call), perkId }).perk;
}

export function panelBody(deps: PerkSurfaceDeps, call: Call, perkId: number, note?: string): MessageBody {
  const { perks } = deps;
  const perk = perkForAdmin(deps, call, perkId);
  const hasLink =
    perk.reward === 'link' &&
    perks.ledger({ ...about(call), perkId }).some(({ kind }) => kind === 'link-set');
  return panelView({ perk, trouble: perks.trouble(), hasLink }, note, call.t);
}

/** The panel anew, where it stood or as a new message, with a word on what became of the press. */
export function panelReply(deps: PerkSurfaceDeps, call: PressCall, perkId: number, note?: string): Reply {
  return inPlace(call, panelBody(deps, call, perkId, note));
}

/** Codes and links need the key that they are kept with. */
export function requireKey({ perks }: Pick<PerkSurfaceDeps, 'perks'>): void {
  if (perks.trouble() !== undefined) refuse('perks.refusals.off');
}
