import { ComponentType } from 'discord-api-types/v10';
import {
  type ComponentScope,
  checkCustomId,
  checkTextDisplay,
  componentScope,
  openComponent,
  refuseDisabled,
} from './component-scope.ts';
import type { EmojiIds } from './emoji.ts';
import { asModel, type Body, choice, flag, integer, list, text } from './fields.ts';
import { at, bodySpot, fault, required, type Spot, settle } from './form.ts';
import { checkOptions, checkRange, checkSelect, SELECT_TYPES } from './validate-selects.ts';

const TOP: readonly ComponentType[] = [ComponentType.TextDisplay, ComponentType.Label];
const IN_LABEL: readonly ComponentType[] = [
  ...SELECT_TYPES,
  ComponentType.TextInput,
  ComponentType.FileUpload,
  ComponentType.RadioGroup,
  ComponentType.CheckboxGroup,
  ComponentType.Checkbox,
];

/**
 * A modal: title up to 45 characters, 1 to 5 parts, each a Text Display or a Label with one input. Text inputs directly
 * in an action row are a form that Discord has deprecated, so the sandbox refuses it.
 * @throws DiscordError 50035
 */
export function checkModal(body: unknown, context: { emojiIds?: EmojiIds } = {}): void {
  const spot = bodySpot();
  inspectModal(spot, body, context);
  settle(spot);
}

export function inspectModal(spot: Spot, value: unknown, context: { emojiIds?: EmojiIds }): void {
  const modal = asModel(spot, value);
  if (!modal) return;
  text(spot, modal, 'custom_id', { required: true, min: 1, max: 100 });
  text(spot, modal, 'title', { required: true, min: 1, max: 45 });
  const parts = list(spot, modal, 'components', { required: true, min: 1, max: 5 });
  const scope = componentScope(context);
  for (const [i, part] of (parts ?? []).entries()) {
    const place = at(at(spot, 'components'), i);
    const component = openComponent(place, part, TOP, scope);
    if (component?.['type'] === ComponentType.TextDisplay) checkTextDisplay(place, component, scope);
    else if (component) checkLabel(place, component, scope);
  }
}

function checkLabel(spot: Spot, label: Body, scope: ComponentScope): void {
  text(spot, label, 'label', { required: true, min: 1, max: 45 });
  text(spot, label, 'description', { max: 100 });
  const place = at(spot, 'component');
  if (label['component'] === undefined || label['component'] === null) return required(place);
  const component = openComponent(place, label['component'], IN_LABEL, scope);
  if (!component) return;
  refuseDisabled(place, component);
  (CHECKS[component['type'] as ComponentType] ?? checkModalSelect)(place, component, scope);
}

type Check = (spot: Spot, input: Body, scope: ComponentScope) => void;

const CHECKS: Partial<Record<ComponentType, Check>> = {
  [ComponentType.TextInput]: checkTextInput,
  [ComponentType.FileUpload]: checkFileUpload,
  [ComponentType.RadioGroup]: checkRadioGroup,
  [ComponentType.CheckboxGroup]: checkCheckboxGroup,
  [ComponentType.Checkbox]: checkCheckbox,
};

function checkModalSelect(spot: Spot, input: Body, scope: ComponentScope): void {
  checkSelect(spot, input, scope, true);
  refuseRequiredNone(spot, input);
}

function checkRadioGroup(spot: Spot, input: Body, scope: ComponentScope): void {
  checkCustomId(spot, input, scope);
  flag(spot, input, 'required');
  checkOptions(spot, input, scope, { min: 0, max: 1 }, { min: 2, max: 10 });
}

function checkCheckbox(spot: Spot, input: Body, scope: ComponentScope): void {
  checkCustomId(spot, input, scope);
  flag(spot, input, 'default');
}

function checkTextInput(spot: Spot, input: Body, scope: ComponentScope): void {
  checkCustomId(spot, input, scope);
  choice(spot, input, 'style', [1, 2], { required: true });
  if (input['label'] !== undefined && input['label'] !== null) {
    fault(
      at(spot, 'label'),
      'TEXT_INPUT_LABEL_INVALID',
      'A text input inside a Label cannot have a label of its own',
    );
  }
  const min = integer(spot, input, 'min_length', { min: 0, max: 4000 }) ?? 0;
  const max = integer(spot, input, 'max_length', { min: 1, max: 4000 }) ?? 4000;
  if (min > max) {
    fault(
      at(spot, 'min_length'),
      'TEXT_INPUT_MIN_LENGTH_INVALID',
      `min_length must be equal to or less than ${max}.`,
    );
  }
  flag(spot, input, 'required');
  text(spot, input, 'placeholder', { max: 100 });
  const value = input['value'];
  // An empty prefilled value is the same as none.
  if (value !== '') text(spot, input, 'value', { min: min === 0 ? 0 : min, max });
}

function checkFileUpload(spot: Spot, input: Body, scope: ComponentScope): void {
  checkCustomId(spot, input, scope);
  flag(spot, input, 'required');
  checkRange(spot, input, 10);
  const types = list(spot, input, 'file_types', { max: 10 });
  for (const [i, type] of (types ?? []).entries()) {
    if (typeof type === 'string' && /^(image|video|audio|\.[a-z0-9]{1,15})$/i.test(type)) continue;
    fault(at(at(spot, 'file_types'), i), 'FILE_UPLOAD_FILE_TYPE_INVALID', 'Not a known kind of file');
  }
  refuseRequiredNone(spot, input);
}

function checkCheckboxGroup(spot: Spot, group: Body, scope: ComponentScope): void {
  checkCustomId(spot, group, scope);
  flag(spot, group, 'required');
  const options = group['options'];
  const count = Array.isArray(options) ? Math.min(Math.max(options.length, 1), 10) : 10;
  const range = checkRange(spot, group, 10, { min: 1, max: count });
  checkOptions(spot, group, scope, range, { min: 1, max: 10 });
  refuseRequiredNone(spot, group);
}

/** `min_values: 0` says that nothing need be chosen, `required: true` that something must. */
function refuseRequiredNone(spot: Spot, input: Body): void {
  if (input['required'] !== true || input['min_values'] !== 0) return;
  fault(
    at(spot, 'min_values'),
    'COMPONENT_REQUIRED_MIN_VALUES_INVALID',
    'A required component needs min_values of 1 or more',
  );
}
