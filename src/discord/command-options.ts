import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
  APIApplicationCommandSubcommandOption,
} from 'discord-api-types/v10';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { descriptionTexts, nameTexts } from '../i18n/command-texts.ts';
import type { PlainKey } from '../i18n/messages.ts';

type PathOf<Key> = Key extends `${infer Path}.name`
  ? `${Path}.description` extends PlainKey
    ? Path
    : never
  : never;

/** Where the dictionaries have a `name` and a `description`, as for a command and its options. */
export type DescribedPath = PathOf<PlainKey>;

/** Name and description in every language; spread it into the command or option. */
export function described(path: DescribedPath) {
  // That both keys exist is what the type of the path says.
  return {
    ...nameTexts(`${path}.name` as PlainKey),
    ...descriptionTexts(`${path}.description` as PlainKey),
  };
}

export function subcommand(
  path: DescribedPath,
  options: readonly APIApplicationCommandBasicOption[],
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, ...described(path), options: [...options] };
}

/** The values of an option as they are stored, under their names in every language. At most 25. */
export function choices<const T extends string>(
  values: readonly T[],
  key: (value: T) => PlainKey,
): APIApplicationCommandOptionChoice<string>[] {
  return values.map((value) => ({ ...nameTexts(key(value)), value }));
}
