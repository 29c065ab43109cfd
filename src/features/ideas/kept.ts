import type { Call, Reply } from '../../discord/interaction.ts';
import { presentError } from '../../discord/present-error.ts';
import { privately } from '../../discord/press.ts';
import { sentenceFor } from '../../i18n/translator.ts';
import { UserError } from '../../shared/user-error.ts';
import { keptText } from './draft-views.ts';
import type { IdeaText } from './model.ts';
import { statusWords } from './press.ts';

/** A refusal of a form comes with what was typed, because the form itself is gone; so does a disk that is full. */
export async function keeping(
  call: Call,
  typed: Partial<Pick<IdeaText, 'title' | 'body' | 'problem'>>,
  run: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await run();
  } catch (error) {
    const { title = '', body = '', problem = '' } = typed;
    if (`${title}${body}${problem}`.trim() === '') throw error;
    const words = wordsFor(call, error);
    if (words === undefined) throw error;
    return privately(keptText(words, { title, body, problem }, call.t));
  }
}

/** Undefined: a mistake in the code, which is reported as any other. */
function wordsFor({ t, log }: Call, error: unknown): string | undefined {
  if (error instanceof UserError) return sentenceFor(t, error.code, statusWords(error.params, t));
  const { words, outcome } = presentError(error, t, '');
  if (outcome !== 'storage') return undefined;
  log.error({ err: error }, 'not saved');
  return words;
}
