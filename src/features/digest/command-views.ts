import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { described, subcommand } from '../../discord/command-options.ts';

/** How `/digest` looks in Discord's picker, in every language. */
export function digestCommandData(): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...described('digest.command'),
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      subcommand('digest.command.now', []),
      subcommand('digest.command.preview', []),
      subcommand('digest.command.schedule', []),
      subcommand('digest.command.history', []),
      subcommand('digest.command.export', []),
      subcommand('digest.command.report', [
        {
          ...described('digest.command.report.month'),
          type: ApplicationCommandOptionType.String,
          autocomplete: true,
        },
      ]),
      subcommand('digest.command.explain', []),
    ],
  };
}
