import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { Translate } from '../i18n/translate.ts';
import { UserError } from '../shared/user-error.ts';
import type { CustomId } from './custom-id.ts';
import { type ComponentHandler, defineComponent } from './define-component.ts';
import type { Ack, Call, Reply } from './interaction.ts';

type PressCall = Call<APIMessageComponentInteraction | APIModalSubmitInteraction>;
type Params = UserError['params'];

/**
 * How a feature declares its controls: the parameters of its refusals are put into words of the reader's language by
 * `named` (a status, for instance, which is stored as a key).
 */
export function controls(named: (params: Params, t: Translate) => Params) {
  const worded = async <T>(t: Translate, run: () => T | Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      throw error instanceof UserError ? new UserError(error.code, named(error.params, t)) : error;
    }
  };
  return {
    /** What refuses, in the reader's words. */
    worded,
    on<Fields>(
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
    },
  };
}

/** Puts into words those parameters of a refusal that hold one of `keys`. */
export function statusParams<Key extends string>(
  params: Params,
  keys: readonly Key[],
  word: (key: Key) => string,
): Params {
  const entries = Object.entries(params).map(([name, value]) => {
    const key = ['status', 'from', 'to'].includes(name) ? keys.find((each) => each === value) : undefined;
    return [name, key === undefined ? value : word(key)] as const;
  });
  return Object.fromEntries(entries);
}
