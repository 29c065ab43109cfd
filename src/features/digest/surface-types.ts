import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { Call } from '../../discord/interaction.ts';

export type PressCall = Call<APIMessageComponentInteraction | APIModalSubmitInteraction>;
