import { customId, type Field, integer, oneOf, snowflake } from '../../discord/custom-id.ts';
import { runPlaces } from './custom-ids.ts';

/** Controls that stand on messages which one person sees, and forms. What they may do is asked at each press. */
const ama = { ama: integer };
const question = { question: integer };
/** Two buttons that lead to the same page, at an end, still differ by their direction. */
const leaf = { page: integer, turn: oneOf('back', 'on') };
/** A channel, or none. */
const place: Field<string> = {
  write: (id) => (id === '' ? '-' : snowflake.write(id)),
  read: (written) => (written === '-' ? '' : snowflake.read(written)),
};

// Making one.
export const createFormId = customId('ama-create', 1, {
  channel: place,
  stage: place,
  staff: place,
  /** The switches below as bits, in their order. */
  bits: integer,
});
/** What can be switched. `review`: questions are looked at first. */
export const switches = ['review', 'anonymous', 'several', 'attachments'] as const;
export type Switch = (typeof switches)[number];
export const draftActionId = customId('ama-draft', 1, {
  draft: integer,
  action: oneOf('publish', 'edit', 'cancel', ...switches),
});
export const draftFormId = customId('ama-draft-form', 1, { draft: integer });
export const draftPlaceId = customId('ama-draft-place', 1, {
  draft: integer,
  which: oneOf('channel', 'stage', 'staff'),
});
export const cancelFormId = customId('ama-cancel-form', 1, ama);

// Asking.
export const askFormId = customId('ama-ask-form', 1, ama);
export const ownId = customId('ama-own', 1, {
  ...question,
  action: oneOf('withdraw', 'messages', 'silence'),
});
export const mineId = customId('ama-mine', 1, { ...ama, ...leaf });

// Reading.
export const browseOrders = ['support', 'new'] as const;
const browsed = { ...ama, order: oneOf(...browseOrders) };
export const browsePageId = customId('ama-browse-page', 1, { ...browsed, ...leaf });
/** `page`, `order`: what is shown again; `at` where the button stands. */
export const supportId = customId('ama-support', 1, {
  ...question,
  at: oneOf('list', 'card'),
  order: oneOf(...browseOrders),
  page: integer,
});
export const listId = customId('ama-list', 1, { which: oneOf('open', 'past'), ...leaf });
/** A menu of the AMAs on this page. */
export const listOpenId = customId('ama-list-open', 1, {});
export const nextUpId = customId('ama-next-up', 1, { ...ama, ...leaf });
export const trailId = customId('ama-trail', 1, { ...ama, ...leaf });
export const fileId = customId('ama-file', 1, { ...ama, as: oneOf('csv', 'markdown') });

// For those who moderate: on the card of a question.
export const moderations = [
  'approve',
  'decline',
  'edit',
  'tag',
  'asker',
  'block',
  'unblock',
  'reveal',
  'reveal-now',
  'show',
] as const;
export type Moderation = (typeof moderations)[number];
export const moderateId = customId('ama-moderate', 1, {
  ...question,
  action: oneOf(...moderations),
  at: oneOf(...runPlaces),
});
/** The oldest that waits after this question, which stays where it is. */
export const laterId = customId('ama-later', 1, question);
export const formNames = ['answer', 'voice', 'prepare', 'merge', 'decline', 'edit', 'tag'] as const;
export type FormName = (typeof formNames)[number];
export const formId = customId('ama-form', 1, {
  ...question,
  what: oneOf(...formNames),
  at: oneOf(...runPlaces),
});
export const closeNowId = customId('ama-close-now', 1, ama);

/** The fields of the forms. */
export const parts = {
  title: 'title',
  starts: 'starts',
  ends: 'ends',
  guests: 'guests',
  description: 'description',
  text: 'text',
  name: 'name',
  images: 'images',
  reason: 'reason',
  target: 'target',
  number: 'number',
} as const;
