import { customId, integer, oneOf } from '../../discord/custom-id.ts';

/**
 * What can be pressed on messages of channels (and on what one person sees). Ids say which perk is meant; whether it
 * can be claimed is asked at each press. `on` changes nothing for whoever presses: it keeps two buttons on one message
 * apart and tells a message that is looked for again.
 */
const place = { perk: integer, on: oneOf('card', 'mine', 'show') };

/** Hands it out, or shows again what was handed out. */
export const claimId = customId('perk-claim', 1, place);
/** One perk for the presser alone: how far along they are. */
export const showId = customId('perk-show', 1, place);
/** Everything that the presser can earn. */
export const mineId = customId('perk-mine', 1, { on: oneOf('card', 'show', 'help', 'claim') });
