import type { CustomId } from '../../discord/custom-id.ts';
import { type ComponentHandler, defineComponent } from '../../discord/define-component.ts';
import type { Ack, Call, Reply } from '../../discord/interaction.ts';
import type { Translate } from '../../i18n/translate.ts';
import { UserError } from '../../shared/user-error.ts';
import { ideaStatuses } from './model.ts';
import type { IdeaCall } from './ports.ts';
import type { PressCall } from './surface-types.ts';

/** A control of ideas: refusals name statuses in the presser's words. */
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

export function statusWords(params: UserError['params'], t: Translate): UserError['params'] {
  const entries = Object.entries(params).map(([name, value]) => {
    const status = ['status', 'from', 'to'].includes(name)
      ? ideaStatuses.find((each) => each === value)
      : undefined;
    return [name, status === undefined ? value : t(`ideas.status.${status}`)] as const;
  });
  return Object.fromEntries(entries);
}

export function about({ guildId, actor, now }: Call): IdeaCall {
  return { guildId, actor, now };
}
