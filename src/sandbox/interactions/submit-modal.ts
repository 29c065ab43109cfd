import { type APIAttachment, ComponentType as C } from 'discord-api-types/v10';
import { type DiscordError, invalidForm } from '../errors.ts';
import { childrenOf } from '../messages/content.ts';
import { lengthOf } from '../rules/fields.ts';
import type { OpenModal, Snowflake } from '../world/types.ts';
import { readChoice } from './press-component.ts';
import { isEmpty, type Place, type Resolved } from './resolved.ts';

type Part = Record<string, unknown>;

/** What somebody entered, by custom id. */
interface Entry {
  value?: unknown;
  values?: unknown;
}

const failed = (path: string, message: string): DiscordError =>
  invalidForm(path, 'COMPONENT_VALIDATION_FAILED', message);

export interface ModalContext extends Omit<Place, 'path'> {
  userId: Snowflake;
  attachments: ReadonlyMap<string, APIAttachment>;
}

/** Checks the entries against the modal and answers the interaction's data in the bot's form. Throws 50035. */
export function readModal(modal: OpenModal, components: unknown, context: ModalContext): object {
  const entries = new Map<string, Entry>();
  collect(components, entries);
  const resolved: Resolved = {};
  const parts = modal.components.map((part, index) =>
    readPart(part, entries, context, resolved, `data.components.${index}`),
  );
  for (const id of entries.keys()) throw failed('data.components', `The modal has no input ${id}`);
  return { custom_id: modal.custom_id, components: parts, ...(isEmpty(resolved) ? {} : { resolved }) };
}

function collect(components: unknown, entries: Map<string, Entry>): void {
  if (!Array.isArray(components)) return;
  for (const part of components as Part[]) {
    if (typeof part['custom_id'] === 'string') entries.set(part['custom_id'], part);
    collect(childrenOf(part), entries);
  }
}

function readPart(
  part: Part,
  entries: Map<string, Entry>,
  context: ModalContext,
  resolved: Resolved,
  path: string,
): object {
  const { id, type } = part;
  if (type === C.Label) {
    return {
      id,
      type,
      component: readPart(part['component'] as Part, entries, context, resolved, `${path}.component`),
    };
  }
  const customId = part['custom_id'];
  if (typeof customId !== 'string') return { id, type };
  const entry = entries.get(customId) ?? {};
  entries.delete(customId);
  return { id, type, custom_id: customId, ...readEntry(part, entry, context, resolved, path) };
}

function readEntry(
  part: Part,
  entry: Entry,
  context: ModalContext,
  resolved: Resolved,
  path: string,
): object {
  switch (part['type'] as number) {
    case C.TextInput:
      return { value: readText(part, entry.value, path) };
    case C.Checkbox:
      return { value: entry.value === true };
    case C.RadioGroup:
      return { value: readRadio(part, entry.value, path) };
    case C.CheckboxGroup:
      return { values: readBoxes(part, listOf(entry.values), path) };
    case C.FileUpload:
      return { values: readFiles(part, listOf(entry.values), context, resolved, path) };
    default: {
      const values = listOf(entry.values);
      if (values.length === 0 && part['required'] === false) return { values };
      const choice = readChoice(part, values, { ...context, path: `${path}.values` }, context.userId);
      for (const [kind, found] of Object.entries(choice.resolved ?? {})) {
        const key = kind as keyof Resolved;
        resolved[key] = { ...resolved[key], ...found } as never;
      }
      return { values: choice.values };
    }
  }
}

const listOf = (values: unknown): string[] => (Array.isArray(values) ? values.map(String) : []);

function readText(part: Part, value: unknown, path: string): string {
  const text = typeof value === 'string' ? value : '';
  const length = lengthOf(text);
  if (length === 0) {
    if (part['required'] !== false) throw failed(`${path}.value`, 'This field is required');
    return text;
  }
  const min = (part['min_length'] as number | undefined) ?? 0;
  const max = (part['max_length'] as number | undefined) ?? 4000;
  if (length < min || length > max)
    throw failed(`${path}.value`, `Must be between ${min} and ${max} in length.`);
  return text;
}

function readRadio(part: Part, value: unknown, path: string): string | null {
  const options = part['options'] as { value: string }[];
  if (value === undefined || value === null) {
    if (part['required'] !== false) throw failed(`${path}.value`, 'This field is required');
    return null;
  }
  if (!options.some((option) => option.value === value)) throw failed(`${path}.value`, 'No such option');
  return value as string;
}

function readBoxes(part: Part, values: string[], path: string): string[] {
  const options = part['options'] as { value: string }[];
  const required = part['required'] !== false;
  const min = (part['min_values'] as number | undefined) ?? (required ? 1 : 0);
  const max = (part['max_values'] as number | undefined) ?? options.length;
  if (values.length === 0 && !required) return values;
  if (values.length < min || values.length > max)
    throw failed(`${path}.values`, `Choose between ${min} and ${max}`);
  for (const value of values) {
    if (!options.some((option) => option.value === value)) throw failed(`${path}.values`, 'No such option');
  }
  return values;
}

function readFiles(
  part: Part,
  keys: string[],
  context: ModalContext,
  resolved: Resolved,
  path: string,
): string[] {
  const required = part['required'] !== false;
  const min = (part['min_values'] as number | undefined) ?? (required ? 1 : 0);
  const max = (part['max_values'] as number | undefined) ?? 1;
  if (keys.length === 0 && !required) return [];
  if (keys.length < min || keys.length > max)
    throw failed(`${path}.values`, `Add between ${min} and ${max} files`);
  return keys.map((key) => {
    const attachment = context.attachments.get(key);
    if (attachment === undefined) throw failed(`${path}.values`, 'The file is missing');
    resolved.attachments = { ...resolved.attachments, [attachment.id]: attachment };
    return attachment.id;
  });
}
