import { checkEmoji, type EmojiIds } from './emoji.ts';
import { asModel, type Body, choice, flag, integer, list, model, text } from './fields.ts';
import { at, type Spot } from './form.ts';

/** Hours that a native poll may run: 32 days. */
const MAX_HOURS = 768;

/** A native poll: a question of 300 characters, 1 to 10 answers of 55, up to 768 hours. Answers whether there is one. */
export function inspectPoll(spot: Spot, body: Body, context: { emojiIds?: EmojiIds }): boolean {
  const poll = model(spot, body, 'poll');
  if (!poll) return false;
  const place = at(spot, 'poll');
  const question = model(place, poll, 'question', { required: true });
  if (question) text(at(place, 'question'), question, 'text', { required: true, max: 300 });
  const answers = list(place, poll, 'answers', { required: true, min: 1, max: 10 });
  for (const [i, answer] of (answers ?? []).entries()) {
    checkAnswer(at(at(place, 'answers'), i), answer, context.emojiIds);
  }
  integer(place, poll, 'duration', { min: 1, max: MAX_HOURS });
  flag(place, poll, 'allow_multiselect');
  choice(place, poll, 'layout_type', [1]);
  return true;
}

function checkAnswer(spot: Spot, value: unknown, emojiIds: EmojiIds): void {
  const answer = asModel(spot, value);
  if (!answer) return;
  const media = model(spot, answer, 'poll_media', { required: true });
  if (!media) return;
  const place = at(spot, 'poll_media');
  text(place, media, 'text', { required: true, max: 55 });
  const emoji = model(place, media, 'emoji');
  if (emoji) checkEmoji(at(place, 'emoji'), emoji, emojiIds);
}
