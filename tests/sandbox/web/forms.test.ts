import { describe, expect, it } from 'vitest';
import type { CommandIndex } from '../../../src/sandbox/web/api/command-types.ts';
import type { ModalComponent } from '../../../src/sandbox/web/api/component-types.ts';
import { relativeTime, timeText } from '../../../src/sandbox/web/markdown/time-text.ts';
import {
  type CommandEntry,
  commandEntries,
  matchEntries,
  optionProblem,
  sentOptions,
} from '../../../src/sandbox/web/state/command-entries.ts';
import {
  initialValues,
  inputProblem,
  modalInputs,
  sentModal,
} from '../../../src/sandbox/web/state/modal-values.ts';

const index: CommandIndex = {
  applications: [],
  application_commands: [
    {
      id: '1',
      application_id: '9',
      name: 'poll',
      description: 'Polls',
      options: [
        {
          type: 1,
          name: 'quick',
          description: 'Quick',
          options: [
            { type: 3, name: 'question', description: '', required: true },
            { type: 4, name: 'days', description: '', min_value: 1, max_value: 90 },
          ],
        },
        {
          type: 2,
          name: 'admin',
          description: 'Admin',
          options: [{ type: 1, name: 'close', description: 'Close' }],
        },
      ],
    },
    { id: '2', application_id: '9', type: 3, name: 'Make a poll', description: '' },
  ],
};

const entry = (name: string): CommandEntry =>
  commandEntries(index).find((item) => item.fullName === name) as CommandEntry;

describe('the command picker', () => {
  it('lists every subcommand and no context menu', () => {
    expect(commandEntries(index).map((item) => item.fullName)).toEqual(['poll quick', 'poll admin close']);
    expect(matchEntries(commandEntries(index), 'close').map((item) => item.fullName)).toEqual([
      'poll admin close',
    ]);
  });

  it('nests what is sent below group and subcommand, and marks the field that is being completed', () => {
    const fields = { question: { text: 'Why?' }, days: { text: '7' } };
    expect(sentOptions(entry('poll quick'), fields).options).toEqual([
      {
        type: 1,
        name: 'quick',
        options: [
          { type: 3, name: 'question', value: 'Why?' },
          { type: 4, name: 'days', value: 7 },
        ],
      },
    ]);
    expect(sentOptions(entry('poll admin close'), {}).options).toEqual([
      { type: 2, name: 'admin', options: [{ type: 1, name: 'close', options: [] }] },
    ]);
    expect(sentOptions(entry('poll quick'), {}, 'question').options[0]?.options).toEqual([
      { type: 3, name: 'question', value: '', focused: true },
    ]);
  });

  it.each([
    [{ type: 3, required: true }, '', 'This option is required.'],
    [{ type: 3 }, '', undefined],
    [{ type: 4 }, '1.5', 'Enter a whole number.'],
    [{ type: 10, min_value: 2 }, '1.5', 'The smallest value is 2.'],
    [{ type: 4, max_value: 9 }, '10', 'The largest value is 9.'],
    [{ type: 3, min_length: 3 }, 'ab', 'At least 3 characters, now 2.'],
    [{ type: 3, choices: [{ name: 'A', value: 'a' }] }, 'b', 'Choose one of the listed values.'],
    [{ type: 6 }, 'somebody', 'Choose a user from the list.'],
  ])('says what is wrong with %j holding %j', (option, text, problem) => {
    expect(optionProblem({ name: 'x', description: '', ...option }, { text })).toBe(problem);
  });
});

const modal: ModalComponent[] = [
  { type: 10, id: 1, content: 'Hello' },
  {
    type: 18,
    id: 2,
    label: 'Name',
    component: { type: 4, style: 1, custom_id: 'name', min_length: 2, value: 'Mia' },
  },
  {
    type: 18,
    id: 3,
    label: 'Roast',
    component: { type: 21, custom_id: 'roast', required: false, options: [{ label: 'A', value: 'a' }] },
  },
  {
    type: 18,
    id: 4,
    label: 'Extras',
    component: {
      type: 22,
      custom_id: 'extras',
      min_values: 2,
      options: [
        { label: 'A', value: 'a', default: true },
        { label: 'B', value: 'b' },
      ],
    },
  },
  { type: 18, id: 5, label: 'Thread', component: { type: 23, custom_id: 'thread', default: true } },
];

describe('a modal', () => {
  it('starts from its defaults and is sent in its own shape', () => {
    const values = initialValues(modal);
    expect(sentModal(modal, values).components).toEqual([
      { type: 10, id: 1 },
      { type: 18, id: 2, component: { type: 4, custom_id: 'name', value: 'Mia' } },
      { type: 18, id: 3, component: { type: 21, custom_id: 'roast', value: null } },
      { type: 18, id: 4, component: { type: 22, custom_id: 'extras', values: ['a'] } },
      { type: 18, id: 5, component: { type: 23, custom_id: 'thread', value: true } },
    ]);
  });

  it('knows what is missing', () => {
    const values = { ...initialValues(modal), name: { text: '' } };
    const problems = modalInputs(modal).map((input) =>
      inputProblem(input, values[input.custom_id as 'name']),
    );
    expect(problems).toEqual(['This field is required.', undefined, 'Choose at least 2 options.', undefined]);
  });
});

describe('stamps', () => {
  it.each([
    [30, 'in 30 seconds'],
    [-90, '2 minutes ago'],
    [3 * 3600, 'in 3 hours'],
    [3 * 86_400, 'in 3 days'],
    [-45 * 86_400, 'last month'],
    [800 * 86_400, 'in 2 years'],
  ])('says how far %i seconds are', (seconds, words) => {
    expect(relativeTime(seconds * 1000, 0, 'en')).toBe(words);
  });

  it('does not choke on an instant beyond the calendar', () => {
    expect(timeText(9_999_999_999_999, 'F', 0, 'en')).toBe('Invalid date');
  });
});
