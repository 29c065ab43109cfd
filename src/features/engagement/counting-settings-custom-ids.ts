import { customId } from '../../discord/custom-id.ts';

/** The controls of the panel for counting. The server is the one where they are pressed. */
export const leftOutId = customId('counting-left-out', 1, {});
/** Opens the form. */
export const keepId = customId('counting-keep', 1, {});
export const keepFormId = customId('counting-keep-form', 1, {});

/** The field of the form. */
export const monthsPart = 'months';
