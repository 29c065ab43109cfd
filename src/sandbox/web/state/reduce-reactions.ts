import type { Emoji, Id, Message, State } from './model.ts';
import { changeMessage } from './reduce-messages.ts';

export interface ReactionEvent {
  user_id: Id;
  channel_id: Id;
  message_id: Id;
  emoji: Emoji;
}

export interface VoteEvent {
  user_id: Id;
  channel_id: Id;
  message_id: Id;
  answer_id: number;
}

export const emojiKey = (emoji: Emoji): string => emoji.id ?? emoji.name ?? '';

function changed(message: Message, event: ReactionEvent, by: 1 | -1, own: boolean): Message {
  const list = message.reactions ?? [];
  const old = list.find((item) => emojiKey(item.emoji) === emojiKey(event.emoji));
  if (old === undefined) {
    return by === 1
      ? { ...message, reactions: [...list, { count: 1, me: own, emoji: event.emoji }] }
      : message;
  }
  const next = { ...old, count: old.count + by, me: own ? by === 1 : old.me };
  const reactions = list.map((item) => (item === old ? next : item)).filter((item) => item.count > 0);
  return { ...message, reactions };
}

export function reacted(state: State, event: ReactionEvent, by: 1 | -1): State {
  const own = event.user_id === state.me?.id;
  return changeMessage(state, event.channel_id, event.message_id, (message) =>
    changed(message, event, by, own),
  );
}

export function pollVoted(state: State, event: VoteEvent, by: 1 | -1): State {
  const own = event.user_id === state.me?.id;
  return changeMessage(state, event.channel_id, event.message_id, (message) => {
    if (message.poll === undefined) return message;
    const results = message.poll.results ?? { is_finalized: false, answer_counts: [] };
    const old = results.answer_counts.find((item) => item.id === event.answer_id) ?? {
      id: event.answer_id,
      count: 0,
      me_voted: false,
    };
    const next = { ...old, count: Math.max(0, old.count + by), me_voted: own ? by === 1 : old.me_voted };
    const answer_counts = [...results.answer_counts.filter((item) => item.id !== event.answer_id), next];
    return { ...message, poll: { ...message.poll, results: { ...results, answer_counts } } };
  });
}
