import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { Call } from '../../discord/interaction.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Idea, IdeaSettings } from './model.ts';
import type { IdeaActor, IdeaService } from './ports.ts';

/** What the commands and components of ideas need from outside. */
export interface IdeaSurfaceDeps {
  ideas: IdeaService;
  writer: Writer;
  settingsOf(guildId: string): IdeaSettings;
  /** Brings the public card up to date, coalesced; costs nothing that has to be waited for. */
  refreshIdea(idea: Idea): void;
  /** Staff. Only decides which buttons are shown; what is allowed is asked of the service at each press. */
  mayManage(guildId: string, actor: IdeaActor): boolean;
  /** Admins, who may look behind anonymity. */
  mayReveal(guildId: string, actor: IdeaActor): boolean;
  /** The server's language, for what a channel sees. */
  guildT(guildId: string): Translate;
  log: Logger;
}

export type PressCall = Call<APIMessageComponentInteraction | APIModalSubmitInteraction>;
