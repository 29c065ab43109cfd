import type {
  APIApplicationCommandBasicOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { ApplicationCommandType, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { choices, type DescribedPath, described, subcommand } from '../../discord/command-options.ts';
import type { PlainKey } from '../../i18n/messages.ts';
import { listOrders, listStatuses } from './private-custom-ids.ts';

/** How `/idea` looks in Discord's picker, in every language. What is for staff is checked when it is used. */
export function ideaCommandData(): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...described('ideas.command'),
    options: [
      subcommand('ideas.command.submit', [{ ...texts('anonymous'), type: Type.Boolean }]),
      subcommand('ideas.command.list', [
        { ...texts('status'), type: Type.String, choices: choices(listStatuses, statusKey) },
        { ...texts('category'), type: Type.String, autocomplete: true },
        {
          ...texts('order'),
          type: Type.String,
          choices: choices(listOrders, (each) => `ideas.list.orders.${each}`),
        },
      ]),
      subcommand('ideas.command.show', [anIdea('idea')]),
      subcommand('ideas.command.mine', []),
      subcommand('ideas.command.search', [
        { ...texts('words'), type: Type.String, required: true, min_length: 1, max_length: 60 },
      ]),
      subcommand('ideas.command.roadmap', []),
      subcommand('ideas.command.help', []),
      subcommand('ideas.command.status', [
        anIdea('idea'),
        {
          ...texts('to'),
          type: Type.String,
          required: true,
          choices: choices(decisions, (each) => `ideas.status.${each}`),
        },
      ]),
      subcommand('ideas.command.merge', [anIdea('idea'), anIdea('into')]),
      subcommand('ideas.command.export', []),
    ],
  };
}

const decisions = ['in-review', 'planned', 'in-progress', 'shipped', 'declined'] as const;

type OptionKey =
  Extract<DescribedPath, `ideas.command.options.${string}`> extends `ideas.command.options.${infer Key}`
    ? Key
    : never;

function statusKey(status: (typeof listStatuses)[number]): PlainKey {
  return status === 'open' || status === 'any' ? `ideas.list.statuses.${status}` : `ideas.status.${status}`;
}

const texts = (option: OptionKey) => described(`ideas.command.options.${option}`);

function anIdea(name: 'idea' | 'into'): APIApplicationCommandBasicOption {
  return { ...texts(name), type: Type.String, required: true, autocomplete: true };
}
