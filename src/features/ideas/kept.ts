import type { Call, Reply } from '../../discord/interaction.ts';
import { privately } from '../../discord/press.ts';
import { sentenceFor } from '../../i18n/translator.ts';
import { UserError } from '../../shared/user-error.ts';
import { keptText } from './draft-views.ts';
import type { IdeaText } from './model.ts';
import { statusWords } from './press.ts';

/** A refusal of a form comes with what was typed, because the form itself is gone. */
export async function keeping(
  call: Call,
  typed: Partial<Pick<IdeaText, 'title' | 'body' | 'problem'>>,
  run: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await run();
  } catch (error) {
    const { title = '', body = '', problem = '' } = typed;
    if (!(error instanceof UserError) || `${title}${body}${problem}`.trim() === '') throw error;
    const words = sentenceFor(call.t, error.code, statusWords(error.params, call.t));
    if (words === undefined) throw error;
    return privately(keptText(words, { title, body, problem }, call.t));
  }
}
