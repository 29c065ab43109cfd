import { customId, oneOf } from '../../discord/custom-id.ts';

/** The controls of the setup panel. The server is the one where they are pressed. */
export const zoneSelectId = customId('setup-zone', 1, {});
export const zoneButtonId = customId('setup-zone-other', 1, {});
export const zoneFormId = customId('setup-zone-form', 1, {});
export const languageId = customId('setup-language', 1, {});
export const staffRoleId = customId('setup-staff', 1, {});
export const channelId = customId('setup-channel', 1, { what: oneOf('polls', 'notices') });
export const creatorsId = customId('setup-creators', 1, {});
export const creatorRolesId = customId('setup-creator-roles', 1, {});

/** The text field of the time zone modal. */
export const zonePart = 'zone';
