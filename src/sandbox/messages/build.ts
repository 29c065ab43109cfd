import {
  type APIAttachment,
  type APIMessage,
  type APIUser,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import type { UploadedFile } from '../routes/route.ts';
import type { ChannelState, World } from '../world/types.ts';
import { storeFiles } from './attachments.ts';
import { storedComponents, storedEmbeds, textsOf } from './content.ts';
import { type AllowedMentions, resolveMentions } from './mentions.ts';
import { storedPoll } from './poll.ts';

/** A message body after its checks. */
export interface MessageBody {
  content?: string | null;
  tts?: boolean;
  embeds?: unknown[] | null;
  components?: unknown[] | null;
  attachments?: { id: string | number; filename?: string; description?: string }[] | null;
  allowed_mentions?: AllowedMentions | null;
  flags?: number | null;
  nonce?: string | number;
  enforce_nonce?: boolean;
  message_reference?: {
    message_id?: string;
    channel_id?: string;
    fail_if_not_exists?: boolean;
    type?: number;
  };
  poll?: Record<string, unknown> | null;
}

export interface Draft {
  state: ChannelState;
  author: APIUser;
  body: MessageBody;
  files: readonly UploadedFile[];
  /** What the author may do in the channel. */
  permissions: bigint;
  /** Parsed for pings where the body does not say (`['users']` for interactions). */
  standardMentions: readonly string[];
  repliedTo?: APIMessage | undefined;
  /** Fields that the kind of message adds: type, interaction_metadata, flags. */
  more?: Partial<APIMessage>;
}

/** The message object for a checked body. Does not store it. */
export function buildMessage(world: World, draft: Draft): APIMessage {
  const { state, author, body, repliedTo, more } = draft;
  const ephemeral = ((more?.flags ?? body.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const attachments = storeFiles(world, state.id, draft.files, body.attachments ?? undefined, { ephemeral });
  const components = storedComponents(body.components, attachments);
  const content = (body.content ?? '').trim();
  const poll =
    body.poll === undefined || body.poll === null ? {} : { poll: storedPoll(body.poll, world.now()) };
  return {
    id: world.snowflake(),
    type: repliedTo === undefined ? MessageType.Default : MessageType.Reply,
    channel_id: state.id,
    author,
    content,
    timestamp: world.timestamp(),
    edited_timestamp: null,
    tts: body.tts === true,
    ...mentionsOf(world, draft, content, components),
    attachments,
    embeds: storedEmbeds(body.embeds, attachments),
    components,
    pinned: false,
    flags: body.flags ?? 0,
    ...replyParts(state, repliedTo),
    ...poll,
    ...more,
  };
}

function mentionsOf(world: World, draft: Draft, content: string, components: unknown) {
  return resolveMentions(world, [content, ...textsOf(components)], {
    guild: world.guilds.get(draft.state.guildId ?? ''),
    permissions: draft.permissions,
    allowed: draft.body.allowed_mentions ?? undefined,
    standard: draft.standardMentions,
    repliedTo: draft.repliedTo?.author,
  });
}

function replyParts(state: ChannelState, repliedTo: APIMessage | undefined): Partial<APIMessage> {
  if (repliedTo === undefined) return {};
  const { referenced_message: _, ...original } = repliedTo;
  const place = state.guildId === undefined ? {} : { guild_id: state.guildId };
  return {
    message_reference: { type: 0, message_id: repliedTo.id, channel_id: repliedTo.channel_id, ...place },
    referenced_message: original,
  };
}

export interface EditDraft {
  state: ChannelState;
  body: MessageBody;
  files: readonly UploadedFile[];
  permissions: bigint;
  standardMentions: readonly string[];
  /** False for the first text of a deferred answer, which nobody calls an edit. */
  counts: boolean;
}

/** What a checked edit changes: absent fields stay, null clears. */
export function editedParts(world: World, message: APIMessage, draft: EditDraft): Partial<APIMessage> {
  const { body, state } = draft;
  const change: Partial<APIMessage> = draft.counts ? { edited_timestamp: world.timestamp() } : {};
  const attachments = keptAttachments(world, message, draft);
  if (attachments !== undefined) change.attachments = attachments;
  const present = attachments ?? message.attachments;
  if (body.content !== undefined) change.content = (body.content ?? '').trim();
  if (body.embeds !== undefined) change.embeds = storedEmbeds(body.embeds, present);
  if (body.components !== undefined) change.components = storedComponents(body.components, present);
  if (body.poll !== undefined && body.poll !== null) change.poll = storedPoll(body.poll, world.now());
  const settable = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;
  if (body.flags !== undefined) {
    const flags = message.flags ?? 0;
    const lasting = flags & MessageFlags.IsComponentsV2;
    change.flags = (flags & ~settable) | ((body.flags ?? 0) & settable) | lasting;
  }
  if (body.content === undefined && body.components === undefined) return change;
  const texts = [change.content ?? message.content, ...textsOf(change.components ?? message.components)];
  const mentions = resolveMentions(world, texts, {
    guild: world.guilds.get(state.guildId ?? ''),
    permissions: draft.permissions,
    allowed: body.allowed_mentions ?? undefined,
    standard: draft.standardMentions,
    repliedTo: undefined,
  });
  return { ...change, ...mentions };
}

/** With `attachments` in the body only those listed stay; new files are added either way. */
function keptAttachments(world: World, message: APIMessage, draft: EditDraft): APIAttachment[] | undefined {
  const { body, files, state } = draft;
  if (body.attachments === undefined && files.length === 0) return undefined;
  const keep =
    body.attachments === undefined
      ? undefined
      : new Set((body.attachments ?? []).map((one) => String(one.id)));
  const kept = message.attachments.filter((one) => keep === undefined || keep.has(one.id));
  return [...kept, ...storeFiles(world, state.id, files, body.attachments ?? undefined)];
}
