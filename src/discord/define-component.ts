import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { CustomId } from './custom-id.ts';
import type { Ack, Call, Reply } from './interaction.ts';

/** A button, select or modal: which custom id it answers to, how it is acknowledged, what it does. */
export interface ComponentHandler<Fields = unknown> {
  kind: 'button' | 'select' | 'modal';
  id: CustomId<Fields>;
  ack: Ack;
  /** Permission bits that the presser needs, checked again at every press. */
  requires?: bigint;
  run(
    call: Call<APIMessageComponentInteraction | APIModalSubmitInteraction>,
    fields: Fields,
  ): Reply | Promise<Reply>;
}

export function defineComponent<Fields>(handler: ComponentHandler<Fields>): ComponentHandler<Fields> {
  return handler;
}
