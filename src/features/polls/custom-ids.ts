import { customId, integer, oneOf } from '../../discord/custom-id.ts';

/** Everything that can be pressed. They say which poll or draft is meant; what is allowed is asked at each press. */
const poll = { poll: integer };
const draft = { draft: integer };

// On the public card.
export const voteId = customId('poll-vote', 1, { poll: integer, option: integer });
export const chooseId = customId('poll-choose', 1, poll);
export const rankId = customId('poll-rank', 1, poll);
export const myVoteId = customId('poll-mine', 1, poll);
export const detailsId = customId('poll-details', 1, poll);

// On what only the voter sees.
export const withdrawId = customId('poll-withdraw', 1, poll);
export const rankPickId = customId('poll-rank-pick', 1, poll);
export const rankUndoId = customId('poll-rank-undo', 1, poll);
export const rankRestartId = customId('poll-rank-restart', 1, poll);

// The making of a poll.
export const draftFormId = customId('poll-draft-form', 1, draft);
export const draftRulesFormId = customId('poll-draft-rules', 1, draft);
export const draftCountingFormId = customId('poll-draft-counting', 1, draft);
export const draftActionId = customId('poll-draft', 1, {
  draft: integer,
  action: oneOf('publish', 'edit', 'rules', 'counting', 'cancel'),
});

// Details and steering.
export const whoVotedId = customId('poll-voters', 1, {
  poll: integer,
  page: integer,
  turn: oneOf('open', 'back', 'on'),
});
export const steerId = customId('poll-steer', 1, {
  poll: integer,
  action: oneOf(
    'close',
    'close-now',
    'extend',
    'reopen',
    'export',
    'cancel',
    'cancel-now',
    'stop',
    'stop-now',
    'back',
    'again',
  ),
});
export const untilFormId = customId('poll-until', 1, { poll: integer, action: oneOf('extend', 'reopen') });

export const listFilters = ['any', 'open', 'scheduled', 'closed', 'cancelled'] as const;
/** `turn` keeps the two buttons apart where both would lead to the same page. */
export const listPageId = customId('poll-list', 1, {
  page: integer,
  status: oneOf(...listFilters),
  turn: oneOf('newer', 'older'),
});
export const listFilterId = customId('poll-list-filter', 1, {});

/** The parts of the modals, read back by name. */
export const parts = {
  question: 'question',
  options: 'options',
  closes: 'closes',
  kind: 'kind',
  privacy: 'privacy',
  results: 'results',
  voters: 'voters',
  extras: 'extras',
  starts: 'starts',
  repeat: 'repeat',
  quorum: 'quorum',
  maxChoices: 'max-choices',
  weightRoles: 'weight-roles',
  weight: 'weight',
  until: 'until',
} as const;
