import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { Writer } from '../../database/writer.ts';
import type { ReadAttachment } from '../../discord/attachments.ts';
import type { Call } from '../../discord/interaction.ts';
import type { Idea } from './model.ts';
import type { IdeaPolicy, IdeaService } from './ports.ts';

/** What the commands and components of ideas need from outside. */
export interface IdeaSurfaceDeps {
  ideas: IdeaService;
  writer: Writer;
  policy: Pick<IdeaPolicy, 'settings' | 'mayManage' | 'mayReveal'>;
  /** Brings the public card up to date, coalesced; costs nothing that has to be waited for. */
  refreshIdea(idea: Idea): void;
  /** Who wrote a message, if Hearth can look and it is a person. */
  authorOf: (channelId: string, messageId: string) => Promise<string | undefined>;
  /** Fetches a picture that somebody has sent along. */
  readAttachment: ReadAttachment;
}

export type PressCall = Call<APIMessageComponentInteraction | APIModalSubmitInteraction>;
