import { customId, integer, oneOf } from '../../discord/custom-id.ts';
import { ideaStatuses } from './model.ts';

/** Everything that can be pressed. They say which idea is meant; what is allowed is asked at each press. */
const idea = { idea: integer };

// On the public card, and under what is told in its thread.
/** Supports, and pressed again withdraws. */
export const supportId = customId('idea-support', 1, idea);
export const followId = customId('idea-follow', 1, idea);
/**
 * `on` and `event` change nothing for whoever presses: they are how a message is found again that may already
 * stand there. `event` is the id of the newest event told, of the case, of the page; 0 on the card.
 */
export const detailsId = customId('idea-details', 1, {
  idea: integer,
  on: oneOf('card', 'news', 'receipt', 'case', 'note', 'consent'),
  event: integer,
});

// After a merge. `idea` is the one that the supporters were moved to.
export const moveId = customId('idea-move', 1, { idea: integer, answer: oneOf('keep', 'withdraw') });
/** Opens a form: the author of the merged idea says why not. */
export const objectId = customId('idea-object', 1, { merge: integer });

// To the author of a message that somebody suggested.
export const consentId = customId('idea-consent', 1, { idea: integer, answer: oneOf('agree', 'refuse') });

// For staff: on the case, on the note of a queued idea.
/** Opens the form with the four criteria. */
export const scoreId = customId('idea-score', 1, idea);
/** Opens the form for the public reason; `from` is the status that the presser saw. */
export const decideId = customId('idea-decide', 1, {
  idea: integer,
  from: oneOf(...ideaStatuses),
  to: oneOf('planned', 'in-progress', 'shipped', 'declined', 'in-review'),
});
export const approveId = customId('idea-approve', 1, idea);
/** Opens the form for the reason; staff takes the idea back. */
export const takeBackId = customId('idea-take-back', 1, idea);
