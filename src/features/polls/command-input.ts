import type { CommandOptions } from '../../discord/inputs.ts';
import { cutGraphemes, plainLine } from '../../shared/text.ts';
import { UserError } from '../../shared/user-error.ts';
import { chosenWords, type IsEmojiUsable, usableEmoji } from './form-input.ts';
import type { PollInput } from './model.ts';
import { optionsFromOneLine } from './option-text.ts';
import { asTyped } from './rules.ts';

/** What a slash command or a message says about a poll in the making. */

/** As the options are called in the command; Discord always sends these names, whatever the language. */
export const optionNames = {
  question: 'question',
  options: 'options',
  kind: 'kind',
  closes: 'closes',
  privacy: 'privacy',
  results: 'results',
  role: 'role',
  weights: 'weights',
  quorum: 'quorum',
  maxChoices: 'max-choices',
  closeEarly: 'close-early',
  thread: 'thread',
  starts: 'starts',
  repeat: 'repeat',
  poll: 'poll',
  until: 'until',
  status: 'status',
} as const;

/** Options of `/poll create` and `/poll quick`. Throws a refusal for weights that cannot be read. */
export function commandInput(options: CommandOptions, isUsable: IsEmojiUsable): Partial<PollInput> {
  const role = options.text(optionNames.role);
  const lines = options.text(optionNames.options);
  const input: Partial<PollInput> = {
    ...chosenWords({
      kind: options.text(optionNames.kind),
      privacy: options.text(optionNames.privacy),
      results: options.text(optionNames.results),
      repeat: options.text(optionNames.repeat),
    }),
    question: options.text(optionNames.question) ?? '',
    closes: options.text(optionNames.closes) ?? '',
    opens: options.text(optionNames.starts) ?? '',
    options: lines === undefined ? '' : optionsFromOneLine(usableEmoji(lines, isUsable)),
    voterRoleIds: role === undefined ? [] : [role],
    weights: parseWeights(options.text(optionNames.weights) ?? ''),
    closeEarly: options.flag(optionNames.closeEarly) ?? false,
    thread: options.flag(optionNames.thread) ?? false,
  };
  const quorum = options.number(optionNames.quorum);
  const maxChoices = options.number(optionNames.maxChoices);
  return {
    ...input,
    ...(quorum === undefined ? {} : { quorum }),
    ...(maxChoices === undefined ? {} : { maxChoices }),
  };
}

const weightPattern = /<@&(\d{1,20})>\s*[x×*=:]?\s*(\d{1,4})/gu;

/** `@Founder 3 @Regular 2`, roles as mentions. Throws a refusal if anything else is left over. */
export function parseWeights(text: string): PollInput['weights'] {
  const leftOver = text.replace(weightPattern, '').replace(/[\s,;|]+/gu, '');
  if (leftOver !== '') {
    throw new UserError('polls.refusals.weights-not-understood', { text: asTyped(text) });
  }
  return [...text.matchAll(weightPattern)].map(([, roleId = '', weight]) => ({
    roleId,
    weight: Number(weight),
  }));
}

/** Longer questions would only have to be shortened by hand. */
const longestQuestion = 300;
const listItem = /^\s*(?:[-*•–▪◦]|\d{1,2}[.)]|[a-zA-Z][.)])\s+(\S.*)$/u;

/** A message as a poll: lines that look like a list become options, the other words the question. */
export function messageInput(content: string, isUsable: IsEmojiUsable): Partial<PollInput> {
  const lines = content.split(/\r\n|[\r\n]/u);
  const items = lines.map((line) => listItem.exec(line)?.[1]?.trim()).filter((item) => item !== undefined);
  const isList = items.length >= 2;
  const words = isList ? lines.filter((line) => !listItem.test(line)) : lines;
  const question = plainLine(words.join(' ').replace(/^\s*#{1,3}\s+/u, ''));
  return {
    question: cutGraphemes(question, longestQuestion),
    options: isList ? usableEmoji(items.join('\n'), isUsable) : '',
  };
}

/** The number of a poll from what was typed or picked: `12` or `#12`. */
export function pollNumber(typed: string): number | undefined {
  const digits = /^\s*#?(\d{1,15})\s*$/u.exec(typed)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
