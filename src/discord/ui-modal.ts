import type {
  APICheckboxGroupComponent,
  APIComponentInLabel,
  APIFileUploadComponent,
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  APIRadioGroupComponent,
  APITextDisplayComponent,
  APITextInputComponent,
} from 'discord-api-types/v10';
import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { cutGraphemes } from '../shared/text.ts';
import { fit, limits } from './limits.ts';
import type { Choice } from './ui-select.ts';

/** A dialog of one to five parts. The custom ids of the parts are plain names, read back by readModal. */
export function modal(options: {
  /** A built custom id. */
  id: string;
  title: string;
  parts: readonly (APILabelComponent | APITextDisplayComponent)[];
}): APIModalInteractionResponseCallbackData {
  return {
    custom_id: options.id,
    title: fit(options.title, limits.modalTitle),
    components: options.parts.slice(0, limits.modalParts),
  };
}

/** Every field of a modal stands under a label. */
export function label(
  words: { label: string; description?: string | undefined },
  component: APIComponentInLabel,
): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: fit(words.label, limits.label),
    ...(words.description ? { description: fit(words.description, limits.labelDescription) } : {}),
    component,
  };
}

export interface TextInputOptions {
  id: string;
  /** Several lines. Default false. */
  long?: boolean;
  value?: string | undefined;
  placeholder?: string;
  min?: number;
  /** At most 4,000; also cuts `value`. */
  max?: number;
  /** Default true. */
  required?: boolean;
}

export function textInput(options: TextInputOptions): APITextInputComponent {
  const { id, long, value, placeholder, min, max = limits.textInput, required = true } = options;
  const most = Math.min(max, limits.textInput);
  return {
    type: ComponentType.TextInput,
    custom_id: id,
    style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    max_length: most,
    required,
    ...(min === undefined ? {} : { min_length: min }),
    ...(placeholder ? { placeholder: fit(placeholder, limits.textInputPlaceholder) } : {}),
    ...(value ? { value: cutGraphemes(value, most) } : {}),
  };
}

function groupOption(choice: Choice) {
  return {
    value: choice.value,
    label: fit(choice.label, limits.selectText),
    ...(choice.description ? { description: fit(choice.description, limits.selectText) } : {}),
    ...(choice.chosen ? { default: true } : {}),
  };
}

/** Two to ten choices, one of which is taken. */
export function radioGroup(options: {
  id: string;
  options: readonly Choice[];
  required?: boolean;
}): APIRadioGroupComponent {
  return {
    type: ComponentType.RadioGroup,
    custom_id: options.id,
    options: options.options.slice(0, limits.radioOptions).map((choice) => groupOption(choice)),
    required: options.required ?? true,
  };
}

/** One to ten choices, `min` (default 0) to `max` (default all) of which are taken. */
export function checkboxGroup(options: {
  id: string;
  options: readonly Choice[];
  min?: number;
  max?: number;
}): APICheckboxGroupComponent {
  const choices = options.options.slice(0, limits.checkboxOptions);
  const { min = 0, max = choices.length } = options;
  return {
    type: ComponentType.CheckboxGroup,
    custom_id: options.id,
    options: choices.map((choice) => groupOption(choice)),
    min_values: Math.min(min, choices.length),
    max_values: Math.min(max, choices.length),
    required: min > 0,
  };
}

/** Up to `max` (at most ten) files; none is fine. `types`: what the picker offers, the content is for the caller to check. */
export function fileUpload(options: {
  id: string;
  max: number;
  types?: NonNullable<APIFileUploadComponent['file_types']>;
}): APIFileUploadComponent {
  return {
    type: ComponentType.FileUpload,
    custom_id: options.id,
    min_values: 0,
    max_values: Math.min(options.max, limits.uploads),
    required: false,
    ...(options.types ? { file_types: options.types } : {}),
  };
}
