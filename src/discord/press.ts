import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import { MessageFlags } from 'discord-api-types/v10';
import { type ModalInputs, modalInputs } from './inputs.ts';
import type { Call, MessageBody, Reply } from './interaction.ts';
import { container, text } from './ui.ts';

/** What most buttons, menus and forms do with what was pressed, and how they answer. */
type Press = Call<APIMessageComponentInteraction | APIModalSubmitInteraction>;

/** Whether the control stood on a message that only the presser sees. */
export function isPrivate(call: Press): boolean {
  const { message } = call.raw;
  return ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** Takes the place of the presser's own message; a public one is left alone and answered privately. */
export function inPlace(call: Press, body: MessageBody): Reply {
  return isPrivate(call) ? { kind: 'update', body } : privately(body);
}

export function privately(body: MessageBody): Reply {
  return { kind: 'reply', ephemeral: true, body };
}

/** A sentence and nothing else. */
export function sentence(words: string): MessageBody {
  return { components: [container([text(words)])] };
}

export function typedIn(call: Press): ModalInputs {
  return modalInputs(call.raw as APIModalSubmitInteraction);
}

/** What was picked in a menu of one; a client may send anything. */
export function picked(call: Press): string | undefined {
  const { data } = call.raw as APIMessageComponentInteraction;
  return 'values' in data && Array.isArray(data.values) ? data.values.map(String)[0] : undefined;
}
