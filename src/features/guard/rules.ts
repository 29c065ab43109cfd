import type { APIMessage } from 'discord-api-types/v10';
import { MessageType } from 'discord-api-types/v10';
import { snowflakeTime } from '../../discord/snowflake.ts';
import type { First } from './model.ts';

/** What follows each other within this time belongs together; the same as for conversations. */
export const TALK_GAP_MS = 30 * 60_000;

type Said = Pick<APIMessage, 'id' | 'author' | 'type' | 'mentions' | 'webhook_id' | 'message_reference'>;
type Person = Pick<First, 'userId' | 'messageId' | 'placeId'>;

/**
 * What stands around a first message. `after` is the oldest first; `thread` was said in a thread begun from it;
 * `greetings` are ids of other newcomers' first messages, which are no answer to anybody.
 */
export interface Around {
  before: Said | undefined;
  after: readonly Said[];
  thread: readonly Said[];
  greetings: ReadonlySet<string>;
}

/** Somebody else, and a person. */
export function isAnother(
  { author, type, webhook_id: webhookId }: Pick<Said, 'author' | 'type' | 'webhook_id'>,
  userId: string,
): boolean {
  if (author.bot === true || author.system === true || webhookId !== undefined) return false;
  return author.id !== userId && (type === MessageType.Default || type === MessageType.Reply);
}

/** Whether a message is plainly meant for the author of a first message: a reply, a mention, or said in their thread. */
export function answersDirectly(said: Said, place: string, { userId, messageId, placeId }: Person): boolean {
  if (!isAnother(said, userId)) return false;
  // A thread has the id of the message that it hangs on, and so has a post in a forum.
  if (place === messageId) return true;
  if (place !== placeId) return false;
  if (said.message_reference?.message_id === messageId) return true;
  return said.mentions.some(({ id }) => id === userId);
}

/**
 * Whether somebody answered. Where it was quiet before, also whoever spoke next within the same talk: people welcome a
 * newcomer without Discord's reply. In a talk that was on already that may have been about anything.
 */
export function isAnswered({ before, after, thread, greetings }: Around, first: Person): boolean {
  const { userId, messageId, placeId } = first;
  if (thread.some((said) => isAnother(said, userId))) return true;
  if (after.some((said) => answersDirectly(said, placeId, first))) return true;
  const at = snowflakeTime(messageId);
  const wasQuiet = before === undefined || at - snowflakeTime(before.id) > TALK_GAP_MS;
  if (!wasQuiet) return false;
  let last = at;
  for (const said of after) {
    const time = snowflakeTime(said.id);
    if (time - last > TALK_GAP_MS) return false;
    if (isAnother(said, userId) && !greetings.has(said.id)) return true;
    last = time;
  }
  return false;
}
