import { customId, integer, oneOf, snowflake, text } from '../../discord/custom-id.ts';
import { boardPeriods } from './model.ts';

/** Controls that stand on messages which one person sees, and forms. What they may do is asked at each press. */
const shoutout = { shoutout: integer };
/** Two buttons that lead to the same page, at an end, still differ by their direction. */
const leaf = { page: integer, turn: oneOf('back', 'on') };

// Giving.
export const giveFormId = customId('shoutout-form', 1, {});
/** For a message in the channel of the form. */
export const sourceFormId = customId('shoutout-source-form', 1, { message: snowflake });
/** The same words were given before. */
export const draftId = customId('shoutout-draft', 1, { draft: integer, action: oneOf('give', 'drop') });
export const withdrawId = customId('shoutout-withdraw', 1, {
  ...shoutout,
  on: oneOf('receipt', 'details', 'story'),
});

// Boards and one's own story.
const shown = {
  period: oneOf(...boardPeriods),
  /** The key of a value, or nothing. */
  value: text,
};
export const boardPageId = customId('shoutout-board', 1, { ...shown, ...leaf });
export const boardPeriodId = customId('shoutout-board-period', 1, shown);
export const boardValueId = customId('shoutout-board-value', 1, { period: oneOf(...boardPeriods) });
/** Says what it shall be, so that a second press does not undo the first. */
export const hideId = customId('shoutout-hide', 1, { to: oneOf('hidden', 'shown') });

// For staff.
export const logPageId = customId('shoutout-log', 1, leaf);
/** A menu of the shout-outs on this page. */
export const logOpenId = customId('shoutout-log-open', 1, {});
export const ringsId = customId('shoutout-rings', 1, {});
/** Opens the form for the reason. */
export const voidId = customId('shoutout-void', 1, shoutout);
export const voidFormId = customId('shoutout-void-form', 1, shoutout);

/** The fields of the forms. */
export const parts = {
  receivers: 'receivers',
  value: 'value',
  reason: 'reason',
} as const;
