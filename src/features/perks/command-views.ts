import type {
  APIApplicationCommandBasicOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { ApplicationCommandType, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { described, subcommand } from '../../discord/command-options.ts';
import { perkLimits } from './model.ts';

/** How `/perk` looks in Discord's picker, in every language. What is for admins is checked when it is used. */
export function perkCommandData(): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...described('perks.command'),
    options: [
      subcommand('perks.command.mine', []),
      subcommand('perks.command.show', [aPerk]),
      subcommand('perks.command.help', []),
      subcommand('perks.command.create', []),
      subcommand('perks.command.edit', [aPerk]),
      subcommand('perks.command.codes', [aPerk]),
      subcommand('perks.command.link', [aPerk]),
      subcommand('perks.command.open', [aPerk]),
      subcommand('perks.command.pause', [aPerk]),
      subcommand('perks.command.end', [aPerk]),
      subcommand('perks.command.post', [aPerk]),
      subcommand('perks.command.grant', [
        aPerk,
        { ...described('perks.command.options.member'), type: Type.User },
        { ...described('perks.command.options.reason'), type: Type.String, max_length: perkLimits.reason },
      ]),
      subcommand('perks.command.list', []),
      subcommand('perks.command.ledger', [
        { ...described('perks.command.options.ledgerPerk'), type: Type.String, autocomplete: true },
      ]),
      subcommand('perks.command.unclaimed', [aPerk]),
    ],
  };
}

const aPerk: APIApplicationCommandBasicOption = {
  ...described('perks.command.options.perk'),
  type: Type.String,
  required: true,
  autocomplete: true,
};
