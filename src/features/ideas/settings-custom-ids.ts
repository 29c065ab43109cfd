import { customId, oneOf, text } from '../../discord/custom-id.ts';

/** The controls of the panel for ideas. The server is the one where they are pressed. */
export const ideaSetupPages = ['places', 'goals', 'rules'] as const;
export type IdeaSetupPage = (typeof ideaSetupPages)[number];

const form = { what: oneOf('goals', 'review', 'pace', 'categories') };
export type IdeaSetupForm = 'goals' | 'review' | 'pace' | 'categories';

export const setupPageId = customId('idea-setup-page', 1, { page: oneOf(...ideaSetupPages) });
export const setupChannelId = customId('idea-setup-channel', 1, {
  what: oneOf('ideas', 'staff', 'board', 'ledger'),
});
export const setupRoleId = customId('idea-setup-role', 1, {});
/** Says what it shall be, so that a second press does not undo the first. */
export const setupSwitchId = customId('idea-setup-switch', 1, {
  what: oneOf('queue', 'anonymity'),
  to: oneOf('on', 'off'),
});
/** Opens a form. */
export const setupEditId = customId('idea-setup-edit', 1, form);
export const setupFormId = customId('idea-setup-form', 1, form);
export const setupTryId = customId('idea-setup-try', 1, {});
/** Saves goals that were only tried, as `packGoals` writes them. */
export const setupUseId = customId('idea-setup-use', 1, { goals: text });

/** The fields of the forms. */
export const setupParts = {
  floor: 'floor',
  ladder: 'ladder',
  what: 'what',
  days: 'days',
  reviewers: 'reviewers',
  cooldown: 'cooldown',
  open: 'open',
  categories: 'categories',
} as const;
