/** A whole emoji as recommended for interchange; needs the `v` flag, which TypeScript's target does not know yet. */
const emojiAtStart = new RegExp('^\\p{RGI_Emoji}', 'v');
/** An emoji typed without the variation selector that asks for the coloured picture. */
const bareEmojiAtStart = /^(?![©®™‼⁉ℹ])\p{Extended_Pictographic}/u;
const COLOURED = '\uFE0F';

/** The Unicode emoji that a text begins with, as it was typed and as it is shown; empty where there is none. */
export function leadingEmoji(text: string): [typed: string, emoji: string] {
  const whole = emojiAtStart.exec(text)?.[0];
  if (whole !== undefined) return [whole, whole];
  const bare = bareEmojiAtStart.exec(text)?.[0];
  if (bare !== undefined && emojiAtStart.test(bare + COLOURED)) return [bare, bare + COLOURED];
  return ['', ''];
}
