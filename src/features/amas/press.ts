import { controls, statusParams } from '../../discord/controls.ts';
import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { refusalOfForm } from '../../discord/kept-form.ts';
import { privately } from '../../discord/press.ts';
import { container, text } from '../../discord/ui.ts';
import { shownText } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { UserError } from '../../shared/user-error.ts';
import { type Question, questionStatuses } from './model.ts';
import type { AmaCall } from './ports.ts';
import type { AmaSurfaceDeps } from './surface-types.ts';

/** Statuses in the parameters of a refusal become words of the reader's language. */
export function statusWords(params: UserError['params'], t: Translate): UserError['params'] {
  return statusParams(params, questionStatuses, (status) => t(`amas.questionStatus.${status}`));
}

/** Controls of AMAs: refusals name statuses in the presser's words. */
export const { on, worded } = controls(statusWords);

export function about({ guildId, actor, now }: Call): AmaCall {
  return { guildId, actor, now };
}

/** What everybody sees of the AMA follows. */
export function refreshOf({ amas, refresh }: AmaSurfaceDeps, { amaId }: Pick<Question, 'amaId'>): void {
  const ama = amas.amaOf(amaId);
  if (ama) refresh(ama);
}

/** A refusal of a form comes with what was typed, because the form itself is gone; so does a disk that is full. */
export async function keeping(
  call: Call,
  typed: readonly string[],
  run: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await run();
  } catch (error) {
    const kept = typed.filter((each) => each.trim() !== '');
    if (kept.length === 0) throw error;
    const words = refusalOfForm(call, error, (params) => statusWords(params, call.t));
    if (words === undefined) throw error;
    return privately(keptText(words, kept, call.t));
  }
}

/** What was typed, to copy, where it could not be taken. `refusal` is a sentence of ours. */
function keptText(refusal: string, typed: readonly string[], t: Translate): MessageBody {
  const each = Math.floor(3_000 / typed.length);
  const lines = typed.map((line) => shownText(line, each)).join('\n\n');
  return { components: [text(t('amas.form.kept', { refusal })), container([text(lines)])] };
}
