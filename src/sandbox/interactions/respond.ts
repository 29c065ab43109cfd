import { type APIMessage, InteractionResponseType as Callback, MessageFlags } from 'discord-api-types/v10';
import { fileFacts } from '../messages/attachments.ts';
import type { MessageBody } from '../messages/build.ts';
import { storedComponents } from '../messages/content.ts';
import type { UploadedFile } from '../routes/route.ts';
import { checkInteractionCallback } from '../rules/validate-callback.ts';
import type { InteractionRecord, OpenModal, World } from '../world/types.ts';
import { editAnswerMessage, sendAnswerMessage, sourceOf } from './messages.ts';
import { acknowledge, waitingInteraction } from './store.ts';

interface CallbackBody {
  type: Callback;
  data?: MessageBody & { choices?: unknown[]; custom_id?: string; title?: string };
}

export interface Answered {
  record: InteractionRecord;
  type: Callback;
  message: APIMessage | undefined;
}

const CONTENT_FLAGS =
  MessageFlags.Ephemeral |
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

/** The first answer to an interaction: checks it, applies it, tells the presser. Throws DiscordError. */
export function answerInteraction(
  world: World,
  id: string,
  token: string,
  body: unknown,
  files: readonly UploadedFile[],
): Answered {
  const record = waitingInteraction(world, id, token);
  checkInteractionCallback(body, {
    interactionType: record.type,
    message: sourceOf(world, record),
    emojiIds: world.emojiIds,
    files: files.map(fileFacts),
    ...(record.optionType === undefined ? {} : { optionType: record.optionType }),
  });
  const { type, data = {} } = body as CallbackBody;
  const message = apply(world, record, type, data ?? {}, files);
  acknowledge(record);
  if (record.openedBy !== undefined) world.interactions.modals.delete(record.openedBy.id);
  finish(world, record, type, data ?? {}, message);
  return { record, type, message };
}

/** The new or changed message, where there is one. */
function apply(
  world: World,
  record: InteractionRecord,
  type: Callback,
  data: NonNullable<CallbackBody['data']>,
  files: readonly UploadedFile[],
): APIMessage | undefined {
  const asked = data.flags ?? 0;
  switch (type as number) {
    case Callback.ChannelMessageWithSource: {
      const message = sendAnswerMessage(world, record, {
        body: data,
        files,
        flags: asked & CONTENT_FLAGS,
        followUp: false,
      });
      record.originalId = message.id;
      return message;
    }
    case Callback.DeferredChannelMessageWithSource: {
      const flags = MessageFlags.Loading | (asked & MessageFlags.Ephemeral);
      const message = sendAnswerMessage(world, record, { body: {}, files: [], flags, followUp: false });
      record.originalId = message.id;
      return message;
    }
    case Callback.DeferredMessageUpdate:
      record.originalId = record.sourceId;
      return undefined;
    case Callback.UpdateMessage:
      record.originalId = record.sourceId;
      return record.sourceId === undefined
        ? undefined
        : editAnswerMessage(world, record, record.sourceId, data, files);
    default:
      return undefined;
  }
}

/** Tells the presser's client how it went. */
function finish(
  world: World,
  record: InteractionRecord,
  type: Callback,
  data: NonNullable<CallbackBody['data']>,
  message: APIMessage | undefined,
): void {
  const { id, nonce, userId } = record;
  const tell = (t: string, d: object): void => world.emit({ t, d, userIds: [userId], only: 'users' });
  if (type === Callback.ApplicationCommandAutocompleteResult) {
    const choices = data.choices ?? [];
    tell('APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE', { nonce, choices });
    return record.settle({ id, result: 'autocomplete', callbackType: type, choices });
  }
  if (type === Callback.Modal) {
    const modal = openModal(world, record, data);
    const { name } = world.application;
    const application = { id: world.application.id, name, bot: world.users.get(world.botId) };
    tell('INTERACTION_MODAL_CREATE', { ...modal, nonce, application, channel_id: record.channelId });
    return record.settle({ id, result: 'modal', callbackType: type, modal });
  }
  tell('INTERACTION_SUCCESS', { id, nonce });
  record.settle({ id, result: 'success', callbackType: type, ...(message === undefined ? {} : { message }) });
}

function openModal(
  world: World,
  record: InteractionRecord,
  data: NonNullable<CallbackBody['data']>,
): OpenModal {
  const modal: OpenModal = {
    id: record.id,
    custom_id: data.custom_id ?? '',
    title: data.title ?? '',
    components: storedComponents(data.components, []) as unknown as OpenModal['components'],
  };
  world.interactions.modals.set(record.id, { modal, record });
  return modal;
}
