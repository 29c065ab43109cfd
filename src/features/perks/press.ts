import { controls } from '../../discord/controls.ts';
import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { refusalOfForm } from '../../discord/kept-form.ts';
import { privately } from '../../discord/press.ts';
import { container, text } from '../../discord/ui.ts';
import { shown, shownText } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { UserError } from '../../shared/user-error.ts';
import type { PerkCall } from './ports.ts';

type Params = UserError['params'];

/** In the parameters of a refusal: roles become mentions, what was typed is escaped. */
export function refusalWords(params: Params): Params {
  const { role, typed, text: words } = params;
  return {
    ...params,
    ...(typeof role === 'string' ? { role: `<@&${role}>` } : {}),
    ...(typeof typed === 'string' ? { typed: shown(typed, 40) } : {}),
    ...(typeof words === 'string' ? { text: shown(words, 100) } : {}),
  };
}

/** Controls of perks: refusals name roles as Discord shows them. */
export const { on, worded } = controls(refusalWords);

export function about({ guildId, actor, now }: Call): PerkCall {
  return { guildId, actor, now };
}

/** A refusal of a form comes with what was typed, because the form itself is gone; so does a disk that is full. */
export async function keeping(call: Call, typed: string, run: () => Promise<Reply>): Promise<Reply> {
  try {
    return await run();
  } catch (error) {
    if (typed.trim() === '') throw error;
    const words = refusalOfForm(call, error, refusalWords);
    if (words === undefined) throw error;
    return privately(keptText(words, typed, call.t));
  }
}

/** What was typed, to copy, where it could not be taken. `refusal` is a sentence of ours. */
function keptText(refusal: string, typed: string, t: Translate): MessageBody {
  return {
    components: [text(t('perks.form.kept', { refusal })), container([text(shownText(typed, 2_500))])],
  };
}
