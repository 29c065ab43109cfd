import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { inPlace, privately } from '../../discord/press.ts';
import { UserError } from '../../shared/user-error.ts';
import { claimedView } from './claim-views.ts';
import { claimId, mineId, showId } from './custom-ids.ts';
import { mineView, showView } from './mine-views.ts';
import { about, on } from './press.ts';
import { minePageId } from './private-custom-ids.ts';
import type { PerkSurfaceDeps, PressCall } from './surface-types.ts';

/** What everybody does: look, claim, look again. */
export function claimComponents(deps: PerkSurfaceDeps): ComponentHandler[] {
  return [
    on('button', claimId, (call, { perk }) => claim(deps, call, perk)),
    // A new message beside the one that was pressed: that may be the card, or a list that stays.
    on('button', showId, (call, { perk }) => privately(showBody(deps, call, perk))),
    on('button', mineId, (call) => privately(mineBody(deps, call, 0))),
    on('button', minePageId, (call, { page }) => inPlace(call, mineBody(deps, call, page))),
  ];
}

export function mineBody({ perks }: PerkSurfaceDeps, call: Call, page: number): MessageBody {
  return mineView(perks.mine({ ...about(call), page }), call.t);
}

export function showBody({ perks }: PerkSurfaceDeps, call: Call, perkId: number): MessageBody {
  return showView(perks.perk({ ...about(call), perkId }), call.t);
}

/** Exactly one to exactly one; where something is missing, the answer says what. */
async function claim(deps: PerkSurfaceDeps, call: PressCall, perkId: number): Promise<Reply> {
  const { perks, writer } = deps;
  try {
    const asked = { ...about(call), perkId, interactionId: call.raw.id };
    const outcome = await writer.write(() => perks.claim(asked));
    if (outcome.first) deps.refresh(outcome.perk);
    return privately(claimedView(outcome, call.t));
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'perks.refusals.not-yet') throw error;
    return privately(showBody(deps, call, perkId));
  }
}
