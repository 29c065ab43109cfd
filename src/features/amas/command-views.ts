import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { ApplicationCommandType, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { descriptionTexts, nameTexts } from '../../i18n/command-texts.ts';
import type { PlainKey } from '../../i18n/messages.ts';
import { audienceTypes, staffTypes, stageTypes } from './draft-views.ts';
import { queueModes } from './model.ts';
import { browseOrders } from './private-custom-ids.ts';

/** How `/ama` looks in Discord's picker, in every language. What is for the team is checked when it is used. */
export function amaCommandData(): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...nameTexts('amas.command.name'),
    ...descriptionTexts('amas.command.description'),
    options: [
      subcommand('ask', [anAma()]),
      subcommand('questions', [
        anAma(),
        {
          ...texts('order'),
          type: Type.String,
          choices: choices(browseOrders, (each) => `amas.browse.orders.${each}`),
        },
      ]),
      subcommand('mine', [anAma()]),
      subcommand('list', [
        {
          ...texts('which'),
          type: Type.String,
          choices: choices(['open', 'past'], (each) => `amas.list.which.${each}`),
        },
      ]),
      subcommand('show', [anAma()]),
      subcommand('export', [
        anAma(),
        {
          ...texts('as'),
          type: Type.String,
          choices: choices(['markdown', 'csv'], (each) => `amas.command.files.${each}`),
        },
      ]),
      subcommand('help', []),
      subcommand('create', [
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
      subcommand('panel', [anAma()]),
      subcommand('edit', [anAma()]),
      subcommand('cancel', [anAma()]),
    ],
  };
}

type Subcommand =
  | 'ask'
  | 'questions'
  | 'mine'
  | 'list'
  | 'show'
  | 'export'
  | 'help'
  | 'create'
  | 'panel'
  | 'edit'
  | 'cancel';
type OptionKey =
  Extract<PlainKey, `amas.command.options.${string}.name`> extends `amas.command.options.${infer K}.name`
    ? K
    : never;

function texts(option: OptionKey) {
  return {
    ...nameTexts(`amas.command.options.${option}.name`),
    ...descriptionTexts(`amas.command.options.${option}.description`),
  };
}

function subcommand(
  name: Subcommand,
  options: readonly APIApplicationCommandBasicOption[],
): APIApplicationCommandSubcommandOption {
  return {
    type: Type.Subcommand,
    ...nameTexts(`amas.command.${name}.name`),
    ...descriptionTexts(`amas.command.${name}.description`),
    options: [...options],
  };
}

function choices<const T extends string>(
  values: readonly T[],
  key: (value: T) => PlainKey,
): APIApplicationCommandOptionChoice<string>[] {
  return values.map((value) => ({ ...nameTexts(key(value)), value }));
}

function anAma(): APIApplicationCommandBasicOption {
  return { ...texts('ama'), type: Type.String, autocomplete: true };
}
