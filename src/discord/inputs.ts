import type {
  APIApplicationCommandInteractionDataBasicOption,
  APIApplicationCommandInteractionDataOption,
  APIModalSubmitInteraction,
  ModalSubmitComponent,
} from 'discord-api-types/v10';
import { ApplicationCommandOptionType, ComponentType } from 'discord-api-types/v10';

/** What a person filled in, by the part's custom id. What is not there reads as empty. */
export interface ModalInputs {
  text(id: string): string;
  /** The choice of a radio group, or the first of a select. */
  one(id: string): string | undefined;
  many(id: string): readonly string[];
  checked(id: string): boolean;
}

/** Modal values come from the client: they may be missing, longer or others than what the modal offered. */
export function modalInputs(raw: APIModalSubmitInteraction): ModalInputs {
  const parts = new Map<string, ModalSubmitComponent>();
  for (const part of raw.data.components) {
    if (part.type === ComponentType.Label) parts.set(part.component.custom_id, part.component);
  }
  const value = (id: string) => {
    const part = parts.get(id);
    return part && 'value' in part ? part.value : undefined;
  };
  const values = (id: string) => {
    const part = parts.get(id);
    return part && 'values' in part ? part.values : [];
  };
  return {
    text: (id) => String(value(id) ?? ''),
    one: (id) => (typeof value(id) === 'string' ? String(value(id)) : values(id)[0]),
    many: values,
    checked: (id) => value(id) === true,
  };
}

/** The options of a slash command by name, whatever subcommand they belong to. */
export interface CommandOptions {
  /** Of a string, user, role, channel, mentionable or attachment option (the last five give an id). */
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  flag(name: string): boolean | undefined;
  /** What is being typed, in an autocomplete interaction. */
  focused(): { name: string; value: string } | undefined;
}

type WithOptions = { data: { options?: readonly APIApplicationCommandInteractionDataOption[] } };

/** Reads `raw.data.options` of a slash command or its autocomplete. */
export function commandOptions(raw: unknown): CommandOptions {
  const options = new Map<string, APIApplicationCommandInteractionDataBasicOption>();
  for (const option of leaves((raw as WithOptions).data.options ?? [])) options.set(option.name, option);
  const value = (name: string) => options.get(name)?.value;
  return {
    text: (name) => (typeof value(name) === 'string' ? String(value(name)) : undefined),
    number: (name) => (typeof value(name) === 'number' ? Number(value(name)) : undefined),
    flag: (name) => (typeof value(name) === 'boolean' ? value(name) === true : undefined),
    focused() {
      for (const option of options.values()) {
        if ('focused' in option && option.focused) return { name: option.name, value: String(option.value) };
      }
      return undefined;
    },
  };
}

/** `''`, `sub` or `group sub`: the key of the handler in a chat command. */
export function subcommandOf(raw: unknown): string {
  const names: string[] = [];
  let options = (raw as WithOptions).data.options ?? [];
  for (let first = options[0]; first && isBranch(first); first = options[0]) {
    names.push(first.name);
    options = first.options ?? [];
  }
  return names.join(' ');
}

type Option = APIApplicationCommandInteractionDataOption;
type Branch = Extract<
  Option,
  { type: ApplicationCommandOptionType.Subcommand | ApplicationCommandOptionType.SubcommandGroup }
>;

function isBranch(option: Option): option is Branch {
  const { type } = option;
  return (
    type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup
  );
}

function leaves(options: readonly Option[]): APIApplicationCommandInteractionDataBasicOption[] {
  return options.flatMap((option) =>
    isBranch(option)
      ? leaves(option.options ?? [])
      : [option as APIApplicationCommandInteractionDataBasicOption],
  );
}
