import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { ApplicationCommandType, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { limits } from '../../discord/limits.ts';
import { plain } from '../../discord/words.ts';
import { descriptionTexts, nameTexts } from '../../i18n/command-texts.ts';
import type { PlainKey } from '../../i18n/messages.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type Category, ideaLimits } from './model.ts';
import type { Decision, IdeaSummary } from './ports.ts';
import { listStatuses } from './private-custom-ids.ts';

/** Options by what they are called in the code; Discord sends these names whatever the language. */
export const optionNames = {
  idea: 'idea',
  into: 'into',
  to: 'to',
  status: 'status',
  category: 'category',
  words: 'words',
} as const;

/** What staff can choose in `/idea status`. */
export const decisions = [
  'planned',
  'in-progress',
  'shipped',
  'declined',
  'in-review',
] as const satisfies readonly Decision[];

/** How `/idea` looks in Discord's picker, in every language. */
export function ideaCommandData(): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...nameTexts('ideas.command.name'),
    ...descriptionTexts('ideas.command.description'),
    options: [
      subcommand('submit'),
      subcommand('list', [
        string('status', { choices: listStatuses.map((each) => choice(each, `ideas.list.filters.${each}`)) }),
        string('category', { autocomplete: true }),
      ]),
      subcommand('show', [string('idea', { required: true, autocomplete: true })]),
      subcommand('mine'),
      subcommand('search', [string('words', { required: true, max_length: ideaLimits.searchText })]),
      subcommand('roadmap'),
      subcommand('help'),
      subcommand('status', [
        string('idea', { required: true, autocomplete: true }),
        string('to', {
          required: true,
          choices: decisions.map((each) => choice(each, `ideas.status.${each}`)),
        }),
      ]),
      subcommand('merge', [
        string('idea', { required: true, autocomplete: true }),
        string('into', { required: true, autocomplete: true }),
      ]),
      subcommand('export'),
    ],
  };
}

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

function subcommand(
  name: Subcommand,
  options: readonly APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption {
  return {
    type: Type.Subcommand,
    ...nameTexts(`ideas.command.${name}.name`),
    ...descriptionTexts(`ideas.command.${name}.description`),
    options: [...options],
  };
}

interface StringOptions {
  required?: true;
  max_length?: number;
  choices?: APIApplicationCommandOptionChoice<string>[];
}

function string(
  option: keyof typeof optionNames,
  more: StringOptions | { required?: true; autocomplete: true },
): APIApplicationCommandBasicOption {
  return {
    type: Type.String,
    ...nameTexts(`ideas.command.options.${option}.name`),
    ...descriptionTexts(`ideas.command.options.${option}.description`),
    ...more,
  };
}

function choice(value: string, key: PlainKey): APIApplicationCommandOptionChoice<string> {
  return { ...nameTexts(key), value };
}

/** For autocomplete: the number is the value, so that a changed or equal title does not matter. */
export function ideaChoices(
  ideas: readonly IdeaSummary[],
  t: Translate,
): APIApplicationCommandOptionChoice<string>[] {
  return ideas.slice(0, limits.choices).map(({ number, title }) => ({
    name: plain(
      t('ideas.list.choice', { number: String(number), title: plain(title, 80) }),
      limits.choiceText,
    ),
    value: String(number),
  }));
}

/** Categories whose name begins with, or holds, what is typed. */
export function categoryChoices(
  categories: readonly Category[],
  typed: string,
): APIApplicationCommandOptionChoice<string>[] {
  const wanted = typed.trim().toLowerCase();
  return categories
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, limits.choices)
    .map(({ key, name, emoji }) => ({
      name: plain(emoji === undefined ? name : `${emoji} ${name}`, limits.choiceText),
      value: key,
    }));
}
