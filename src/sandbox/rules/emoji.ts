import { type Body, isSnowflake, text } from './fields.ts';
import { fault, type Spot } from './form.ts';

/** Built from text because the `v` flag is newer than the language level of the project. */
const EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');
const SINGLE_INDICATOR = /^\p{Regional_Indicator}$/u;
const TEXT_STYLE = /(?!\p{Emoji_Presentation})\p{Emoji}(?!\p{Emoji_Modifier})/gu;

/** Known answers: the same few emoji come again with every edit. */
const known = new Map<string, boolean>();

/** Whether `text` is exactly one Unicode emoji, with or without its variation selectors. */
export function isEmoji(text: string): boolean {
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const bare = text.replaceAll('\uFE0F', '');
  const answer =
    EMOJI.test(text) ||
    EMOJI.test(bare) ||
    EMOJI.test(bare.replace(TEXT_STYLE, '$&\uFE0F')) ||
    SINGLE_INDICATOR.test(text);
  if (known.size < 5_000) known.set(text, answer);
  return answer;
}

/** The custom emoji that the sender may use; without it every id passes. */
export type EmojiIds = ReadonlySet<string> | undefined;

/** An emoji on a button, an option, a poll answer or a tag: a custom one by id, or a Unicode one by name. */
export function checkEmoji(spot: Spot, emoji: Body, emojiIds: EmojiIds): void {
  const id = emoji['id'];
  const name = text(spot, emoji, 'name', { max: 32 });
  if (id !== undefined && id !== null) {
    if (!isSnowflake(id)) fault(spot, 'BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji');
    else if (emojiIds && !emojiIds.has(id)) fault(spot, 'BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji');
    return;
  }
  if (name === undefined || !isEmoji(name)) fault(spot, 'BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji');
}
