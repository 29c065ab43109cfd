import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { ApplicationCommandType, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { descriptionTexts, nameTexts } from '../../i18n/command-texts.ts';
import type { PlainKey } from '../../i18n/messages.ts';
import { listFilters } from './custom-ids.ts';
import { privacyKeys } from './words-views.ts';

/** How `/poll` looks in Discord's picker, in every language. */
export function pollCommandData(): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...nameTexts('polls.command.name'),
    ...descriptionTexts('polls.command.description'),
    options: [
      subcommand('create', rules),
      subcommand('quick', [
        string('question', { required: true }),
        string('options', { required: true }),
        kinds,
        string('closes', { max_length: 100 }),
        privacies,
      ]),
      subcommand('list', [
        {
          ...texts('status'),
          type: Type.String,
          choices: choices(listFilters, (each) => `polls.statuses.${each}`),
        },
      ]),
      ...(['show', 'close', 'cancel', 'export'] as const).map((name) => subcommand(name, [poll])),
      ...(['extend', 'reopen'] as const).map((name) =>
        subcommand(name, [poll, string('until', { required: true, max_length: 100 })]),
      ),
    ],
  };
}

type Subcommand = 'create' | 'quick' | 'list' | 'show' | 'close' | 'cancel' | 'export' | 'extend' | 'reopen';
type OptionKey =
  Extract<PlainKey, `polls.command.options.${string}.name`> extends `polls.command.options.${infer K}.name`
    ? K
    : never;

function texts(option: OptionKey) {
  return {
    ...nameTexts(`polls.command.options.${option}.name`),
    ...descriptionTexts(`polls.command.options.${option}.description`),
  };
}

function subcommand(
  name: Subcommand,
  options: readonly APIApplicationCommandBasicOption[],
): APIApplicationCommandSubcommandOption {
  return {
    type: Type.Subcommand,
    ...nameTexts(`polls.command.${name}.name`),
    ...descriptionTexts(`polls.command.${name}.description`),
    options: [...options],
  };
}

function string(
  option: OptionKey,
  more: { required?: boolean; max_length?: number } = {},
): APIApplicationCommandBasicOption {
  return { ...texts(option), type: Type.String, ...more };
}

function choices<T extends string>(
  values: readonly T[],
  key: (value: T) => PlainKey,
): APIApplicationCommandOptionChoice<string>[] {
  return values.map((value) => ({ ...nameTexts(key(value)), value }));
}

const kinds: APIApplicationCommandBasicOption = {
  ...texts('kind'),
  type: Type.String,
  choices: choices(['single', 'multiple', 'ranked', 'rating'], (each) => `polls.kinds.${each}`),
};

const privacies: APIApplicationCommandBasicOption = {
  ...texts('privacy'),
  type: Type.String,
  choices: choices(['open', 'staff-blind', 'sealed'], (each) => `polls.privacies.${privacyKeys[each]}`),
};

const resultKeys = { live: 'live', 'after-voting': 'afterVoting', 'at-closing': 'atClosing' } as const;

/** What `/poll create` takes besides its form; also under the buttons of the preview. */
const rules: readonly APIApplicationCommandBasicOption[] = [
  {
    ...texts('results'),
    type: Type.String,
    choices: choices(
      ['live', 'after-voting', 'at-closing'],
      (each) => `polls.resultsShown.${resultKeys[each]}`,
    ),
  },
  { ...texts('role'), type: Type.Role },
  string('weights', { max_length: 1000 }),
  { ...texts('quorum'), type: Type.Integer, min_value: 1, max_value: 1_000_000 },
  { ...texts('maxChoices'), type: Type.Integer, min_value: 1, max_value: 25 },
  { ...texts('closeEarly'), type: Type.Boolean },
  { ...texts('thread'), type: Type.Boolean },
  string('starts', { max_length: 100 }),
  {
    ...texts('repeat'),
    type: Type.String,
    choices: choices(['never', 'weekly', 'monthly'], (each) => `polls.repeats.${each}`),
  },
];

const poll: APIApplicationCommandBasicOption = {
  ...texts('poll'),
  type: Type.String,
  required: true,
  autocomplete: true,
};
