import type { ModalComponent, ModalInput, TextInputComponent } from '../api/component-types.ts';
import { defaultValues } from './select-defaults.ts';

/** What stands in the fields of a modal, by custom id. */
export interface ModalValue {
  text?: string;
  values?: string[];
  checked?: boolean;
  files?: File[];
}
export type ModalValues = Record<string, ModalValue>;

/** Every input of a modal with the words above it. Covers the old form too: action rows of text inputs. */
export function modalInputs(components: ModalComponent[]): ModalInput[] {
  return components.flatMap<ModalInput>((component) => {
    if (component.type === 18) return [component.component];
    return component.type === 1 ? component.components : [];
  });
}

const preset = (options: { value: string; default?: boolean }[]) =>
  options.filter((option) => option.default === true).map((option) => option.value);

function initialValue(input: ModalInput): ModalValue {
  switch (input.type) {
    case 4:
      return { text: input.value ?? '' };
    case 19:
      return { files: [] };
    case 21:
    case 22:
      return { values: preset(input.options) };
    case 23:
      return { checked: input.default ?? false };
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return { values: defaultValues(input) };
  }
}

export const initialValues = (components: ModalComponent[]): ModalValues =>
  Object.fromEntries(modalInputs(components).map((input) => [input.custom_id, initialValue(input)]));

function textProblem(input: TextInputComponent, text: string): string | undefined {
  if (text === '') return input.required === false ? undefined : 'This field is required.';
  if (input.min_length !== undefined && text.length < input.min_length) {
    return `Must be at least ${input.min_length} characters, now ${text.length}.`;
  }
  const max = input.max_length ?? 4000;
  return text.length > max ? `Must be ${max} characters or fewer, now ${text.length}.` : undefined;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function countProblem(
  count: number,
  min: number,
  max: number,
  required: boolean,
  what: string,
): string | undefined {
  if (count === 0) return required ? `Choose at least ${counted(Math.max(1, min), what)}.` : undefined;
  if (count < min) return `Choose at least ${counted(min, what)}.`;
  return count > max ? `Choose at most ${counted(max, what)}.` : undefined;
}

/** Why an input cannot be sent as it is, in words, or undefined. */
export function inputProblem(input: ModalInput, value: ModalValue | undefined): string | undefined {
  const count = value?.values?.length ?? 0;
  switch (input.type) {
    case 4:
      return textProblem(input, value?.text ?? '');
    case 19:
      return countProblem(
        value?.files?.length ?? 0,
        input.min_values ?? 1,
        input.max_values ?? 1,
        input.required !== false,
        'file',
      );
    case 21:
      return input.required !== false && count === 0 ? 'Choose one.' : undefined;
    case 22:
      return countProblem(
        count,
        input.min_values ?? 1,
        input.max_values ?? input.options.length,
        input.required !== false,
        'option',
      );
    case 23:
      return undefined;
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return countProblem(
        count,
        input.min_values ?? 1,
        input.max_values ?? 1,
        input.required !== false && input.min_values !== 0,
        'option',
      );
  }
}

function sentInput(input: ModalInput, value: ModalValue | undefined, files: File[]): Record<string, unknown> {
  const base = { type: input.type, custom_id: input.custom_id };
  switch (input.type) {
    case 4:
      return { ...base, value: value?.text ?? '' };
    case 19:
      return { ...base, values: (value?.files ?? []).map((file) => String(files.push(file) - 1)) };
    case 21:
      return { ...base, value: value?.values?.[0] ?? null };
    case 23:
      return { ...base, value: value?.checked ?? false };
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
    case 22:
      return { ...base, values: value?.values ?? [] };
  }
}

/** The submission as Discord wants it, in the shape in which the modal was opened. */
export function sentModal(
  components: ModalComponent[],
  values: ModalValues,
): { components: unknown[]; files: File[] } {
  const files: File[] = [];
  const sent = components.map((component) => {
    if (component.type === 10) return { type: 10, id: component.id };
    if (component.type === 18) {
      return {
        type: 18,
        id: component.id,
        component: sentInput(component.component, values[component.component.custom_id], files),
      };
    }
    return {
      type: 1,
      id: component.id,
      components: component.components.map((input) => sentInput(input, values[input.custom_id], files)),
    };
  });
  return { components: sent, files };
}
