import type { Call, Reply } from '../../discord/interaction.ts';
import { refusalOfForm } from '../../discord/kept-form.ts';
import { privately } from '../../discord/press.ts';
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
    const words = refusalOfForm(call, error, (params) => statusWords(params, call.t));
    if (words === undefined) throw error;
    return privately(keptText(words, { title, body, problem }, call.t));
  }
}
