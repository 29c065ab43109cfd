import { ComponentType } from 'discord-api-types/v10';
import { type ComponentScope, checkCustomId } from './component-scope.ts';
import { checkEmoji } from './emoji.ts';
import { asModel, type Body, choice, flag, integer, list, model, snowflake, text } from './fields.ts';
import { at, badChoice, fault, type Spot } from './form.ts';

export const SELECT_TYPES: readonly ComponentType[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];
const CHANNEL_TYPES = [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16];

/** What the default values of each automatic select may be. */
const DEFAULT_TYPES: Partial<Record<ComponentType, readonly string[]>> = {
  [ComponentType.UserSelect]: ['user'],
  [ComponentType.RoleSelect]: ['role'],
  [ComponentType.MentionableSelect]: ['user', 'role'],
  [ComponentType.ChannelSelect]: ['channel'],
};

/** A select of any kind, in a message or in a modal. */
export function checkSelect(spot: Spot, select: Body, scope: ComponentScope, inModal: boolean): void {
  checkCustomId(spot, select, scope);
  text(spot, select, 'placeholder', { max: 150 });
  flag(spot, select, 'disabled');
  if (inModal) flag(spot, select, 'required');
  const limits = checkRange(spot, select, 25);
  if (select['type'] === ComponentType.StringSelect)
    checkOptions(spot, select, scope, limits, { min: 1, max: 25 });
  else checkDefaults(spot, select, limits);
  if (select['type'] === ComponentType.ChannelSelect) checkChannelTypes(spot, select);
}

interface Range {
  min: number;
  max: number;
}

/** `min_values` and `max_values`, each 1 where it is not given. */
export function checkRange(spot: Spot, body: Body, max: number, standard: Range = { min: 1, max: 1 }): Range {
  const least = integer(spot, body, 'min_values', { min: 0, max }) ?? Math.min(standard.min, max);
  const most = integer(spot, body, 'max_values', { min: 1, max }) ?? Math.max(standard.max, 1);
  if (least > most) {
    const message = `min_values must be equal to or less than ${most}.`;
    fault(at(spot, 'min_values'), 'SELECT_COMPONENT_MIN_VALUES_GREATER_THAN_MAX', message);
  }
  return { min: least, max: most };
}

/** The options of a select or of a group: unique values, no more defaults than may be chosen. */
export function checkOptions(
  spot: Spot,
  body: Body,
  scope: ComponentScope,
  range: Range,
  size: { min: number; max: number },
): void {
  const options = list(spot, body, 'options', { required: true, ...size });
  if (!options) return;
  const place = at(spot, 'options');
  const values = new Set<string>();
  let defaults = 0;
  for (const [i, value] of options.entries()) {
    if (checkOption(at(place, i), value, values, scope)) defaults += 1;
  }
  if (range.max > options.length) {
    const message = `max_values must be equal to or less than the number of options (${options.length}).`;
    fault(at(spot, 'max_values'), 'SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS', message);
  }
  if (defaults > range.max) tooManyDefaults(spot);
}

function tooManyDefaults(spot: Spot): void {
  const message = 'The specified number of default values exceeds the specified maximum values';
  fault(spot, 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', message);
}

/** Whether the option is chosen by default. */
function checkOption(spot: Spot, value: unknown, values: Set<string>, scope: ComponentScope): boolean {
  const option = asModel(spot, value);
  if (!option) return false;
  text(spot, option, 'label', { required: true, min: 1, max: 100 });
  const id = text(spot, option, 'value', { required: true, min: 1, max: 100 });
  text(spot, option, 'description', { max: 100 });
  const emoji = model(spot, option, 'emoji');
  if (emoji) checkEmoji(at(spot, 'emoji'), emoji, scope.emojiIds);
  if (id !== undefined) {
    if (values.has(id)) {
      fault(spot, 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used');
    }
    values.add(id);
  }
  return flag(spot, option, 'default') === true;
}

function checkDefaults(spot: Spot, select: Body, range: Range): void {
  const types = DEFAULT_TYPES[select['type'] as ComponentType] ?? [];
  const defaults = list(spot, select, 'default_values', { max: 25 });
  if (!defaults) return;
  for (const [i, value] of defaults.entries()) {
    const place = at(at(spot, 'default_values'), i);
    const one = asModel(place, value);
    if (!one) continue;
    snowflake(place, one, 'id', { required: true });
    choice(place, one, 'type', types, { required: true });
  }
  if (defaults.length > range.max) tooManyDefaults(spot);
}

function checkChannelTypes(spot: Spot, select: Body): void {
  const types = list(spot, select, 'channel_types', { max: CHANNEL_TYPES.length });
  for (const [i, type] of (types ?? []).entries()) {
    if (!CHANNEL_TYPES.includes(type as number)) badChoice(at(at(spot, 'channel_types'), i), CHANNEL_TYPES);
  }
}
