import { customId, integer, oneOf, snowflake, text } from '../../discord/custom-id.ts';
import { ideaStatuses } from './model.ts';

/** Controls that stand on messages which one person sees, and forms. What they may do is asked at each press. */
const idea = { idea: integer };
/** Two buttons that lead to the same page, at an end, still differ by their direction. */
const leaf = { page: integer, turn: oneOf('back', 'on') };

// Submitting.
export const submitFormId = customId('idea-submit', 1, { as: oneOf('named', 'anonymous') });
/** The message that is suggested, in the channel of the form. Who wrote it is looked up again, and asked. */
export const suggestFormId = customId('idea-suggest', 2, { message: snowflake });
export const draftActionId = customId('idea-draft', 1, {
  draft: integer,
  action: oneOf('post', 'edit', 'cancel'),
});
export const draftFormId = customId('idea-draft-form', 1, { draft: integer });
/** "Support this one instead": drops the draft. */
export const insteadId = customId('idea-instead', 1, { draft: integer, idea: integer });

// The panel of an idea.
export const panelActions = [
  'show',
  'second-chance',
  'author',
  'block',
  'unblock',
  'reveal',
  'reveal-now',
  'undo-merge',
] as const;
export type PanelAction = (typeof panelActions)[number];
export const panelId = customId('idea-panel', 1, { ...idea, action: oneOf(...panelActions) });
export const formNames = ['edit', 'update', 'report'] as const;
/** Opens the form of that name. */
export const openFormId = customId('idea-open', 1, { ...idea, what: oneOf(...formNames) });
export const formId = customId('idea-form', 1, { ...idea, what: oneOf(...formNames, 'withdraw') });
export const scoreFormId = customId('idea-score-form', 1, idea);
export const decideFormId = customId('idea-decide-form', 1, {
  ...idea,
  from: oneOf(...ideaStatuses),
  to: oneOf('planned', 'in-progress', 'shipped', 'declined', 'in-review'),
});
export const objectFormId = customId('idea-object-form', 1, { merge: integer });
export const mergeNowId = customId('idea-merge-now', 1, { source: integer, target: integer });
/** The whole text, or the trail, page by page. */
export const pagesId = customId('idea-pages', 1, { ...idea, what: oneOf('text', 'trail'), ...leaf });

// Lists. Each control carries what the list shows.
export const listStatuses = [
  'open',
  'any',
  'gathering',
  'in-review',
  'planned',
  'in-progress',
  'shipped',
  'declined',
  'expired',
  'merged',
] as const;
export const listOrders = ['new', 'support'] as const;
const shown = {
  whose: oneOf('all', 'mine'),
  status: oneOf(...listStatuses),
  order: oneOf(...listOrders),
  /** The key of a category, or nothing. */
  category: text,
};
export const listPageId = customId('idea-list', 1, { ...shown, ...leaf });
export const listStatusId = customId('idea-list-status', 1, shown);
export const listCategoryId = customId('idea-list-category', 1, shown);
export const listOrderId = customId('idea-list-order', 1, shown);
/** A menu of the ideas on this page. */
export const listOpenId = customId('idea-list-open', 1, {});
export const searchPageId = customId('idea-search', 1, { text, ...leaf });

/** The fields of the forms. */
export const parts = {
  title: 'title',
  body: 'body',
  problem: 'problem',
  category: 'category',
  images: 'images',
  reason: 'reason',
  text: 'text',
} as const;
