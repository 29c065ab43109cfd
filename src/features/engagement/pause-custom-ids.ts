import { customId, oneOf } from '../../discord/custom-id.ts';

/** What a member can do on their card; each says what it shall be, so that a second press does not undo the first. */
export const privacyActs = ['stop', 'go-on'] as const;
export type PrivacyAct = (typeof privacyActs)[number];

/** Of whoever presses it, on the server where it is pressed. */
export const privacyId = customId('privacy', 1, { act: oneOf(...privacyActs) });
