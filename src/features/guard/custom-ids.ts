import { customId, integer, oneOf } from '../../discord/custom-id.ts';

/** A card in the greeters' channel. Who may is asked at each press. */
export const cardId = customId('guard-card', 1, { card: integer, act: oneOf('take', 'give-back') });

/** What every control of a card begins with: by it a card is found again. */
export const cardMark = (card: number): string => cardId.build({ card, act: 'take' }).replace(/:take$/u, '');

/** The controls of the panel. The server is the one where they are pressed. */
export const guardChannelId = customId('guard-channel', 1, {});
export const guardRoleId = customId('guard-role', 1, {});
/** Opens the form. */
export const guardMinutesId = customId('guard-minutes', 1, {});
export const guardMinutesFormId = customId('guard-minutes-form', 1, {});

/** The field of the form. */
export const minutesPart = 'minutes';
