import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandOptionChoice,
  APIChatInputApplicationCommandInteraction,
  APIContextMenuInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10';
import type { Ack, Call, Reply } from './interaction.ts';

type Answer = Reply | Promise<Reply>;

export interface SubcommandHandler {
  ack: Ack;
  run(call: Call<APIChatInputApplicationCommandInteraction>): Answer;
  /** At most 25 choices; must be quick and read only. */
  autocomplete?(
    call: Call<APIApplicationCommandAutocompleteInteraction>,
  ): APIApplicationCommandOptionChoice[] | Promise<APIApplicationCommandOptionChoice[]>;
}

export interface ChatCommand {
  type: 'chat';
  data: RESTPostAPIApplicationCommandsJSONBody;
  /** Keyed `sub`, `group sub`, or `` (empty) for a command without subcommands. */
  handlers: Readonly<Record<string, SubcommandHandler>>;
  /** Permission bits that the actor needs at every use, besides what Discord checks. */
  requires?: bigint;
}

export interface ContextMenuCommand {
  type: 'context-menu';
  data: RESTPostAPIApplicationCommandsJSONBody;
  ack: Ack;
  run(call: Call<APIContextMenuInteraction>): Answer;
  requires?: bigint;
}

export type Command = ChatCommand | ContextMenuCommand;

/** Names, descriptions and choices come localised from i18n; guild-only contexts are set here for all. */
export function defineCommand<C extends Command>(command: C): C {
  const data = {
    ...command.data,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  };
  return { ...command, data };
}
