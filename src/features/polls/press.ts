import type {
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
  APISelectMenuOption,
} from 'discord-api-types/v10';
import { UserError } from '../../shared/user-error.ts';
import type { PollState } from './ports.ts';
import type { PressCall } from './surface-types.ts';

/** What was picked in a menu, as option indexes; a client may send anything, and NaN is refused further on. */
export function pickedIndexes(call: PressCall): number[] {
  return pickedValues(call).map((value) => (/^\d{1,3}$/u.test(value) ? Number(value) : Number.NaN));
}

export function pickedValues(call: PressCall): APISelectMenuOption['value'][] {
  const { data } = call.raw as APIMessageComponentInteraction;
  return 'values' in data && Array.isArray(data.values) ? data.values.map(String) : [];
}

export function asModal(call: PressCall): APIModalSubmitInteraction {
  return call.raw as APIModalSubmitInteraction;
}

/**
 * The poll's controls stand in its channel or thread, and nowhere else: a forged id must not tell somebody about
 * a poll in a channel that they cannot see.
 */
export function requireHere(call: PressCall, { poll }: PollState): void {
  if (call.channelId === poll.channelId || call.channelId === poll.threadId) return;
  throw new UserError('polls.refusals.wrong-channel', { channel: `<#${poll.channelId}>` });
}
