import {
  type APIApplicationCommandOption,
  type APIAttachment,
  ApplicationCommandOptionType as T,
} from 'discord-api-types/v10';
import { type DiscordError, invalidForm } from '../errors.ts';
import { lengthOf } from '../rules/fields.ts';
import type { Snowflake } from '../world/types.ts';
import {
  type Place,
  type Resolved,
  resolveChannel,
  resolveMentionable,
  resolveRole,
  resolveUser,
} from './resolved.ts';

/** An option as a client sends it and the bot gets it. */
export interface SentOption {
  name: string;
  type: number;
  value?: string | number | boolean;
  focused?: boolean;
  options?: SentOption[];
}

export interface OptionContext extends Omit<Place, 'path'> {
  userId: Snowflake;
  resolved: Resolved;
  /** Uploaded files by the key that an option's value names. */
  attachments: ReadonlyMap<string, APIAttachment>;
  /** While the reader types nothing is complete: only names and types are checked. */
  autocomplete: boolean;
  /** The definition of the focused option, once found. */
  focused?: APIApplicationCommandOption;
}

/** Longest text of a string option that has no limit of its own. */
const MAX_STRING = 6000;

/** Checks what somebody filled in against the command's options and answers it in the bot's form. Throws 50035. */
export function readOptions(
  definitions: readonly APIApplicationCommandOption[],
  sent: readonly SentOption[],
  context: OptionContext,
  path: string,
): SentOption[] {
  const names = new Set<string>();
  const read = sent.map((option, index) => {
    const place = `${path}.${index}`;
    const definition = definitions.find((one) => one.name === option.name);
    if (definition === undefined) throw wrong(place, 'This command has no such option');
    if (definition.type !== option.type) throw wrong(place, 'The option has another type');
    if (names.has(option.name)) throw wrong(place, 'The option was given twice');
    names.add(option.name);
    return readOption(definition, option, context, place);
  });
  const grouped = definitions.some((one) => one.type === T.Subcommand || one.type === T.SubcommandGroup);
  if (grouped && read.length !== 1) throw wrong(path, 'Choose one subcommand');
  const missing = definitions.find((one) => one.required === true && !names.has(one.name));
  if (missing !== undefined && !context.autocomplete)
    throw wrong(path, `The option ${missing.name} is required`);
  return read;
}

const wrong = (path: string, message: string): DiscordError =>
  invalidForm(path, 'APPLICATION_COMMAND_OPTIONS_VALUE_INVALID', message);

function readOption(
  definition: APIApplicationCommandOption,
  sent: SentOption,
  context: OptionContext,
  path: string,
): SentOption {
  const { name, type } = definition;
  if (type === T.Subcommand || type === T.SubcommandGroup) {
    const below = readOptions(definition.options ?? [], sent.options ?? [], context, `${path}.options`);
    return { name, type, options: below };
  }
  const { value } = sent;
  if (context.autocomplete) {
    if (sent.focused !== true) return { name, type, ...(value === undefined ? {} : { value }) };
    if (!('autocomplete' in definition) || definition.autocomplete !== true) {
      throw wrong(path, 'The option offers no suggestions');
    }
    context.focused = definition;
    return { name, type, value: String(value ?? ''), focused: true };
  }
  if (value === undefined) throw wrong(path, 'The option has no value');
  return { name, type, value: readValue(definition, value, context, `${path}.value`) };
}

type Value = string | number | boolean;

function readValue(
  definition: APIApplicationCommandOption,
  value: Value,
  context: OptionContext,
  path: string,
): Value {
  if (definition.type === T.String) return readString(definition, value, path);
  if (definition.type === T.Integer || definition.type === T.Number)
    return readNumber(definition, value, path);
  if (definition.type !== T.Boolean) return readReference(definition, value, { ...context, path }, context);
  if (typeof value !== 'boolean') throw wrong(path, 'Must be true or false');
  return value;
}

interface Limits {
  choices?: readonly { value: string | number }[];
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
}

function readString(definition: Limits, value: Value, path: string): string {
  if (typeof value !== 'string') throw wrong(path, 'Must be text');
  checkChoice(definition, value, path);
  const length = lengthOf(value);
  const { min_length: min = 0, max_length: max = MAX_STRING } = definition;
  if (length < min || length > max) throw wrong(path, `Must be between ${min} and ${max} in length`);
  return value;
}

function readNumber(definition: Limits & { type: number }, value: Value, path: string): number {
  const whole = definition.type === T.Integer;
  if (typeof value !== 'number' || !(whole ? Number.isSafeInteger(value) : Number.isFinite(value))) {
    throw wrong(path, whole ? 'Must be a whole number' : 'Must be a number');
  }
  checkChoice(definition, value, path);
  const { min_value: min = -(2 ** 53), max_value: max = 2 ** 53 } = definition;
  if (value < min || value > max) throw wrong(path, `Must be between ${min} and ${max}`);
  return value;
}

function checkChoice({ choices }: Limits, value: Value, path: string): void {
  if (choices === undefined || choices.length === 0 || choices.some((one) => one.value === value)) return;
  throw wrong(path, 'Must be one of the choices');
}

function readReference(
  definition: APIApplicationCommandOption,
  value: Value,
  place: Place,
  { resolved, userId, attachments }: OptionContext,
): string {
  const id = String(value);
  if (definition.type === T.User) resolveUser(place, resolved, id);
  else if (definition.type === T.Role) resolveRole(place, resolved, id);
  else if (definition.type === T.Mentionable) resolveMentionable(place, resolved, id);
  else if (definition.type === T.Channel)
    resolveChannel(place, resolved, id, userId, definition.channel_types);
  else return readFile(id, place, resolved, attachments);
  return id;
}

function readFile(
  key: string,
  place: Place,
  resolved: Resolved,
  attachments: OptionContext['attachments'],
): string {
  const attachment = attachments.get(key);
  if (attachment === undefined) throw wrong(place.path, 'The file is missing');
  resolved.attachments = { ...resolved.attachments, [attachment.id]: attachment };
  return attachment.id;
}
