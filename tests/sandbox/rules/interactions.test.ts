import { describe, expect, it } from 'vitest';
import {
  type CallbackContext,
  checkInteractionCallback,
} from '../../../src/sandbox/rules/validate-callback.ts';
import { checkModal } from '../../../src/sandbox/rules/validate-modal.ts';
import { refusalOf } from './refusal.ts';

const [COMMAND, COMPONENT, AUTOCOMPLETE, SUBMIT] = [2, 3, 4, 5];
const message = { content: 'a', embeds: [], components: [], attachments: [] };
const answer = (interactionType: number, body: unknown, more: Partial<CallbackContext> = {}) =>
  refusalOf(() => checkInteractionCallback(body, { interactionType, ...more }));
const label = (component: object, more: object = {}) => ({ type: 18, label: 'Question', component, ...more });
const input = (more: object = {}) => ({ type: 4, custom_id: 'q', style: 1, ...more });
const modal = (...components: object[]) => ({ custom_id: 'm', title: 'Poll', components });

describe('the answer to an interaction', () => {
  it.each([
    ['a command', COMMAND, [4, 5, 9, 12], [1, 6, 7, 8, 10, 99]],
    ['a component', COMPONENT, [4, 5, 6, 7, 9, 12], [1, 8, 10]],
    ['autocomplete', AUTOCOMPLETE, [8], [4, 5, 6, 7, 9]],
    ['a modal', SUBMIT, [4, 5, 12], [6, 7, 8, 9]],
  ])('to %s is of a type that fits', (_, interactionType, fine, refused) => {
    const data: Record<number, object> = {
      4: { content: 'a' },
      8: { choices: [] },
      9: modal(label(input())),
    };
    const context = interactionType === COMPONENT ? { message } : {};
    for (const type of fine)
      expect([type, answer(interactionType, { type, data: data[type] }, context)]).toEqual([type, undefined]);
    for (const type of refused) {
      expect(answer(interactionType, { type, data: data[type] }, context)?.faults).toEqual([
        'type BASE_TYPE_CHOICES',
      ]);
    }
  });

  it('to a modal that a button opened may update that message, but never open another modal', () => {
    expect(answer(SUBMIT, { type: 7, data: { content: 'b' } }, { message })).toBeUndefined();
    expect(answer(SUBMIT, { type: 9, data: modal(label(input())) }, { message })?.faults).toEqual([
      'type BASE_TYPE_CHOICES',
    ]);
  });

  it('can be deferred as ephemeral and with no other flag', () => {
    expect(answer(COMMAND, { type: 5, data: { flags: 64 } })).toBeUndefined();
    expect(answer(COMMAND, { type: 5, data: { flags: 64 | (1 << 15) } })?.faults).toEqual([
      'data.flags MESSAGE_FLAGS_INVALID',
    ]);
    expect(answer(COMPONENT, { type: 6, data: { flags: 64 } }, { message })?.faults).toEqual([
      'data.flags MESSAGE_FLAGS_INVALID',
    ]);
  });

  it('names faults of the message under data', () => {
    expect(answer(COMMAND, { type: 4, data: { content: 'a'.repeat(2001) } })?.faults).toEqual([
      'data.content BASE_TYPE_MAX_LENGTH',
    ]);
    expect(answer(COMMAND, { type: 4 })?.code).toBe(50006);
    expect(answer(COMMAND, {})?.faults).toEqual(['type BASE_TYPE_REQUIRED']);
    expect(answer(COMMAND, 'x')?.faults).toEqual([' MODEL_TYPE_CONVERT'.trim()]);
  });

  it('offers up to 25 choices of the option’s type', () => {
    const choices = (count: number, value: unknown = 'v') =>
      Array.from({ length: count }, (_, i) => ({ name: `n${i}`, value }));
    expect(
      answer(AUTOCOMPLETE, { type: 8, data: { choices: choices(25) } }, { optionType: 3 }),
    ).toBeUndefined();
    expect(answer(AUTOCOMPLETE, { type: 8, data: { choices: choices(26) } })?.faults).toEqual([
      'data.choices BASE_TYPE_MAX_LENGTH',
    ]);
    expect(
      answer(AUTOCOMPLETE, { type: 8, data: { choices: choices(1, 5) } }, { optionType: 3 })?.faults,
    ).toEqual(['data.choices.0.value STRING_TYPE_CONVERT']);
    expect(
      answer(AUTOCOMPLETE, { type: 8, data: { choices: [{ name: 'n'.repeat(101), value: 'v' }] } })?.faults,
    ).toEqual(['data.choices.0.name BASE_TYPE_BAD_LENGTH']);
  });
});

