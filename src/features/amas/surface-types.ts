import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { Writer } from '../../database/writer.ts';
import type { ReadAttachment } from '../../discord/attachments.ts';
import type { GuildInfo } from '../../discord/guild-info.ts';
import type { Call } from '../../discord/interaction.ts';
import type { Ama } from './model.ts';
import type { AmaPolicy, AmaService } from './ports.ts';

/** What the commands and components of AMAs need from outside. */
export interface AmaSurfaceDeps {
  amas: AmaService;
  writer: Writer;
  policy: Pick<AmaPolicy, 'timeZone' | 'mayManage' | 'mayReveal'>;
  /** Brings announcement, card, panel and queue up to date, coalesced; costs nothing that has to be waited for. */
  refresh(ama: Ama): void;
  /** Fetches a picture that somebody has sent along. */
  readAttachment: ReadAttachment;
  ownPermissions: GuildInfo['ownPermissions'];
  ownServerPermissions: GuildInfo['ownServerPermissions'];
  isOpenToAll: GuildInfo['isOpenToAll'];
  /** What the server calls these people, for files; without those who left. */
  namesOf(guildId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Where staff hears from Hearth; the staff channel where no other was named. */
  noticesChannelOf(guildId: string): string | undefined;
}

export type PressCall = Call<APIMessageComponentInteraction | APIModalSubmitInteraction>;
