import { type APIMessage, MessageFlags, MessageType } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { buildMessage, editedParts, type MessageBody } from '../messages/build.ts';
import type { UploadedFile } from '../routes/route.ts';
import { addMessage, messageOf, removeMessages, updateMessage, viewMessage } from '../world/messages.ts';
import { permissionsOf } from '../world/permissions.ts';
import type { ChannelState, InteractionRecord, Snowflake, World } from '../world/types.ts';
import { interactionMetadata } from './payload.ts';

/*
 * Messages made and changed with an interaction's token. Ephemeral ones are kept apart: one reader, no
 * history, and the gateway tells only that reader.
 */

/** Interactions and webhooks ping users only, unless the body says otherwise. */
const STANDARD_MENTIONS = ['users'];

/** The channel of an interaction; throws 10003 where it is gone. */
export function channelOfInteraction(world: World, record: InteractionRecord): ChannelState {
  const state = world.channels.get(record.channelId);
  if (state === undefined) throw refuse(10003);
  return state;
}

export interface AnswerDraft {
  body: MessageBody;
  files: readonly UploadedFile[];
  /** IS_LOADING for "thinking", EPHEMERAL for one reader. */
  flags: number;
  followUp: boolean;
}

/** Creates the message of an answer or follow-up and tells those who may see it. */
export function sendAnswerMessage(world: World, record: InteractionRecord, draft: AnswerDraft): APIMessage {
  const state = channelOfInteraction(world, record);
  const author = world.users.get(world.botId);
  if (author === undefined) throw refuse(10002);
  const { body, files, flags } = draft;
  const message = buildMessage(world, {
    state,
    author,
    body,
    files,
    permissions: permissionsOf(world, world.botId, state),
    standardMentions: STANDARD_MENTIONS,
    more: {
      type: draft.followUp || record.command === undefined ? MessageType.Reply : typeOfAnswer(record),
      flags,
      application_id: world.application.id,
      webhook_id: world.application.id,
      ...metadataOf(world, record),
      ...referenceOf(world, state, record, draft.followUp),
    },
  });
  record.messageIds.push(message.id);
  if ((flags & MessageFlags.Ephemeral) === 0) return addMessage(world, state, message).message;
  world.ephemerals.set(message.id, { message, userId: record.userId });
  tellReader(world, state, record.userId, 'MESSAGE_CREATE', message);
  return message;
}

const typeOfAnswer = (record: InteractionRecord): MessageType =>
  record.command?.type === 1 ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;

function metadataOf(world: World, record: InteractionRecord): Partial<APIMessage> {
  const metadata = { interaction_metadata: interactionMetadata(world, record) };
  const user = world.users.get(record.userId);
  if (record.command === undefined || record.type !== 2) return metadata as object;
  const interaction = { id: record.id, type: record.type, name: record.command.name, user };
  return { ...metadata, interaction } as object;
}

/** A follow-up refers to the first answer, an answer to a press to the pressed message. */
function referenceOf(
  world: World,
  state: ChannelState,
  record: InteractionRecord,
  followUp: boolean,
): Partial<APIMessage> {
  const id = followUp ? record.originalId : record.sourceId;
  if (id === undefined) return {};
  const place = state.guildId === undefined ? {} : { guild_id: state.guildId };
  const reference = { type: 0, message_id: id, channel_id: state.id, ...place };
  const original = state.byId.get(id)?.message ?? world.ephemerals.get(id)?.message;
  if (original === undefined) return { message_reference: reference };
  const { referenced_message: _, ...rest } = original;
  return { message_reference: reference, referenced_message: rest };
}

/** The message whose component was used, if it is still there. */
export function sourceOf(world: World, record: InteractionRecord): APIMessage | undefined {
  const { sourceId } = record;
  if (sourceId === undefined) return undefined;
  return (
    world.ephemerals.get(sourceId)?.message ??
    world.channels.get(record.channelId)?.byId.get(sourceId)?.message
  );
}

/** Changes a message in the name of an interaction. Throws 10008 where it is gone. */
export function editAnswerMessage(
  world: World,
  record: InteractionRecord,
  id: Snowflake,
  body: MessageBody,
  files: readonly UploadedFile[],
): APIMessage {
  const state = channelOfInteraction(world, record);
  const before = answerMessage(world, record, id);
  const loading = ((before.flags ?? 0) & MessageFlags.Loading) !== 0;
  const change = editedParts(world, before, {
    state,
    body,
    files,
    permissions: permissionsOf(world, world.botId, state),
    standardMentions: STANDARD_MENTIONS,
    counts: !loading,
  });
  if (loading) change.flags = (change.flags ?? before.flags ?? 0) & ~MessageFlags.Loading;
  const kept = world.ephemerals.get(id);
  if (kept === undefined) return updateMessage(world, state, messageOf(state, id), change);
  kept.message = { ...before, ...change };
  tellReader(world, state, kept.userId, 'MESSAGE_UPDATE', kept.message);
  return kept.message;
}

/** The message as the bot may read it with the interaction's token; throws 10008. */
export function answerMessage(world: World, record: InteractionRecord, id: Snowflake): APIMessage {
  const ephemeral = world.ephemerals.get(id);
  if (ephemeral !== undefined) return ephemeral.message;
  return viewMessage(messageOf(channelOfInteraction(world, record), id), world.botId);
}

/** Removes an answer; throws 10008. */
export function deleteAnswerMessage(world: World, record: InteractionRecord, id: Snowflake): void {
  const state = channelOfInteraction(world, record);
  if (dismissEphemeral(world, id)) return;
  messageOf(state, id);
  removeMessages(world, state, [id]);
}

/** Takes an ephemeral message off its reader's screen. False where there is none. */
export function dismissEphemeral(world: World, id: Snowflake): boolean {
  const ephemeral = world.ephemerals.get(id);
  if (ephemeral === undefined) return false;
  world.ephemerals.delete(id);
  const { channel_id } = ephemeral.message;
  const guildId = world.channels.get(channel_id)?.guildId;
  const d = { id, channel_id, ...(guildId === undefined ? {} : { guild_id: guildId }) };
  world.emit({ t: 'MESSAGE_DELETE', d, userIds: [ephemeral.userId], only: 'users' });
  return true;
}

function tellReader(
  world: World,
  state: ChannelState,
  userId: Snowflake,
  t: string,
  message: APIMessage,
): void {
  const place = state.guildId === undefined ? {} : { guild_id: state.guildId };
  world.emit({
    t,
    d: { ...message, ...place, channel_type: state.channel.type },
    userIds: [userId],
    only: 'users',
  });
}
