import { describe, expect, it } from 'vitest';
import {
  checkCommand,
  checkCommandEdit,
  checkCommands,
} from '../../../src/sandbox/rules/validate-command.ts';
import { refusalOf } from './refusal.ts';

const command = (more: object = {}) => ({ name: 'poll', description: 'Ask the community', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'question', description: 'What to ask', ...more });
const check = (body: unknown) => refusalOf(() => checkCommand(body))?.faults;
const withOptions = (...options: object[]) => check(command({ options }));

describe('a command', () => {
  it.each(['poll', 'poll-quick', 'umfrage_2', 'ｃａｆｅ', '投票', "l'avis", 'ตัวเลือก'])(
    'may be called %s',
    (name) => {
      expect(check(command({ name }))).toBeUndefined();
    },
  );

  it.each([
    ['Poll', 'name APPLICATION_COMMAND_INVALID_NAME'],
    ['quick poll', 'name STRING_TYPE_REGEX'],
    ['poll!', 'name STRING_TYPE_REGEX'],
    ['p'.repeat(33), 'name BASE_TYPE_BAD_LENGTH'],
    ['', 'name BASE_TYPE_REQUIRED'],
  ])('may not be called %s', (name, fault) => {
    expect(check(command({ name }))).toEqual([fault]);
  });

  it('has a description of 100 characters', () => {
    expect(check({ name: 'poll' })).toEqual(['description BASE_TYPE_REQUIRED']);
    expect(check(command({ description: 'd'.repeat(101) }))).toEqual(['description BASE_TYPE_BAD_LENGTH']);
  });

  it('on a message or a person has a free name, no description and no options', () => {
    expect(check({ type: 3, name: 'Make a poll' })).toBeUndefined();
    expect(check({ type: 3, name: 'Make a poll', description: 'd', options: [option()] })).toEqual([
      'description APPLICATION_COMMAND_DESCRIPTION_INVALID',
      'options APPLICATION_COMMAND_OPTIONS_INVALID',
    ]);
  });

  it('is translated into languages that Discord has', () => {
    expect(check(command({ name_localizations: { de: 'umfrage', 'en-US': null } }))).toBeUndefined();
    expect(check(command({ name_localizations: { en: 'poll' } }))).toEqual([
      'name_localizations.en BASE_TYPE_CHOICES',
    ]);
    expect(check(command({ name_localizations: { de: 'Umfrage' } }))).toEqual([
      'name_localizations.de APPLICATION_COMMAND_INVALID_NAME',
    ]);
    expect(check(command({ description_localizations: { de: '' } }))).toEqual([
      'description_localizations.de BASE_TYPE_BAD_LENGTH',
    ]);
  });

  it('names the permissions, contexts and installations it is for', () => {
    const fine = { default_member_permissions: '32', contexts: [0], integration_types: [0], nsfw: false };
    expect(check(command(fine))).toBeUndefined();
    expect(
      check(command({ default_member_permissions: 'admin', contexts: [3, 0, 0], integration_types: [] })),
    ).toEqual([
      'default_member_permissions NUMBER_TYPE_COERCE',
      'contexts.0 BASE_TYPE_CHOICES',
      'contexts.2 SET_TYPE_ALREADY_CONTAINS_VALUE',
      'integration_types BASE_TYPE_BAD_LENGTH',
    ]);
  });

  it('has at most 8,000 characters with its longest translations', () => {
    const options = (count: number, more: object = {}) =>
      Array.from({ length: count }, (_, i) =>
        option({ name: `o${i}`, description: 'd'.repeat(98), ...more }),
      );
    const choices = Array.from({ length: 25 }, (_, i) => ({
      name: `n${i}`.padEnd(4, 'x'),
      value: 'v'.repeat(50),
      name_localizations: { de: 'l'.repeat(60) },
    }));
    // 25 choices of 60 + 50 characters are 2,750: three such options and the rest are just above 8,000.
    expect(withOptions(...options(2, { choices }))).toBeUndefined();
    expect(withOptions(...options(3, { choices }))).toEqual([' APPLICATION_COMMAND_TOO_LARGE'.trim()]);
  });
});

