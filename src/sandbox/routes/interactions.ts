import { MessageFlags } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import type { InteractionInput } from '../interactions/check-press.ts';
import {
  answerMessage,
  deleteAnswerMessage,
  editAnswerMessage,
  sendAnswerMessage,
} from '../interactions/messages.ts';
import { startPress } from '../interactions/press.ts';
import { type Answered, answerInteraction } from '../interactions/respond.ts';
import { answeredInteraction } from '../interactions/store.ts';
import { fileFacts } from '../messages/attachments.ts';
import type { MessageBody } from '../messages/build.ts';
import { checkMessageCreate, checkMessageEdit } from '../rules/validate-message.ts';
import type { InteractionRecord, Snowflake } from '../world/types.ts';
import { noContent, ok, param, type Route, type RouteRequest } from './route.ts';

/** Pressing (people), answering and following up (the bot). */
export const interactionRoutes: Route[] = [
  { method: 'POST', path: '/interactions', auth: 'user', handle: pressFromClient },
  { method: 'POST', path: '/interactions/:interaction_id/:token/callback', auth: 'none', handle: callback },
  { method: 'POST', path: '/webhooks/:application_id/:token', auth: 'none', handle: followUp },
  {
    method: 'GET',
    path: '/webhooks/:application_id/:token/messages/:message_id',
    auth: 'none',
    handle: getAnswer,
  },
  {
    method: 'PATCH',
    path: '/webhooks/:application_id/:token/messages/:message_id',
    auth: 'none',
    handle: editAnswer,
  },
  {
    method: 'DELETE',
    path: '/webhooks/:application_id/:token/messages/:message_id',
    auth: 'none',
    handle: deleteAnswer,
  },
];

function pressFromClient({ world, actor, body, files }: RouteRequest) {
  startPress(world, actor.user.id, body as InteractionInput, files, world.now);
  return noContent();
}

function callback(request: RouteRequest) {
  const { world, body, files, query } = request;
  const answered = answerInteraction(
    world,
    param(request, 'interaction_id'),
    param(request, 'token'),
    body,
    files,
  );
  return query.get('with_response') === 'true' ? ok(callbackResponse(answered)) : noContent();
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function callbackResponse({ record, type, message }: Answered): object {
  const flags = message?.flags ?? 0;
  const interaction = {
    id: record.id,
    type: record.type,
    ...(message === undefined
      ? {}
      : {
          response_message_id: message.id,
          response_message_loading: (flags & MessageFlags.Loading) !== 0,
          response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
        }),
    channel_id: record.channelId,
    ...(record.guildId === undefined ? {} : { guild_id: record.guildId }),
  };
  return { interaction, resource: { type, ...(message === undefined ? {} : { message }) } };
}

const recordOf = (request: RouteRequest): InteractionRecord =>
  answeredInteraction(request.world, param(request, 'application_id'), param(request, 'token'));

/** The first follow-up to "thinking" fills that message instead of making another. */
function followUp(request: RouteRequest) {
  const { world, body, files } = request;
  const record = recordOf(request);
  checkMessageCreate(body, { interaction: true, emojiIds: world.emojiIds, files: files.map(fileFacts) });
  const message = body as MessageBody;
  const waiting = thinkingMessage(request, record);
  if (waiting !== undefined) return ok(editAnswerMessage(world, record, waiting, message, files));
  return ok(
    sendAnswerMessage(world, record, { body: message, files, flags: message.flags ?? 0, followUp: true }),
  );
}

function thinkingMessage({ world }: RouteRequest, record: InteractionRecord): Snowflake | undefined {
  const id = record.originalId;
  if (id === undefined) return undefined;
  const known =
    world.ephemerals.get(id)?.message ?? world.channels.get(record.channelId)?.byId.get(id)?.message;
  return ((known?.flags ?? 0) & MessageFlags.Loading) === 0 ? undefined : id;
}

/** `@original`, or a message that this token made. Throws 10008. */
function messageIdOf(request: RouteRequest, record: InteractionRecord): Snowflake {
  const named = param(request, 'message_id');
  if (named === '@original') {
    if (record.originalId === undefined) throw refuse(10008);
    return record.originalId;
  }
  if (!record.messageIds.includes(named) && record.originalId !== named) throw refuse(10008);
  return named;
}

function getAnswer(request: RouteRequest) {
  const record = recordOf(request);
  return ok(answerMessage(request.world, record, messageIdOf(request, record)));
}

function editAnswer(request: RouteRequest) {
  const { world, body, files } = request;
  const record = recordOf(request);
  const id = messageIdOf(request, record);
  const current = answerMessage(world, record, id);
  checkMessageEdit(body, current, {
    interaction: true,
    emojiIds: world.emojiIds,
    files: files.map(fileFacts),
  });
  return ok(editAnswerMessage(world, record, id, body as MessageBody, files));
}

function deleteAnswer(request: RouteRequest) {
  const record = recordOf(request);
  deleteAnswerMessage(request.world, record, messageIdOf(request, record));
  return noContent();
}
