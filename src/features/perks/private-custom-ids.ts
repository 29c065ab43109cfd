import { customId, integer, oneOf } from '../../discord/custom-id.ts';
import { countedActs } from './model.ts';

/** Controls that stand on messages which one person sees, and forms. What they may do is asked at each press. */
const perk = { perk: integer };
/** Two buttons that lead to the same page, at an end, still differ by their direction. */
const leaf = { page: integer, turn: oneOf('back', 'on') };

export const minePageId = customId('perk-mine-page', 1, leaf);

// For admins.
export const createFormId = customId('perk-create', 1, {});
/** The panel of one perk: everything about it. */
export const panelId = customId('perk-panel', 1, { ...perk, on: oneOf('list', 'receipt', 'end', 'codes') });
/** `end` asks first. */
export const stepId = customId('perk-step', 1, {
  ...perk,
  action: oneOf('open', 'pause', 'end', 'end-now', 'post'),
});
/** Opens a form. */
export const formId = customId('perk-ask', 1, {
  ...perk,
  form: oneOf('edit', 'stock', 'codes', 'link', 'grant'),
});
export const editFormId = customId('perk-edit-form', 1, perk);
export const stockFormId = customId('perk-stock-form', 1, perk);
export const codesFormId = customId('perk-codes-form', 1, perk);
export const linkFormId = customId('perk-link-form', 1, perk);
export const grantFormId = customId('perk-grant-form', 1, perk);
/** Which role it gives. */
export const rewardRoleId = customId('perk-role', 1, perk);

// Conditions, on the panel.
/** A menu: what to ask for, or which condition goes. */
export const conditionId = customId('perk-condition', 1, perk);
export const conditionCountFormId = customId('perk-condition-form', 1, {
  ...perk,
  act: oneOf(...countedActs),
});
export const conditionRoleFormId = customId('perk-condition-role', 1, perk);

export const listPageId = customId('perk-list', 1, leaf);
/** A menu of the perks on this page. */
export const listOpenId = customId('perk-list-open', 1, {});

/** The fields of the forms. */
export const parts = {
  name: 'name',
  description: 'description',
  terms: 'terms',
  reward: 'reward',
  expires: 'expires',
  stock: 'stock',
  file: 'file',
  link: 'link',
  member: 'member',
  reason: 'reason',
  count: 'count',
  role: 'role',
} as const;
