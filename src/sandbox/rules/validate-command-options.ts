import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import { asModel, type Body, choice, decimal, flag, integer, list, text, valuesOf } from './fields.ts';
import { at, badChoice, fault, type Spot } from './form.ts';
import { checkDescription, checkFreeName, checkName } from './validate-command-names.ts';

const TYPES = valuesOf(Option);
const CHANNEL_TYPES = [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16];
const MAX_SAFE = Number.MAX_SAFE_INTEGER;
const NUMERIC: ReadonlySet<Option> = new Set([Option.Integer, Option.Number]);
const CHOOSABLE: ReadonlySet<Option> = new Set([Option.String, ...NUMERIC]);

type Level = 'command' | 'group' | 'subcommand';

/** Option types that may stand at each level of a command. */
const AT: Record<Level, readonly Option[]> = {
  command: TYPES,
  group: [Option.Subcommand],
  subcommand: TYPES.slice(2),
};

/** Up to 25 options of a command, group or subcommand; subcommands never beside plain options, required ones first. */
export function checkOptionList(spot: Spot, body: Body, level: Level): void {
  const options = list(spot, body, 'options', {
    max: 25,
    required: level === 'group',
    min: level === 'group' ? 1 : 0,
  });
  if (!options) return;
  const place = at(spot, 'options');
  const names = new Set<string>();
  const seen = { nested: 0, plain: 0, optional: false };
  for (const [i, value] of options.entries()) {
    const here = at(place, i);
    const option = asModel(here, value);
    if (!option) continue;
    const type = choice(here, option, 'type', AT[level], { required: true });
    const name = checkName(here, option);
    if (name !== undefined && names.has(name)) {
      fault(here, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    }
    if (name !== undefined) names.add(name);
    if (type !== undefined) checkOrder(here, option, type, seen);
    if (type !== undefined) checkOption(here, option, type);
  }
  if (seen.nested > 0 && seen.plain > 0) {
    const message =
      'Sub-command and sub-command group option types are mutually exclusive to all other types';
    fault(place, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message);
  }
}

function checkOrder(
  spot: Spot,
  option: Body,
  type: Option,
  seen: { nested: number; plain: number; optional: boolean },
): void {
  if (type <= Option.SubcommandGroup) {
    seen.nested += 1;
    return;
  }
  seen.plain += 1;
  if (option['required'] !== true) seen.optional = true;
  else if (seen.optional) {
    const message = 'Required options must be placed before non-required options';
    fault(spot, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message);
  }
}

function checkOption(spot: Spot, option: Body, type: Option): void {
  checkDescription(spot, option);
  const required = flag(spot, option, 'required');
  if (type <= Option.SubcommandGroup) {
    if (required)
      fault(
        at(spot, 'required'),
        'APPLICATION_COMMAND_OPTION_REQUIRED_INVALID',
        'Sub-commands cannot be required',
      );
    return checkOptionList(spot, option, type === Option.Subcommand ? 'subcommand' : 'group');
  }
  if (Array.isArray(option['options']) && option['options'].length > 0) {
    fault(at(spot, 'options'), 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Only sub-commands have options');
  }
  const autocomplete = flag(spot, option, 'autocomplete') === true;
  checkChoices(spot, option, type, autocomplete);
  checkBounds(spot, option, type);
  if (type === Option.Channel) checkChannelTypes(spot, option);
}

function checkBounds(spot: Spot, option: Body, type: Option): void {
  if (type === Option.String) {
    const min = integer(spot, option, 'min_length', { min: 0, max: 6000 });
    const max = integer(spot, option, 'max_length', { min: 1, max: 6000 });
    return refuseCrossed(at(spot, 'min_length'), min, max);
  }
  if (!NUMERIC.has(type)) return;
  const read = type === Option.Integer ? integer : decimal;
  const min = read(spot, option, 'min_value', { min: -MAX_SAFE, max: MAX_SAFE });
  const max = read(spot, option, 'max_value', { min: -MAX_SAFE, max: MAX_SAFE });
  refuseCrossed(at(spot, 'min_value'), min, max);
}

function refuseCrossed(spot: Spot, min: number | undefined, max: number | undefined): void {
  if (min === undefined || max === undefined || min <= max) return;
  fault(spot, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
}

function checkChoices(spot: Spot, option: Body, type: Option, autocomplete: boolean): void {
  const choices = list(spot, option, 'choices', { max: 25 }) ?? [];
  const choosable = CHOOSABLE.has(type);
  if (autocomplete && !choosable) {
    fault(
      at(spot, 'autocomplete'),
      'APPLICATION_COMMAND_AUTOCOMPLETE_TYPE_INVALID',
      'This type of option has no autocomplete',
    );
  }
  if (choices.length === 0) return;
  const place = at(spot, 'choices');
  if (autocomplete)
    fault(place, 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', 'Autocomplete options cannot have choices');
  if (!choosable)
    return fault(place, 'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID', 'This type of option has no choices');
  const names = new Set<string>();
  for (const [i, value] of choices.entries()) checkChoice(at(place, i), value, type, names);
}

/** One choice: a name of 100 characters and a value of the option's type. Also for answers to autocomplete. */
export function checkChoice(spot: Spot, value: unknown, type: Option | undefined, names?: Set<string>): void {
  const one = asModel(spot, value);
  if (!one) return;
  const name = checkFreeName(spot, one, 100);
  if (name !== undefined && names?.has(name)) {
    fault(
      spot,
      'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
      'Option choice name already exists',
    );
  }
  if (name !== undefined) names?.add(name);
  const kind = type ?? (typeof one['value'] === 'string' ? Option.String : Option.Number);
  if (kind === Option.String) text(spot, one, 'value', { required: true, min: 1, max: 100 });
  else if (kind === Option.Integer)
    integer(spot, one, 'value', { required: true, min: -MAX_SAFE, max: MAX_SAFE });
  else decimal(spot, one, 'value', { required: true, min: -MAX_SAFE, max: MAX_SAFE });
}

function checkChannelTypes(spot: Spot, option: Body): void {
  const types = list(spot, option, 'channel_types', { max: CHANNEL_TYPES.length }) ?? [];
  for (const [i, type] of types.entries()) {
    if (!CHANNEL_TYPES.includes(type as number)) badChoice(at(at(spot, 'channel_types'), i), CHANNEL_TYPES);
  }
}
