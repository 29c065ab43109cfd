import { customId, integer, oneOf, text } from '../../discord/custom-id.ts';
import type { blocks, SuggestionKind } from './model.ts';

/** What can be pressed on digests and on what one person sees. Who may is asked at each press. */

const suggestionKinds = [
  'reply-newcomers',
  'answer-ideas',
  'answer-questions',
  'thank',
  'reply-conversations',
  'wake-channel',
] as const satisfies readonly SuggestionKind[];

/** A digest that is only a preview has no number of its own. */
export const PREVIEW = 0;
const digest = { digest: integer };

export type BlockName = keyof typeof blocks;
export const blockNames = ['growth', 'activity', 'health'] as const satisfies readonly BlockName[];

/** Shows what to do, to the presser alone. */
export const suggestionId = customId('digest-do', 1, { ...digest, what: oneOf(...suggestionKinds) });
/** One thing of a suggestion, done in another feature. */
export const elsewhereId = customId('digest-thing', 1, {
  what: oneOf('answer-ideas', 'answer-questions', 'thank', 'wake-channel'),
  id: text,
});
/** The pictures in words. */
export const tableId = customId('digest-table', 1, digest);
export const explainId = customId('digest-explain', 1, { block: oneOf(...blockNames) });
/** Two buttons that lead to the same page, at an end, still differ by their direction. */
export const historyPageId = customId('digest-history', 1, { page: integer, turn: oneOf('back', 'on') });

export const scheduleChannelId = customId('digest-channel', 1, {});
export const scheduleCadenceId = customId('digest-cadence', 1, {});
export const scheduleWeekdayId = customId('digest-weekday', 1, {});
export const scheduleLocaleId = customId('digest-locale', 1, {});
export const scheduleTimeId = customId('digest-time', 1, {});
export const scheduleTimeFormId = customId('digest-time-form', 1, {});
/** The field of the form. */
export const parts = { time: 'time' } as const;
