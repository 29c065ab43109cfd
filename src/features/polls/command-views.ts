import type {
  APIApplicationCommandBasicOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { ApplicationCommandType, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { choices, type DescribedPath, described, subcommand } from '../../discord/command-options.ts';
import { listFilters } from './custom-ids.ts';
import { privacyKeys } from './words-views.ts';

/** How `/poll` looks in Discord's picker, in every language. */
export function pollCommandData(): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...described('polls.command'),
    options: [
      subcommand('polls.command.create', rules),
      subcommand('polls.command.quick', [
        string('question', { required: true }),
        string('options', { required: true }),
        kinds,
        string('closes', { max_length: 100 }),
        privacies,
      ]),
      subcommand('polls.command.list', [
        {
          ...texts('status'),
          type: Type.String,
          choices: choices(listFilters, (each) => `polls.statuses.${each}`),
        },
      ]),
      ...(['show', 'close', 'cancel', 'export'] as const).map((name) =>
        subcommand(`polls.command.${name}`, [poll]),
      ),
      ...(['extend', 'reopen'] as const).map((name) =>
        subcommand(`polls.command.${name}`, [poll, string('until', { required: true, max_length: 100 })]),
      ),
    ],
  };
}

type OptionKey =
  Extract<DescribedPath, `polls.command.options.${string}`> extends `polls.command.options.${infer Key}`
    ? Key
    : never;

const texts = (option: OptionKey) => described(`polls.command.options.${option}`);

function string(
  option: OptionKey,
  more: { required?: boolean; max_length?: number } = {},
): APIApplicationCommandBasicOption {
  return { ...texts(option), type: Type.String, ...more };
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
