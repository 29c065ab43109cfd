import { ApplicationCommandType as Type } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { asModel, type Body, bits, choice, flag, list, valuesOf } from './fields.ts';
import { at, badChoice, bodySpot, fault, type Spot, settle } from './form.ts';
import { checkDescription, checkFreeName, checkName, commandSize } from './validate-command-names.ts';
import { checkOptionList } from './validate-command-options.ts';

const TYPES = valuesOf(Type);
/** Characters of a whole command with the longest translation of each text. */
const MAX_SIZE = 8000;
/** Commands of each type, globally and again for each guild. */
const MAX_COMMANDS: Record<Type, number> = { 1: 100, 2: 15, 3: 15, 4: 1 };

/**
 * The list that replaces all commands of an application (bulk overwrite).
 * @throws DiscordError 50035 with the index first in each path; 30032 for too many of a type
 */
export function checkCommands(body: unknown): void {
  const spot = bodySpot();
  if (!Array.isArray(body)) {
    fault(spot, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    return settle(spot);
  }
  const names = new Set<string>();
  for (const [i, value] of (body as unknown[]).entries()) {
    const command = inspectCommand(at(spot, i), value);
    const key = `${command?.type ?? 0} ${command?.name ?? ''}`;
    if (command && names.has(key)) {
      fault(at(spot, i), 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    }
    names.add(key);
  }
  settle(spot);
  checkCounts(body as Body[]);
}

/**
 * One command to create.
 * @throws DiscordError 50035
 */
export function checkCommand(body: unknown): void {
  const spot = bodySpot();
  inspectCommand(spot, body);
  settle(spot);
}

/** A change of one command: checked as the whole that it leaves. */
export function checkCommandEdit(body: unknown, current: Body): void {
  const spot = bodySpot();
  const change = asModel(spot, body);
  if (change) inspectCommand(spot, { ...current, ...change, type: current['type'] });
  settle(spot);
}

/** @throws DiscordError 30032 */
export function checkCounts(commands: readonly { readonly type?: unknown }[]): void {
  for (const type of TYPES) {
    const max = MAX_COMMANDS[type];
    const count = commands.filter((one) => (one.type ?? Type.ChatInput) === type).length;
    if (count > max) throw refuse(30032, `Maximum number of application commands reached (${max})`);
  }
}

function inspectCommand(spot: Spot, value: unknown): { type: Type; name: string } | undefined {
  const command = asModel(spot, value);
  if (!command) return undefined;
  const type = choice(spot, command, 'type', TYPES) ?? Type.ChatInput;
  const slash = type === Type.ChatInput || type === Type.PrimaryEntryPoint;
  const name = slash ? checkName(spot, command) : checkFreeName(spot, command, 32);
  if (type === Type.ChatInput) {
    checkDescription(spot, command);
    checkOptionList(spot, command, 'command');
  } else if (!slash) refuseExtras(spot, command);
  checkAudience(spot, command);
  if (commandSize(command) > MAX_SIZE) {
    fault(spot, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAX_SIZE})`);
  }
  return name === undefined ? undefined : { type, name };
}

/** Context menus have a name and nothing else to read. */
function refuseExtras(spot: Spot, command: Body): void {
  if (command['description']) {
    fault(
      at(spot, 'description'),
      'APPLICATION_COMMAND_DESCRIPTION_INVALID',
      'Context menu commands have no description',
    );
  }
  const options = command['options'];
  if (Array.isArray(options) && options.length > 0) {
    fault(
      at(spot, 'options'),
      'APPLICATION_COMMAND_OPTIONS_INVALID',
      'Context menu commands have no options',
    );
  }
}

function checkAudience(spot: Spot, command: Body): void {
  bits(spot, command, 'default_member_permissions');
  flag(spot, command, 'dm_permission');
  flag(spot, command, 'default_permission');
  flag(spot, command, 'nsfw');
  checkSet(spot, command, 'contexts', [0, 1, 2]);
  checkSet(spot, command, 'integration_types', [0, 1]);
}

function checkSet(spot: Spot, command: Body, key: string, allowed: readonly number[]): void {
  const values = list(spot, command, key, { min: 1, max: allowed.length }) ?? [];
  const seen = new Set<unknown>();
  for (const [i, value] of values.entries()) {
    const place = at(at(spot, key), i);
    if (!allowed.includes(value as number)) badChoice(place, allowed);
    else if (seen.has(value))
      fault(place, 'SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value');
    seen.add(value);
  }
}
