import {
  type APIEmbed,
  type APIEmbedField,
  EmbedType,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import { sayInChannel } from '../messages/system.ts';
import { placeOf } from './channels.ts';
import { updateMessage } from './messages.ts';
import type { ChannelState, MessageRecord, Snowflake, World } from './types.ts';

export const voteCounts = (record: MessageRecord): Map<number, Set<Snowflake>> =>
  (record.pollVotes ??= new Map());

export const isFinal = (record: MessageRecord): boolean => record.pollFinalized === true;

/** Sets what somebody has voted for (none to withdraw) and dispatches MESSAGE_POLL_VOTE_ADD and _REMOVE. */
export function castVotes(
  world: World,
  state: ChannelState,
  record: MessageRecord,
  userId: Snowflake,
  answerIds: readonly number[],
): void {
  const votes = voteCounts(record);
  for (const { answer_id: id } of record.message.poll?.answers ?? []) {
    const voters = votes.get(id) ?? new Set();
    votes.set(id, voters);
    const wanted = answerIds.includes(id);
    if (voters.has(userId) === wanted) continue;
    if (wanted) voters.add(userId);
    else voters.delete(userId);
    const place = state.guildId === undefined ? {} : { guild_id: state.guildId };
    world.emit({
      t: `MESSAGE_POLL_VOTE_${wanted ? 'ADD' : 'REMOVE'}`,
      d: { user_id: userId, channel_id: state.id, message_id: record.message.id, answer_id: id, ...place },
      ...placeOf(state),
    });
  }
}

/** Ends a poll: final counts on its message, and a result message (type 46) in the channel. */
export function endPoll(world: World, state: ChannelState, record: MessageRecord): void {
  if (isFinal(record) || record.message.poll === undefined) return;
  voteCounts(record);
  record.pollFinalized = true;
  const now = world.timestamp();
  const early = Date.parse(record.message.poll.expiry ?? now) > world.now();
  updateMessage(world, state, record, early ? { poll: { ...record.message.poll, expiry: now } } : {});
  const place = state.guildId === undefined ? {} : { guild_id: state.guildId };
  sayInChannel(world, state, record.message.author, MessageType.PollResult, {
    embeds: [resultEmbed(record)],
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: state.id,
      message_id: record.message.id,
      ...place,
    },
  });
}

/** https://docs.discord.com/developers/resources/message#embed-fields-by-embed-type-poll-result-embed-fields */
function resultEmbed(record: MessageRecord): APIEmbed {
  const { poll } = record.message;
  const counts = [...voteCounts(record)].map(([id, voters]) => ({ id, count: voters.size }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(0, ...counts.map(({ count }) => count));
  const winners = counts.filter(({ count }) => count === most && count > 0);
  const fields: APIEmbedField[] = [
    field('poll_question_text', poll?.question.text ?? ''),
    field('victor_answer_votes', String(most)),
    field('total_votes', String(total)),
  ];
  const [winner] = winners;
  if (winner && winners.length === 1) {
    const media = poll?.answers.find(({ answer_id: id }) => id === winner.id)?.poll_media;
    fields.push(field('victor_answer_id', String(winner.id)), field('victor_answer_text', media?.text ?? ''));
    if (media?.emoji?.name) fields.push(field('victor_answer_emoji_name', media.emoji.name));
  }
  return { type: EmbedType.PollResult, fields };
}

const field = (name: string, value: string): APIEmbedField => ({ name, value, inline: false });

/** Ends polls when their time is up by the clock. */
export function endPollsInTime(world: World): void {
  const watch = (state: ChannelState, record: MessageRecord): void => {
    const expiry = record.message.poll?.expiry;
    if (!expiry || isFinal(record)) return;
    world.at(Date.parse(expiry), () => {
      if (world.channels.get(state.id)?.byId.get(record.message.id) === record) endPoll(world, state, record);
    });
  };
  for (const state of world.channels.values()) for (const record of state.messages) watch(state, record);
  world.subscribe(({ t, d, channelId }) => {
    if (t !== 'MESSAGE_CREATE' && t !== 'MESSAGE_UPDATE') return;
    if (!('poll' in d) || d.poll === undefined) return;
    const state = world.channels.get(channelId ?? '');
    const record = state?.byId.get((d as { id?: string }).id ?? '');
    if (state && record) watch(state, record);
  });
}
