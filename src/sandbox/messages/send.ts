import { type APIMessage, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { DiscordError, invalidForm, refuse } from '../errors.ts';
import type { Actor, UploadedFile } from '../routes/route.ts';
import { can, isThread, sendPermission } from '../rules/permissions.ts';
import { holdsMessages, isForum, updateChannel } from '../world/channels.ts';
import { addMessage } from '../world/messages.ts';
import { permissionsOf, requirePermissions } from '../world/permissions.ts';
import { instantOf } from '../world/snowflake.ts';
import type { ChannelState, MessageRecord, World } from '../world/types.ts';
import { buildMessage, type MessageBody } from './build.ts';

/** How long a nonce stands for the same message. Discord: "a few minutes". */
const NONCE_MS = 300_000;
const MAX_NONCES = 500;

/** What ordinary messages ping without `allowed_mentions`. */
const STANDARD_MENTIONS = ['users', 'roles', 'everyone'];

/** Who may write what here. Throws 50001, 50013, 50008, 40058, 50083, 50007, 50278, 20016, 160002. */
export function requireMaySend(
  world: World,
  actor: Actor,
  state: ChannelState,
  body: MessageBody,
  files: number,
): bigint {
  const { channel } = state;
  const held = requirePermissions(world, actor.user.id, state, P.ViewChannel);
  if (isForum(channel)) throw refuse(40058);
  if (!holdsMessages(channel)) throw refuse(50008);
  const needed =
    (state.guildId === undefined ? P.SendMessages : sendPermission(channel)) |
    (files > 0 ? P.AttachFiles : 0n) |
    ((body.embeds?.length ?? 0) > 0 && actor.bot ? P.EmbedLinks : 0n) |
    (body.poll === undefined || body.poll === null ? 0n : P.SendPolls) |
    (body.tts === true ? P.SendTTSMessages : 0n);
  if (!can(held, needed)) throw refuse(50013);
  if (isThread(channel) && channel.thread_metadata?.locked === true && !can(held, P.ManageThreads))
    throw refuse(50083);
  if (
    body.message_reference !== undefined &&
    body.message_reference.type !== 1 &&
    !can(held, P.ReadMessageHistory)
  ) {
    throw refuse(160002);
  }
  if (state.guildId === undefined) requireOpenDm(world, actor, state);
  if (!actor.bot && !can(held, P.ManageMessages) && !can(held, P.ManageChannels))
    requireSlowMode(world, actor, state);
  return held;
}

/** Nobody writes to those who closed their DMs; a bot only to people it shares a server with. */
function requireOpenDm(world: World, actor: Actor, state: ChannelState): void {
  const other = state.channel.recipients?.find((user) => user.id !== actor.user.id);
  if (other === undefined || world.closedDms.has(other.id)) throw refuse(50007);
  if (!actor.bot) return;
  if (other.bot === true) throw refuse(50007);
  const shared = [...world.guilds.values()].some(
    ({ members }) => members.has(other.id) && members.has(actor.user.id),
  );
  if (!shared) throw refuse(50278);
}

const LOOK_BACK = 200;

function requireSlowMode(world: World, actor: Actor, state: ChannelState): void {
  const seconds = state.channel.rate_limit_per_user ?? 0;
  if (seconds === 0) return;
  const last = state.messages
    .slice(-LOOK_BACK)
    .findLast((record) => record.message.author.id === actor.user.id);
  if (last === undefined) return;
  const left = instantOf(last.message.id) + seconds * 1000 - world.now();
  if (left > 0)
    throw new DiscordError(
      429,
      20016,
      `This action cannot be performed due to slowmode rate limit. Retry in ${Math.ceil(left / 1000)} s.`,
    );
}

/** The message that `nonce` with `enforce_nonce` has already made, if it is not long ago. */
export function repeatedMessage(
  world: World,
  actor: Actor,
  state: ChannelState,
  body: MessageBody,
): MessageRecord | undefined {
  if (body.enforce_nonce !== true || body.nonce === undefined) return undefined;
  const known = state.nonces.get(`${actor.user.id}:${body.nonce}`);
  if (known === undefined || world.now() - known.at > NONCE_MS) return undefined;
  return state.byId.get(known.messageId);
}

/** Stores a checked message, tells everybody, and wakes an archived thread. */
export function sendMessage(
  world: World,
  actor: Actor,
  state: ChannelState,
  body: MessageBody,
  files: readonly UploadedFile[],
): MessageRecord {
  const repliedTo = referenced(state, body);
  wakeThread(world, state);
  const message = buildMessage(world, {
    state,
    author: actor.user,
    body,
    files,
    permissions: permissionsOf(world, actor.user.id, state),
    standardMentions: STANDARD_MENTIONS,
    repliedTo,
    more: actor.bot ? { application_id: world.application.id } : {},
  });
  const { nonce } = body;
  const record = addMessage(world, state, message, nonce === undefined ? {} : { nonce });
  if (nonce !== undefined && body.enforce_nonce === true)
    rememberNonce(world, actor, state, String(nonce), message.id);
  return record;
}

function rememberNonce(
  world: World,
  actor: Actor,
  state: ChannelState,
  nonce: string,
  messageId: string,
): void {
  state.nonces.delete(`${actor.user.id}:${nonce}`);
  state.nonces.set(`${actor.user.id}:${nonce}`, { messageId, at: world.now() });
  for (const key of state.nonces.keys()) {
    if (state.nonces.size <= MAX_NONCES) return;
    state.nonces.delete(key);
  }
}

/** The message replied to; without it 50035 (MESSAGE_REFERENCE_UNKNOWN_MESSAGE), unless that is fine with the sender. */
function referenced(state: ChannelState, body: MessageBody): APIMessage | undefined {
  const reference = body.message_reference;
  if (reference?.message_id === undefined || reference.type === 1) return undefined;
  const found = state.byId.get(reference.message_id);
  if (found !== undefined) return found.message;
  if (reference.fail_if_not_exists === false) return undefined;
  throw invalidForm('message_reference', 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
}

function wakeThread(world: World, state: ChannelState): void {
  const metadata = state.channel.thread_metadata;
  if (metadata?.archived !== true) return;
  updateChannel(world, state, {
    thread_metadata: { ...metadata, archived: false, archive_timestamp: world.timestamp() },
  });
}