describe('a modal', () => {
  const check = (body: unknown) => refusalOf(() => checkModal(body))?.faults;

  it('has a custom id, a title of 45 characters and 1 to 5 parts', () => {
    expect(check(modal(label(input())))).toBeUndefined();
    expect(check({})).toEqual([
      'custom_id BASE_TYPE_REQUIRED',
      'title BASE_TYPE_REQUIRED',
      'components BASE_TYPE_REQUIRED',
    ]);
    expect(check({ ...modal(label(input())), title: 't'.repeat(46) })).toEqual([
      'title BASE_TYPE_BAD_LENGTH',
    ]);
    const parts = (count: number) =>
      Array.from({ length: count }, (_, i) => label(input({ custom_id: `q${i}` })));
    expect(check(modal(...parts(5)))).toBeUndefined();
    expect(check(modal(...parts(6)))).toEqual(['components BASE_TYPE_BAD_LENGTH']);
    expect(check(modal())).toEqual(['components BASE_TYPE_BAD_LENGTH']);
  });

  it('has every text input in a Label', () => {
    expect(check(modal(input()))).toEqual(['components.0 UNION_TYPE_CHOICES']);
    expect(check(modal({ type: 1, components: [input({ label: 'old' })] }))).toEqual([
      'components.0 UNION_TYPE_CHOICES',
    ]);
    expect(check(modal(label(input({ label: 'twice' }))))).toEqual([
      'components.0.component.label TEXT_INPUT_LABEL_INVALID',
    ]);
    expect(check(modal({ type: 18, label: 'empty' }))).toEqual(['components.0.component BASE_TYPE_REQUIRED']);
  });

  it('has no buttons and nothing disabled', () => {
    expect(check(modal(label({ type: 2, style: 1, label: 'a', custom_id: 'b' })))).toEqual([
      'components.0.component UNION_TYPE_CHOICES',
    ]);
    const select = { type: 5, custom_id: 's', disabled: true };
    expect(check(modal(label(select)))).toEqual([
      'components.0.component.disabled COMPONENT_DISABLED_INVALID',
    ]);
  });

  it('never uses a custom id twice', () => {
    expect(check(modal(label(input()), label(input())))).toEqual([
      'components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ]);
  });

  it.each([
    ['label', label(input(), { label: 'l'.repeat(46) }), 'label BASE_TYPE_BAD_LENGTH'],
    ['description', label(input(), { description: 'd'.repeat(101) }), 'description BASE_TYPE_MAX_LENGTH'],
    [
      'placeholder',
      label(input({ placeholder: 'p'.repeat(101) })),
      'component.placeholder BASE_TYPE_MAX_LENGTH',
    ],
    ['value', label(input({ value: 'v'.repeat(4001) })), 'component.value BASE_TYPE_MAX_LENGTH'],
    ['max_length', label(input({ max_length: 4001 })), 'component.max_length NUMBER_TYPE_MAX'],
    [
      'crossed lengths',
      label(input({ min_length: 9, max_length: 8 })),
      'component.min_length TEXT_INPUT_MIN_LENGTH_INVALID',
    ],
    ['style', label(input({ style: 3 })), 'component.style BASE_TYPE_CHOICES'],
    [
      'radio group of one',
      label({ type: 21, custom_id: 'r', options: [{ label: 'a', value: 'a' }] }),
      'component.options BASE_TYPE_BAD_LENGTH',
    ],
    [
      'file count',
      label({ type: 19, custom_id: 'f', max_values: 11 }),
      'component.max_values NUMBER_TYPE_MAX',
    ],
    [
      'file type',
      label({ type: 19, custom_id: 'f', file_types: ['exe'] }),
      'component.file_types.0 FILE_UPLOAD_FILE_TYPE_INVALID',
    ],
  ])('is refused for a bad %s', (_, part, fault) => {
    expect(check(modal(part))).toEqual([`components.0.${fault}`]);
  });

  it('takes every kind of input', () => {
    const options = [
      { label: 'a', value: 'a' },
      { label: 'b', value: 'b' },
    ];
    expect(
      check(
        modal(
          { type: 10, content: 'Welcome' },
          label({ type: 21, custom_id: 'r', options }),
          label({ type: 22, custom_id: 'c', options, min_values: 0, required: false }),
          label({ type: 23, custom_id: 'b', default: true }),
          label({ type: 19, custom_id: 'f', file_types: ['image', '.csv'] }),
        ),
      ),
    ).toBeUndefined();
  });

  it('lets no radio group preselect two', () => {
    const options = ['a', 'b'].map((value) => ({ label: value, value, default: true }));
    expect(check(modal(label({ type: 21, custom_id: 'r', options })))).toEqual([
      'components.0.component SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
    ]);
  });
});
