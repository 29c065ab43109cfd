import {
  type Command,
  type CommandIndex,
  type CommandOption,
  O,
  type SentOption,
} from '../api/command-types.ts';

/** One line of the picker: a command, or one subcommand of it. */
export interface CommandEntry {
  command: Command;
  /** Group and subcommand names below the command. */
  path: string[];
  fullName: string;
  description: string;
  options: CommandOption[];
}

function leaves(
  command: Command,
  options: CommandOption[],
  path: string[],
  description: string,
): CommandEntry[] {
  const nested = options.filter((option) => option.type === O.Subcommand || option.type === O.Group);
  if (nested.length === 0) {
    return [{ command, path, fullName: [command.name, ...path].join(' '), description, options }];
  }
  return nested.flatMap((option) =>
    leaves(command, option.options ?? [], [...path, option.name], option.description),
  );
}

/** Every chat command that can be typed, subcommands spelled out. */
export function commandEntries(index: CommandIndex | undefined): CommandEntry[] {
  const chat = (index?.application_commands ?? []).filter((command) => (command.type ?? 1) === 1);
  return chat.flatMap((command) => leaves(command, command.options ?? [], [], command.description));
}

/** Entries whose words begin with what was typed come first, then those that merely contain it. */
export function matchEntries(entries: CommandEntry[], typed: string): CommandEntry[] {
  const words = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  if (words === '') return entries;
  const starts = entries.filter((entry) => entry.fullName.startsWith(words));
  const inside = entries.filter((entry) => !starts.includes(entry) && entry.fullName.includes(words));
  return [...starts, ...inside];
}

/** What the reader has put into the fields, by option name. */
export interface FieldValue {
  text: string;
  /** The chosen value where it differs from the text: ids, choices, booleans. */
  value?: string | number | boolean;
  file?: File;
}
export type FieldValues = Record<string, FieldValue>;

const whole = /^-?\d+$/;

function numberProblem(option: CommandOption, text: string): string | undefined {
  const value = Number(text);
  if (option.type === O.Integer && !whole.test(text)) return 'Enter a whole number.';
  if (text === '' || Number.isNaN(value)) return 'Enter a number.';
  if (option.min_value !== undefined && value < option.min_value)
    return `The smallest value is ${option.min_value}.`;
  if (option.max_value !== undefined && value > option.max_value)
    return `The largest value is ${option.max_value}.`;
  return undefined;
}

function stringProblem(option: CommandOption, text: string): string | undefined {
  const { min_length: min, max_length: max } = option;
  if (min !== undefined && text.length < min) return `At least ${min} characters, now ${text.length}.`;
  if (max !== undefined && text.length > max) return `At most ${max} characters, now ${text.length}.`;
  return undefined;
}

const typeWords: Record<number, string> = {
  [O.Boolean]: 'Choose True or False.',
  [O.User]: 'Choose a user from the list.',
  [O.Channel]: 'Choose a channel from the list.',
  [O.Role]: 'Choose a role from the list.',
  [O.Mentionable]: 'Choose a user or role from the list.',
};

/** Why an option cannot be sent as it is, or undefined. */
export function optionProblem(option: CommandOption, field: FieldValue | undefined): string | undefined {
  const empty =
    field === undefined ||
    (field.text.trim() === '' && field.value === undefined && field.file === undefined);
  if (empty) return option.required === true ? 'This option is required.' : undefined;
  if (option.type === O.Attachment) return undefined;
  if (field.value !== undefined) return undefined;
  if (option.choices !== undefined && option.choices.length > 0) return 'Choose one of the listed values.';
  if (option.type === O.Integer || option.type === O.Number) return numberProblem(option, field.text.trim());
  if (option.type === O.String) return stringProblem(option, field.text);
  return typeWords[option.type];
}

function sentValue(option: CommandOption, field: FieldValue): string | number | boolean {
  if (field.value !== undefined) return field.value;
  return option.type === O.Integer || option.type === O.Number ? Number(field.text) : field.text;
}

/** The filled options as Discord wants them, nested below their subcommand. `focused` marks the field being completed. */
export function sentOptions(
  entry: CommandEntry,
  fields: FieldValues,
  focused?: string,
): { options: SentOption[]; files: File[] } {
  const files: File[] = [];
  const flat: SentOption[] = [];
  for (const option of entry.options) {
    const field = fields[option.name];
    const isFocused = option.name === focused;
    if (field?.file !== undefined) {
      flat.push({ type: option.type, name: option.name, value: String(files.push(field.file) - 1) });
    } else if (isFocused) {
      flat.push({ type: option.type, name: option.name, value: field?.text ?? '', focused: true });
    } else if (field !== undefined && (field.value !== undefined || field.text !== '')) {
      flat.push({ type: option.type, name: option.name, value: sentValue(option, field) });
    }
  }
  const nested = entry.path.reduceRight<SentOption[]>(
    (inner, name, depth) => [
      { type: depth === entry.path.length - 1 ? O.Subcommand : O.Group, name, options: inner },
    ],
    flat,
  );
  return { options: nested, files };
}
