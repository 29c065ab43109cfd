import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { ApplicationCommandType, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { descriptionTexts, nameTexts } from '../../i18n/command-texts.ts';
import type { PlainKey } from '../../i18n/messages.ts';
import { listOrders, listStatuses } from './private-custom-ids.ts';

/** How `/idea` looks in Discord's picker, in every language. What is for staff is checked when it is used. */
export function ideaCommandData(): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...nameTexts('ideas.command.name'),
    ...descriptionTexts('ideas.command.description'),
    options: [
      subcommand('submit', [{ ...texts('anonymous'), type: Type.Boolean }]),
      subcommand('list', [
        { ...texts('status'), type: Type.String, choices: choices(listStatuses, statusKey) },
        { ...texts('category'), type: Type.String, autocomplete: true },
        {
          ...texts('order'),
          type: Type.String,
          choices: choices(listOrders, (each) => `ideas.list.orders.${each}`),
        },
      ]),
      subcommand('show', [anIdea('idea')]),
      subcommand('mine', []),
      subcommand('search', [
        { ...texts('words'), type: Type.String, required: true, min_length: 1, max_length: 60 },
      ]),
      subcommand('roadmap', []),
      subcommand('help', []),
      subcommand('status', [
        anIdea('idea'),
        {
          ...texts('to'),
          type: Type.String,
          required: true,
          choices: choices(decisions, (each) => `ideas.status.${each}`),
        },
      ]),
      subcommand('merge', [anIdea('idea'), anIdea('into')]),
      subcommand('export', []),
    ],
  };
}

const decisions = ['in-review', 'planned', 'in-progress', 'shipped', 'declined'] as const;

type Subcommand =
  | 'submit'
  | 'list'
  | 'show'
  | 'mine'
  | 'search'
  | 'roadmap'
  | 'help'
  | 'status'
  | 'merge'
  | 'export';
type OptionKey =
  Extract<PlainKey, `ideas.command.options.${string}.name`> extends `ideas.command.options.${infer K}.name`
    ? K
    : never;

function statusKey(status: (typeof listStatuses)[number]): PlainKey {
  return status === 'open' || status === 'any' ? `ideas.list.statuses.${status}` : `ideas.status.${status}`;
}

function texts(option: OptionKey) {
  return {
    ...nameTexts(`ideas.command.options.${option}.name`),
    ...descriptionTexts(`ideas.command.options.${option}.description`),
  };
}

function subcommand(
  name: Subcommand,
  options: readonly APIApplicationCommandBasicOption[],
): APIApplicationCommandSubcommandOption {
  return {
    type: Type.Subcommand,
    ...nameTexts(`ideas.command.${name}.name`),
    ...descriptionTexts(`ideas.command.${name}.description`),
    options: [...options],
  };
}

function choices<T extends string>(
  values: readonly T[],
  key: (value: T) => PlainKey,
): APIApplicationCommandOptionChoice<string>[] {
  return values.map((value) => ({ ...nameTexts(key(value)), value }));
}

function anIdea(name: 'idea' | 'into'): APIApplicationCommandBasicOption {
  return { ...texts(name), type: Type.String, required: true, autocomplete: true };
}
