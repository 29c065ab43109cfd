import type { CustomId } from '../../discord/custom-id.ts';
import { type ComponentHandler, defineComponent } from '../../discord/define-component.ts';
import type { Ack, Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { refusalOfForm } from '../../discord/kept-form.ts';
import { privately } from '../../discord/press.ts';
import { container, text } from '../../discord/ui.ts';
import { shownText } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { UserError } from '../../shared/user-error.ts';
import { type Question, questionStatuses } from './model.ts';
import type { AmaCall } from './ports.ts';
import type { AmaSurfaceDeps, PressCall } from './surface-types.ts';

/** A control of AMAs: refusals name statuses in the presser's words. */
export function on<Fields>(
  kind: ComponentHandler['kind'],
  id: CustomId<Fields>,
  run: (call: PressCall, fields: Fields) => Reply | Promise<Reply>,
  ack: Ack = 'now',
): ComponentHandler {
  return defineComponent({
    kind,
    id,
    ack,
    run: (call, fields) => worded(call.t, () => run(call, fields)),
  });
}

/** Statuses in the parameters of a refusal become words of the reader's language. */
export async function worded<T>(t: Translate, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof UserError ? new UserError(error.code, statusWords(error.params, t)) : error;
  }
}

function statusWords(params: UserError['params'], t: Translate): UserError['params'] {
  const entries = Object.entries(params).map(([name, value]) => {
    const named = ['status', 'from', 'to'].includes(name);
    const status = named ? questionStatuses.find((each) => each === value) : undefined;
    return [name, status === undefined ? value : t(`amas.questionStatus.${status}`)] as const;
  });
  return Object.fromEntries(entries);
}

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
