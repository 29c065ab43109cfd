import { controls } from '../../discord/controls.ts';
import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { refusalOfForm } from '../../discord/kept-form.ts';
import { privately } from '../../discord/press.ts';
import { container, text } from '../../discord/ui.ts';
import { shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { sentenceFor } from '../../i18n/translator.ts';
import type { UserError } from '../../shared/user-error.ts';
import type { ShoutoutCall } from './ports.ts';

type Params = UserError['params'];

/** In the parameters of a refusal: people become mentions, instants stamps, a mistake in settings its sentence. */
export function refusalWords(params: Params, t: Translate): Params {
  const { at, user, what } = params;
  return {
    ...params,
    ...(typeof at === 'number' ? { at: stamp(at, 'R') } : {}),
    ...(typeof user === 'string' ? { user: `<@${user}>` } : {}),
    ...(typeof what === 'string' ? { what: mistakeText(what, params, t) } : {}),
  };
}

function mistakeText(what: string, params: Params, t: Translate): string {
  return sentenceFor(t, `shoutouts.settings-mistakes.${what}`, params) ?? what;
}

/** Controls of shout-outs: refusals name people and instants as Discord shows them. */
export const { on, worded } = controls(refusalWords);

export function about({ guildId, actor, now }: Call): ShoutoutCall {
  return { guildId, actor, now };
}

/** A refusal of a form comes with what was typed, because the form itself is gone; so does a disk that is full. */
export async function keeping(call: Call, typed: string, run: () => Promise<Reply>): Promise<Reply> {
  try {
    return await run();
  } catch (error) {
    if (typed.trim() === '') throw error;
    const words = refusalOfForm(call, error, (params) => refusalWords(params, call.t));
    if (words === undefined) throw error;
    return privately(keptText(words, typed, call.t));
  }
}

/** What was typed, to copy, where it could not be taken. `refusal` is a sentence of ours. */
export function keptText(refusal: string, typed: string, t: Translate): MessageBody {
  return {
    components: [text(t('shoutouts.form.kept', { refusal })), container([text(shownText(typed, 2_500))])],
  };
}
