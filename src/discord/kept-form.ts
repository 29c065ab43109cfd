import { sentenceFor } from '../i18n/translator.ts';
import { UserError } from '../shared/user-error.ts';
import type { Call } from './interaction.ts';
import { presentError } from './present-error.ts';

/**
 * What to say above the words of a form that could not be taken, because the form itself is gone: the refusal, or that
 * it could not be saved (which is logged here). Undefined for a mistake in the code, which is reported as any other.
 * `named`: parameters of the refusal in the reader's words.
 */
export function refusalOfForm(
  { t, log }: Call,
  error: unknown,
  named: (params: UserError['params']) => UserError['params'],
): string | undefined {
  if (error instanceof UserError) return sentenceFor(t, error.code, named(error.params));
  const { words, outcome } = presentError(error, t, '');
  if (outcome !== 'storage') return undefined;
  log.error({ err: error }, 'not saved');
  return words;
}
