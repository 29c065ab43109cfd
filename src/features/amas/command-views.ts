import type {
  APIApplicationCommandBasicOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { ApplicationCommandType, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { choices, type DescribedPath, described, subcommand } from '../../discord/command-options.ts';
import { audienceTypes, staffTypes, stageTypes } from './draft-views.ts';
import { queueModes } from './model.ts';
import { browseOrders } from './private-custom-ids.ts';

/** How `/ama` looks in Discord's picker, in every language. What is for the team is checked when it is used. */
export function amaCommandData(): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...described('amas.command'),
    options: [
      subcommand('amas.command.ask', [anAma()]),
      subcommand('amas.command.questions', [
        anAma(),
        {
          ...texts('order'),
          type: Type.String,
          choices: choices(browseOrders, (each) => `amas.browse.orders.${each}`),
        },
      ]),
      subcommand('amas.command.mine', [anAma()]),
      subcommand('amas.command.list', [
        {
          ...texts('which'),
          type: Type.String,
          choices: choices(['open', 'past'], (each) => `amas.list.which.${each}`),
        },
      ]),
      subcommand('amas.command.show', [anAma()]),
      subcommand('amas.command.export', [
        anAma(),
        {
          ...texts('as'),
          type: Type.String,
          choices: choices(['markdown', 'csv'], (each) => `amas.command.files.${each}`),
        },
      ]),
      subcommand('amas.command.help', []),
      subcommand('amas.command.create', [
        { ...texts('channel'), type: Type.Channel, channel_types: [...audienceTypes] },
        { ...texts('stage'), type: Type.Channel, channel_types: [...stageTypes] },
        { ...texts('staff'), type: Type.Channel, channel_types: [...staffTypes] },
        {
          ...texts('queue'),
          type: Type.String,
          choices: choices(queueModes, (each) => `amas.command.queues.${each}`),
        },
        { ...texts('anonymous'), type: Type.Boolean },
        { ...texts('several'), type: Type.Boolean },
        { ...texts('attachments'), type: Type.Boolean },
      ]),
      subcommand('amas.command.panel', [anAma()]),
      subcommand('amas.command.edit', [anAma()]),
      subcommand('amas.command.cancel', [anAma()]),
    ],
  };
}

type OptionKey =
  Extract<DescribedPath, `amas.command.options.${string}`> extends `amas.command.options.${infer Key}`
    ? Key
    : never;

const texts = (option: OptionKey) => described(`amas.command.options.${option}`);

function anAma(): APIApplicationCommandBasicOption {
  return { ...texts('ama'), type: Type.String, autocomplete: true };
}
