import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { Writer } from '../../database/writer.ts';
import type { ReadAttachment } from '../../discord/attachments.ts';
import type { Result } from '../../discord/failure.ts';
import type { RoleOrder } from '../../discord/guild-info.ts';
import type { Call } from '../../discord/interaction.ts';
import type { Perk } from './model.ts';
import type { PerkPolicy, PerkService, ReadCodes } from './ports.ts';

/** What the command and components of perks need from outside. */
export interface PerkSurfaceDeps {
  perks: PerkService;
  writer: Writer;
  policy: PerkPolicy;
  /** Brings the card up to date, coalesced; costs nothing that has to be waited for. */
  refresh: (perk: Perk) => void;
  readAttachment: ReadAttachment;
  readCodes: ReadCodes;
  roleOrder: (guildId: string) => Promise<Result<RoleOrder>>;
}

export type PressCall = Call<APIMessageComponentInteraction | APIModalSubmitInteraction>;
