import { leadingEmoji } from '../../shared/leading-emoji.ts';
import { plainLine } from '../../shared/text.ts';
import type { PollOption } from './model.ts';

const customEmojiAtStart = /^<a?:(\w{2,32}):\d{17,20}>/u;

/** One typed line as an option: an emoji at its beginning becomes the button's emoji. */
export function readOption(line: string): PollOption {
  const text = plainLine(line);
  const custom = customEmojiAtStart.exec(text);
  if (custom) {
    const label = text.slice(custom[0].length).trim();
    return { label: label || (custom[1] ?? ''), emoji: custom[0] };
  }
  const [typed, emoji] = leadingEmoji(text);
  const label = text.slice(typed.length).trim();
  // An emoji alone is a fine option; a button needs it as its label then.
  if (emoji === '' || label === '') return { label: text };
  return { label, emoji };
}

/** The lines that hold something, each with its number (from 1) as the person counts them. */
export function optionLines(text: string): { line: number; text: string }[] {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map((each, place) => ({ line: place + 1, text: each }))
    .filter((each) => each.text.trim() !== '');
}

/**
 * Options typed in one line (`/poll quick`), one per line: divided by `|`, or where there is none by `;`, or
 * where there is none by commas. Text that has lines already stays as it is.
 */
export function optionsFromOneLine(text: string): string {
  if (/[\r\n]/u.test(text)) return text;
  const divider = ['|', ';', ','].find((each) => text.includes(each));
  if (divider === undefined) return text.trim();
  return text
    .split(divider)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .join('\n');
}
