import type { ModalInputs } from '../../discord/inputs.ts';
import { UserError } from '../../shared/user-error.ts';
import { parts } from './custom-ids.ts';
import { isPlainWeights, mostRoles } from './form-views.ts';
import type { PollInput, PollKind, Privacy, Recurrence, ResultsShown } from './model.ts';
import { asTyped } from './rules.ts';

/** What came back from the forms, as input for a draft. A client may send anything: unknown words are left out. */

const kinds: readonly PollKind[] = ['single', 'multiple', 'ranked', 'rating'];
const privacies: readonly Privacy[] = ['open', 'staff-blind', 'sealed'];
const results: readonly ResultsShown[] = ['live', 'after-voting', 'at-closing'];
const recurrences: readonly Recurrence[] = ['never', 'weekly', 'monthly'];

function known<T extends string>(words: readonly T[], value: string | undefined): T | undefined {
  return words.find((word) => word === value);
}

/** Only the entries that are there, so that merging over a draft leaves the others alone. */
function present(input: Partial<PollInput>): Partial<PollInput> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

/** Words of the closed sets, from form or command. */
export function chosenWords(choice: {
  kind?: string | undefined;
  privacy?: string | undefined;
  results?: string | undefined;
  repeat?: string | undefined;
}): Partial<PollInput> {
  return present({
    kind: known(kinds, choice.kind),
    privacy: known(privacies, choice.privacy),
    resultsShown: known(results, choice.results),
    recurrence: known(recurrences, choice.repeat),
  });
}

export type IsEmojiUsable = (emojiId: string) => boolean;

/** Discord refuses a whole message for one custom emoji that the bot cannot use, so such ones are taken out. */
export function usableEmoji(options: string, isUsable: IsEmojiUsable): string {
  return options.replace(/<a?:\w{2,32}:(\d{17,20})>/gu, (emoji, id: string) => (isUsable(id) ? emoji : ''));
}

export function draftInput(form: ModalInputs, isUsable: IsEmojiUsable): Partial<PollInput> {
  return {
    question: form.text(parts.question),
    options: usableEmoji(form.text(parts.options), isUsable),
    closes: form.text(parts.closes),
    ...chosenWords({ kind: form.one(parts.kind), privacy: form.one(parts.privacy) }),
  };
}

export function rulesInput(form: ModalInputs): Partial<PollInput> {
  const extras = form.many(parts.extras);
  return {
    ...chosenWords({ results: form.one(parts.results), repeat: form.one(parts.repeat) }),
    voterRoleIds: form.many(parts.voters).slice(0, mostRoles),
    closeEarly: extras.includes('close-early'),
    thread: extras.includes('thread'),
    opens: form.text(parts.starts),
  };
}

/** `before` holds weights that the form could only show. Throws a refusal for a quorum that is no number. */
export function countingInput(form: ModalInputs, before: PollInput): Partial<PollInput> {
  return {
    quorum: wholeNumber(form.text(parts.quorum)),
    ...(before.kind === 'multiple' ? { maxChoices: wholeNumber(form.one(parts.maxChoices) ?? '') } : {}),
    ...(isPlainWeights(before.weights) ? { weights: sameWeights(form) } : {}),
  };
}

function sameWeights(form: ModalInputs): PollInput['weights'] {
  const weight = wholeNumber(form.one(parts.weight) ?? '') ?? 2;
  return form
    .many(parts.weightRoles)
    .slice(0, mostRoles)
    .map((roleId) => ({ roleId, weight }));
}

function wholeNumber(text: string): number | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  if (!/^\d{1,7}$/u.test(typed))
    throw new UserError('polls.refusals.number-not-understood', { text: asTyped(typed) });
  return Number(typed);
}
