import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import ama from '../../commands/ama.ts';
import giveAShoutOut from '../../commands/give-a-shout-out.ts';
import idea from '../../commands/idea.ts';
import makeAPoll from '../../commands/make-a-poll.ts';
import poll from '../../commands/poll.ts';
import setup from '../../commands/setup.ts';
import shoutOutThisMessage from '../../commands/shout-out-this-message.ts';
import shoutout from '../../commands/shoutout.ts';
import suggestAsAnIdea from '../../commands/suggest-as-an-idea.ts';
import type { IdeaRefusalCode } from '../../src/features/ideas/ports.ts';
import { messageInput, parseWeights, pollNumber } from '../../src/features/polls/command-input.ts';
import type { ProblemCode, RefusalCode } from '../../src/features/polls/ports.ts';
import type { Messages } from '../../src/i18n/messages.ts';
import { locales, textsOf } from '../../src/i18n/translator.ts';
import { checkCommands } from '../../src/sandbox/rules/validate-command.ts';
import { UserError } from '../../src/shared/user-error.ts';
import { hostileText } from '../features/polls/hostile.ts';

const always = () => true;

describe('the commands', () => {
  const commands = [
    poll,
    makeAPoll,
    idea,
    suggestAsAnIdea,
    ama,
    shoutout,
    giveAShoutOut,
    shoutOutThisMessage,
    setup,
  ].map((make) => make({} as never));

  test('are taken by Discord, with every language counted', () => {
    expect(() => checkCommands(commands.map((command) => command.data))).not.toThrow();
  });

  test.each(['poll', 'idea', 'ama'])(
    '/%s has a handler for every subcommand, and the other way round',
    (name) => {
      const command = commands.find(({ data }) => data.name === name)!;
      const offered = 'options' in command.data ? command.data.options!.map((option) => option.name) : [];
      expect(offered.length).toBeGreaterThan(5);
      expect(command.type === 'chat' ? Object.keys(command.handlers).toSorted() : []).toEqual(
        offered.toSorted(),
      );
    },
  );
});

/** Every refusal and problem has its sentence: this does not compile otherwise. */
const worded: RefusalCode | ProblemCode | IdeaRefusalCode extends keyof Messages ? true : never = true;

/** What Discord shows only so much of (labels 45, descriptions and choices 100) is never cut. */
const shortTexts: [RegExp, number][] = [
  [/^polls\.(kinds|privacies|resultsShown|repeats|statuses)\./u, 100],
  [/^polls\.form\.\w+(Help|About|Placeholder)$/u, 100],
  [/^polls\.form\.(?!\w+(?:Help|About|Placeholder|Mixed)$)/u, 45],
  [/^settings\.(creators|languages)\.|^settings\.zoneModal\./u, 100],
];

test.each(locales)('in %s nothing in forms and menus is cut', (locale) => {
  for (const [pattern, most] of shortTexts) {
    const keys = [...textsOf(locale)].filter(([key]) => pattern.test(key));
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter(([, text]) => text.length > most).map(([key]) => key)).toEqual([]);
  }
});

test('every language says something in every text', () => {
  expect(worded).toBe(true);
  for (const locale of locales) {
    for (const [key, text] of textsOf(locale)) expect(`${key}: ${text.trim()}`).not.toBe(`${key}: `);
  }
});

describe('a message as a poll', () => {
  test('its list becomes the options, its other words the question', () => {
    expect(messageInput('Which roast next?\n- ☕ Kenya\n* Peru\n3. Sumatra', always)).toEqual({
      question: 'Which roast next?',
      options: '☕ Kenya\nPeru\nSumatra',
    });
  });

  test('without a list everything is the question', () => {
    expect(messageInput('Shall we\nmeet on Friday?', always)).toEqual({
      question: 'Shall we meet on Friday?',
      options: '',
    });
  });

  test('a custom emoji that the bot cannot use is taken out', () => {
    const content = 'Which?\n- <:mine:123456789012345678> one\n- <:theirs:123456789012345679> two';
    const input = messageInput(content, (id) => id === '123456789012345678');
    expect(input.options).toBe('<:mine:123456789012345678> one\n two');
  });

  test('whatever it holds, the question fits the form', () => {
    fc.assert(
      fc.property(hostileText(2000), (content) => {
        expect(messageInput(content, always).question?.length).toBeLessThanOrEqual(300);
      }),
    );
  });
});

describe('weights', () => {
  test.each([
    ['', []],
    ['<@&1> 3', [{ roleId: '1', weight: 3 }]],
    [
      '<@&1> x3, <@&2>: 2',
      [
        { roleId: '1', weight: 3 },
        { roleId: '2', weight: 2 },
      ],
    ],
  ])('%j is understood', (text, weights) => {
    expect(parseWeights(text)).toEqual(weights);
  });

  test.each(['founders 3', '<@&1>', '<@&1> three', '<@1> 3', '3'])('%j is refused', (text) => {
    expect(() => parseWeights(text)).toThrow(UserError);
  });
});

test.each([
  ['12', 12],
  ['#12', 12],
  [' 7 ', 7],
  ['coffee', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['', undefined],
])('%j is poll number %s', (typed, number) => {
  expect(pollNumber(typed)).toBe(number);
});
