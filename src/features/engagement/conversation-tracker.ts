import { snowflakeTime } from '../../discord/snowflake.ts';
import type { ConversationRepository } from './conversation-repository.ts';
import { ANSWER_WITHIN_MS, type Conversation, type HeardMessage, SESSION_GAP_MS } from './model.ts';

/** What is known of a message's author when it is counted. */
export interface Spoken {
  message: HeardMessage;
  /** The local day. */
  day: number;
  byNewcomer: boolean;
  byStaff: boolean;
}

/**
 * Sorts messages into conversations. One tracker per write: it remembers what it has read and changed, and `save`
 * writes each conversation once, however much was said in it. Messages of one place have to come in their order.
 */
export function trackConversations(repository: ConversationRepository) {
  const known = new Map<number, Conversation>();
  /** By place; the one in which was spoken last. */
  const latest = new Map<string, Conversation | undefined>();
  const changed = new Set<Conversation>();

  /** Each conversation is one object here, whichever way it was found. */
  const same = (found: Conversation | undefined): Conversation | undefined => {
    if (!found) return undefined;
    const first = known.get(found.id);
    if (first) return first;
    known.set(found.id, found);
    return found;
  };
  const latestIn = (placeId: string): Conversation | undefined => {
    if (!latest.has(placeId)) latest.set(placeId, same(repository.latestIn(placeId)));
    return latest.get(placeId);
  };
  const around = (placeId: string, at: number): Conversation | undefined => {
    const here = [...changed, same(repository.around(placeId, at))].filter(
      (each) => each?.placeId === placeId && each.startedAt <= at && each.lastAt >= at,
    );
    return here.reduce((a, b) => ((b?.startedAt ?? 0) > (a?.startedAt ?? 0) ? b : a), undefined);
  };

  const answeredBy = ({ placeId, replyTo, at }: HeardMessage): Conversation | undefined => {
    if (!replyTo) return undefined;
    const found = around(placeId, snowflakeTime(replyTo.messageId));
    return found && at - found.lastAt <= ANSWER_WITHIN_MS ? found : undefined;
  };
  const goingOn = ({ placeId, channelId, at }: HeardMessage): Conversation | undefined => {
    const last = latestIn(placeId);
    return last && (placeId !== channelId || at - last.lastAt <= SESSION_GAP_MS) ? last : undefined;
  };

  const begin = ({ message, day, byNewcomer, byStaff }: Spoken): Conversation => {
    const { guildId, placeId, channelId, userId: starterId, messageId, at } = message;
    const begun = repository.add({
      guildId,
      placeId,
      channelId,
      isThread: placeId !== channelId,
      starterId,
      messageId,
      day,
      startedAt: at,
      lastAt: at,
      messages: 0,
      people: 0,
      firstReplyAt: undefined,
      byNewcomer,
      byStaff,
    });
    known.set(begun.id, begun);
    return begun;
  };

  const answer = (conversation: Conversation, { userId, at }: HeardMessage): void => {
    if (conversation.firstReplyAt !== undefined || conversation.starterId === userId) return;
    conversation.firstReplyAt = at;
    changed.add(conversation);
  };

  return {
    add(spoken: Spoken): void {
      const { message } = spoken;
      const conversation = answeredBy(message) ?? goingOn(message) ?? begin(spoken);
      conversation.messages += 1;
      conversation.lastAt = Math.max(conversation.lastAt, message.at);
      if (repository.join(conversation.id, message.userId)) conversation.people += 1;
      answer(conversation, message);
      changed.add(conversation);
      latest.set(message.placeId, conversation);
      if (!conversation.isThread) return;
      // A thread that hangs on a message answers it.
      const above = same(repository.begunBy(message.placeId));
      if (above && !above.isThread) answer(above, message);
    },
    save: (): void => changed.forEach((conversation) => repository.save(conversation)),
  };
}