describe('the options of a command', () => {
  it('are at most 25, each with a type, a name and a description', () => {
    const many = Array.from({ length: 26 }, (_, i) => option({ name: `o${i}` }));
    expect(withOptions(...many)).toEqual(['options BASE_TYPE_MAX_LENGTH']);
    expect(withOptions({})).toEqual([
      'options.0.type BASE_TYPE_REQUIRED',
      'options.0.name BASE_TYPE_REQUIRED',
    ]);
    expect(withOptions(option({ type: 12, name: 'Big' }))).toEqual([
      'options.0.type BASE_TYPE_CHOICES',
      'options.0.name APPLICATION_COMMAND_INVALID_NAME',
    ]);
  });

  it('have names of their own', () => {
    expect(withOptions(option(), option())).toEqual([
      'options.1 APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    ]);
  });

  it('start with the required ones', () => {
    expect(withOptions(option({ name: 'a', required: true }), option({ name: 'b' }))).toBeUndefined();
    expect(withOptions(option({ name: 'a' }), option({ name: 'b', required: true }))).toEqual([
      'options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ]);
  });

  it('never mix subcommands with plain ones', () => {
    const sub = { type: 1, name: 'show', description: 'Show a poll', options: [option()] };
    expect(withOptions(sub)).toBeUndefined();
    expect(withOptions(sub, option())).toEqual(['options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID']);
  });

  it('nest as command, group, subcommand and no deeper', () => {
    const sub = (...options: object[]) => ({ type: 1, name: 'show', description: 'd', options });
    const group = (...options: object[]) => ({ type: 2, name: 'admin', description: 'd', options });
    expect(withOptions(group(sub(option())))).toBeUndefined();
    expect(withOptions(group())).toEqual(['options.0.options BASE_TYPE_BAD_LENGTH']);
    expect(withOptions(group(option()))).toEqual(['options.0.options.0.type BASE_TYPE_CHOICES']);
    expect(withOptions(sub(sub()))).toEqual(['options.0.options.0.type BASE_TYPE_CHOICES']);
    expect(withOptions(option({ options: [option()] }))).toEqual([
      'options.0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ]);
  });

  it('offer up to 25 choices of their type, or autocomplete, not both', () => {
    const choice = (value: unknown) => ({ name: 'n', value });
    expect(withOptions(option({ choices: [choice('v')] }))).toBeUndefined();
    expect(withOptions(option({ type: 4, choices: [choice('v')] }))).toEqual([
      'options.0.choices.0.value NUMBER_TYPE_COERCE',
    ]);
    expect(withOptions(option({ choices: [choice('v'), choice('w')] }))).toEqual([
      'options.0.choices.1 APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
    ]);
    expect(withOptions(option({ autocomplete: true, choices: [choice('v')] }))).toEqual([
      'options.0.choices APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES',
    ]);
    expect(withOptions(option({ type: 6, autocomplete: true }))).toEqual([
      'options.0.autocomplete APPLICATION_COMMAND_AUTOCOMPLETE_TYPE_INVALID',
    ]);
    const many = Array.from({ length: 26 }, (_, i) => ({ name: `n${i}`, value: `v${i}` }));
    expect(withOptions(option({ choices: many }))).toEqual(['options.0.choices BASE_TYPE_MAX_LENGTH']);
  });

  it('bound text by length and numbers by value', () => {
    expect(withOptions(option({ max_length: 6000 }))).toBeUndefined();
    expect(withOptions(option({ max_length: 6001 }))).toEqual(['options.0.max_length NUMBER_TYPE_MAX']);
    expect(withOptions(option({ type: 4, min_value: 5, max_value: 4 }))).toEqual([
      'options.0.min_value NUMBER_TYPE_MAX',
    ]);
    expect(withOptions(option({ type: 4, min_value: 0.5 }))).toEqual([
      'options.0.min_value NUMBER_TYPE_COERCE',
    ]);
  });
});

describe('a list of commands', () => {
  it('names the index first and has every name once per type', () => {
    const list = [command(), { type: 3, name: 'poll' }, command({ name: 'Bad' }), command()];
    expect(refusalOf(() => checkCommands(list))?.faults).toEqual([
      '2.name APPLICATION_COMMAND_INVALID_NAME',
      '3 APPLICATION_COMMANDS_DUPLICATE_NAME',
    ]);
    expect(refusalOf(() => checkCommands({}))?.faults).toEqual(['LIST_TYPE_CONVERT']);
  });

  it('has up to 100 slash commands, 15 for people and 15 for messages', () => {
    const slash = (count: number) => Array.from({ length: count }, (_, i) => command({ name: `c${i}` }));
    const menus = (count: number) => Array.from({ length: count }, (_, i) => ({ type: 3, name: `c${i}` }));
    expect(refusalOf(() => checkCommands([...slash(100), ...menus(15)]))).toBeUndefined();
    expect(refusalOf(() => checkCommands(slash(101)))?.code).toBe(30032);
    expect(refusalOf(() => checkCommands(menus(16)))?.code).toBe(30032);
  });

  it('is changed one by one with the whole in view', () => {
    const current = { ...command(), type: 1, options: [option()] };
    expect(refusalOf(() => checkCommandEdit({ description: 'new' }, current))).toBeUndefined();
    expect(refusalOf(() => checkCommandEdit({ name: 'New' }, current))?.faults).toEqual([
      'name APPLICATION_COMMAND_INVALID_NAME',
    ]);
  });
});
