import { controls, statusParams } from '../../discord/controls.ts';
import type { Call } from '../../discord/interaction.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { UserError } from '../../shared/user-error.ts';
import { ideaStatuses } from './model.ts';
import type { IdeaCall } from './ports.ts';

/** Statuses in the parameters of a refusal become words of the reader's language. */
export function statusWords(params: UserError['params'], t: Translate): UserError['params'] {
  return statusParams(params, ideaStatuses, (status) => t(`ideas.status.${status}`));
}

/** Controls of ideas: refusals name statuses in the presser's words. */
export const { on, worded } = controls(statusWords);

export function about({ guildId, actor, now }: Call): IdeaCall {
  return { guildId, actor, now };
}
