import type {
  APIApplicationCommandBasicOption,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { ApplicationCommandType, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { choices, type DescribedPath, described, subcommand } from '../../discord/command-options.ts';
import { nameTexts } from '../../i18n/command-texts.ts';
import { boardPeriods, shoutoutLimits } from './model.ts';

/** How `/shoutout` looks in Discord's picker, in every language. What is for staff is checked when it is used. */
export function shoutoutCommandData(): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...described('shoutouts.command'),
    options: [
      subcommand('shoutouts.command.give', [
        { ...texts('member'), type: Type.User },
        { ...texts('member2'), type: Type.User },
        { ...texts('member3'), type: Type.User },
        aValue,
        { ...texts('reason'), type: Type.String, max_length: shoutoutLimits.reason },
      ]),
      subcommand('shoutouts.command.board', [
        {
          ...texts('period'),
          type: Type.String,
          choices: choices(boardPeriods, (each) => `shoutouts.board.periods.${each}`),
        },
        aValue,
      ]),
      subcommand('shoutouts.command.me', []),
      subcommand('shoutouts.command.help', []),
      subcommand('shoutouts.command.unsung', []),
      subcommand('shoutouts.command.log', []),
      subcommand('shoutouts.command.void', [
        { ...texts('shoutout'), type: Type.String, required: true, autocomplete: true },
      ]),
    ],
  };
}

type OptionKey =
  Extract<
    DescribedPath,
    `shoutouts.command.options.${string}`
  > extends `shoutouts.command.options.${infer Key}`
    ? Key
    : never;

const texts = (option: OptionKey) => described(`shoutouts.command.options.${option}`);

const aValue: APIApplicationCommandBasicOption = {
  ...texts('value'),
  type: Type.String,
  autocomplete: true,
};

/** In the menu of a person, or of a message. */
export function shoutoutMenuData(of: 'user' | 'message'): RESTPostAPIApplicationCommandsJSONBody {
  const type = of === 'user' ? ApplicationCommandType.User : ApplicationCommandType.Message;
  return { type, ...nameTexts(`shoutouts.menu.${of}.name`) };
}
