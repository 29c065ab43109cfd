import type { UploadedFile } from '../../src/sandbox/routes/route.ts';
import type { OpenModal } from '../../src/sandbox/world/types.ts';

/** By custom id or label: text, chosen values (or their labels), a tick, files. */
export type ModalValues = Record<string, string | boolean | readonly string[] | readonly File[]>;

type Part = Record<string, unknown>;

/** What a client sends for a filled modal: everything that was not touched as it was prefilled. */
export async function modalSubmission(
  modal: OpenModal,
  values: ModalValues,
): Promise<{ components: object[]; files: UploadedFile[] }> {
  const files: UploadedFile[] = [];
  const unused = new Set(Object.keys(values));
  const components: object[] = [];
  for (const part of modal.components) {
    const input = part['component'] as Part | undefined;
    if (input === undefined) continue;
    const key = [input['custom_id'], part['label']].find((one) => typeof one === 'string' && one in values);
    unused.delete(key as string);
    const given = key === undefined ? undefined : values[key as string];
    const entry = {
      type: input['type'],
      custom_id: input['custom_id'],
      ...(await entryFor(input, given, files)),
    };
    components.push({ type: part['type'], id: part['id'], component: entry });
  }
  if (unused.size > 0)
    throw new Error(
      `the modal "${modal.title}" has no input ${[...unused].join(', ')}; it has ${namesOf(modal).join(', ')}`,
    );
  return { components, files };
}

/** Custom ids and labels of a modal's inputs. */
export function namesOf(modal: OpenModal): string[] {
  return modal.components.flatMap((part) => {
    const input = part['component'] as Part | undefined;
    return input === undefined ? [] : [`${String(input['custom_id'])} (${String(part['label'])})`];
  });
}

const TEXT = 4;
const FILE_UPLOAD = 19;
const RADIO_GROUP = 21;
const CHECKBOX = 23;

async function entryFor(
  input: Part,
  given: ModalValues[string] | undefined,
  files: UploadedFile[],
): Promise<object> {
  switch (input['type']) {
    case TEXT:
      return { value: given ?? input['value'] ?? '' };
    case CHECKBOX:
      return { value: given ?? input['default'] === true };
    case RADIO_GROUP:
      return { value: given === undefined ? (defaults(input)[0] ?? null) : valueFor(input, given as string) };
    case FILE_UPLOAD:
      return { values: await uploads((given ?? []) as readonly File[], files) };
    default: {
      const chosen = typeof given === 'string' ? [given] : (given as readonly string[] | undefined);
      return { values: chosen?.map((one) => valueFor(input, one)) ?? defaults(input) };
    }
  }
}

interface Choice {
  label: string;
  value: string;
  default?: boolean;
}

const choicesOf = (input: Part): Choice[] => (input['options'] as Choice[] | undefined) ?? [];

const valueFor = (input: Part, given: string): string =>
  choicesOf(input).find((choice) => choice.label === given)?.value ?? given;

function defaults(input: Part): string[] {
  const named = (input['default_values'] as { id: string }[] | undefined)?.map((one) => one.id) ?? [];
  return [
    ...named,
    ...choicesOf(input)
      .filter((choice) => choice.default === true)
      .map((choice) => choice.value),
  ];
}

async function uploads(given: readonly File[], files: UploadedFile[]): Promise<string[]> {
  const keys: string[] = [];
  for (const file of given) {
    const key = String(files.length);
    const data = Buffer.from(await file.arrayBuffer());
    const contentType = file.type || 'application/octet-stream';
    files.push({ field: `files[${key}]`, filename: file.name, contentType, data });
    keys.push(key);
  }
  return keys;
}
