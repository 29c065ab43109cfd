import { customId, integer, oneOf } from '../../discord/custom-id.ts';

/** Everything that can be pressed on messages of channels. Ids say what is meant; what is allowed is asked at each press. */
const ama = { ama: integer };
const question = { question: integer };

// Before and during, in the audience channel and the thread.
/**
 * Opens the form for a question. `on` changes nothing for whoever presses: it is how a message is found again that
 * may already stand there.
 */
export const askId = customId('ama-ask', 1, { ...ama, on: oneOf('card', 'again', 'air', 'browse', 'mine') });
/** Reminded before the start; pressed again, not any more. */
export const remindId = customId('ama-remind', 1, ama);
/** Opens the questions for the presser alone, with Support buttons. `on` as above. */
export const browseId = customId('ama-browse', 1, {
  ...ama,
  on: oneOf('card', 'again', 'air', 'answer', 'transcript', 'show', 'receipt'),
});
/**
 * One question for the presser alone. `on`, `event`: as above (`event` is a part of a long post, or the id of a trail
 * entry; 0 elsewhere).
 */
export const questionId = customId('ama-question', 1, {
  ...question,
  on: oneOf('answer', 'air', 'note', 'list'),
  event: integer,
});
/** The AMA for the presser alone. `on`, `event`: as above. */
export const showId = customId('ama-show', 1, {
  ...ama,
  on: oneOf('transcript', 'receipt', 'note', 'reminder', 'thread', 'list', 'overdue'),
  event: integer,
});

// For those who run it: on the panel, and on one's own card of a question.
export const runActions = [
  'on-air',
  'off-air',
  'answer',
  'prepared',
  'voice',
  'park',
  'skip',
  'merge',
  'prepare',
] as const;
export type RunAction = (typeof runActions)[number];
/** Where the button stands, and so what is shown next: `panel` in the channel, the rest for one person. */
export const runPlaces = ['panel', 'guest', 'card', 'review'] as const;
export type RunPlace = (typeof runPlaces)[number];
/** `answer`, `voice`, `merge` and `prepare` open a form; `prepared` posts what was prepared. */
export const runId = customId('ama-run', 1, {
  ...question,
  action: oneOf(...runActions),
  at: oneOf(...runPlaces),
});
export const panelActions = ['start', 'close', 'refresh', 'questions'] as const;
export type PanelAction = (typeof panelActions)[number];
/** `close` asks first; `refresh` stands on one's own copy only; `questions` opens those that are up next, page by page. */
export const panelId = customId('ama-panel', 1, {
  ...ama,
  action: oneOf(...panelActions),
  at: oneOf('panel', 'guest'),
});
/** A menu of questions (values are their row ids): opens the card of the one picked. */
export const pickId = customId('ama-pick', 1, { ...ama, from: oneOf('panel', 'queue', 'parked', 'list') });

// For moderators: the queue.
/** Opens the oldest question that waits; each action leads on to the next. */
export const reviewId = customId('ama-review', 1, ama);
