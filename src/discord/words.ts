import { cutGraphemes, escapeMarkdown, plainLine, stripBidi } from '../shared/text.ts';

/** How texts of members, instants and addresses are written in messages. */

/** Latin words with single spaces: nothing in them needs escaping, and most options are nothing else. */
const harmless = /^[A-Za-z0-9À-ž]+(?: [A-Za-z0-9À-ž]+)*$/u;

/**
 * One line of user text, escaped, at most `max` UTF-16 units long (and so at most 3 × `max` bytes). Escaping
 * lengthens, so what does not fit is cut before it is escaped, never through an escape.
 */
export function shown(raw: string, max: number): string {
  return raw.length <= max && harmless.test(raw) ? raw : escapedWithin(plainLine(raw), max);
}

/** The same for texts of several lines; more than one empty line in a row becomes one. */
export function shownText(raw: string, max: number): string {
  return escapedWithin(tidy(raw), max);
}

const fence = '```';
const spoiler = '||';
/** A text that was cut ends with it, before a code block or a spoiler is closed. */
export const cutEnd = /…(?:\n```)?(?:\|\|)?$/u;

/**
 * Text of those whom the community lets speak for it, such as a guest's answer: their markdown works. Never for what
 * any member may write. A code block left open is closed, so that it swallows nothing that stands below, and so is a
 * spoiler that was cut, so that it hides what is left of it.
 */
export function formatted(raw: string, max: number): string {
  const closing = `\n${fence}`;
  const whole = tidy(raw);
  const cut = cutGraphemes(whole, max - closing.length - spoiler.length);
  const text = isOpen(cut, fence) ? cut + closing : cut;
  return isOpen(proseOf(text), spoiler) && !isOpen(proseOf(whole), spoiler) ? text + spoiler : text;
}

/** An odd number of these marks: the last one is not closed. */
function isOpen(text: string, mark: string): boolean {
  return text.split(mark).length % 2 === 0;
}

/** Without its code, in which no sign means anything. */
function proseOf(text: string): string {
  return text.replace(/(`+)[\s\S]*?\1/gu, '');
}

function tidy(raw: string): string {
  return stripBidi(raw)
    .replace(/[ \t]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function escapedWithin(text: string, max: number): string {
  for (let room = max; room > 0; room = Math.floor(room * 0.8)) {
    const escaped = escapeMarkdown(cutGraphemes(text, room));
    if (escaped.length <= max) return escaped;
  }
  return '';
}

/** User text for places that show no markdown: buttons, names of threads, alt texts. */
export function plain(raw: string, max: number): string {
  return cutGraphemes(plainLine(raw), max);
}

/**
 * User text for paper, where nothing can be pressed and nobody looked up: mentions and instants become an ellipsis,
 * links and custom emoji their words, marks of Markdown nothing.
 */
export function printed(raw: string, max: number): string {
  const words = raw
    .replace(/<(?:@[!&]?|#|\/[^:<>]+:)\d+>|<t:-?\d+(?::\w)?>|<id:\w+>/gu, '…')
    .replace(/<a?(:\w+:)\d+>/gu, '$1')
    .replace(/\[([^\][]+)\]\(<?https?:[^\s)]*\)/gu, '$1')
    .replace(/(\*\*|__|~~|\|\||`+)(?=\S)([^\n]+?)(?<=\S)\1/gu, '$2');
  return plain(words, max);
}

/** `<t:…>` in Discord's styles: R relative, f date and time, F with the weekday, D the date, t the time. `at` is UTC ms. */
export function stamp(at: number, style: 'R' | 'f' | 'F' | 'D' | 't'): string {
  return `<t:${Math.floor(at / 1000)}:${style}>`;
}

/** The address of a message, or of a thread or channel; Discord opens it in the app. */
export function messageLink(place: { guildId: string; channelId: string; messageId?: string }): string {
  const { guildId, channelId, messageId } = place;
  const end = messageId === undefined ? '' : `/${messageId}`;
  return `https://discord.com/channels/${guildId}/${channelId}${end}`;
}

/** Lines of a quoted text that keep their breaks; each costs two units for its mark. */
const quotedLines = 12;

/** Every line of a quoted text begins with the mark. */
export function quoted(text: string): string {
  const lines = text.split('\n');
  const rest = lines.slice(quotedLines - 1).filter((line) => line !== '');
  return [...lines.slice(0, quotedLines - 1), ...(rest.length > 0 ? [rest.join(' ')] : [])]
    .map((line) => `> ${line}`)
    .join('\n');
}
