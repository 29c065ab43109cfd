import { MessageFlags } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import type { EmojiIds } from './emoji.ts';
import {
  asModel,
  type Body,
  choice,
  flag,
  integer,
  lengthOf,
  list,
  model,
  snowflake,
  text,
} from './fields.ts';
import { at, bodySpot, fault, type Spot, settle } from './form.ts';
import { type AttachmentContext, inspectAttachments } from './validate-attachments.ts';
import { inspectComponents } from './validate-components.ts';
import { inspectEmbeds } from './validate-embeds.ts';
import { checkIds, inspectAllowedMentions } from './validate-mentions.ts';
import { inspectPoll } from './validate-poll.ts';

const { SuppressEmbeds, SuppressNotifications, IsVoiceMessage, IsComponentsV2, Ephemeral } = MessageFlags;
/** Flags that a sender may set; ephemeral only in answers to interactions. */
const CREATE_FLAGS = SuppressEmbeds | SuppressNotifications | IsVoiceMessage | IsComponentsV2;
const EDIT_FLAGS = SuppressEmbeds | IsComponentsV2;
const LEGACY = ['content', 'embeds', 'poll', 'sticker_ids'] as const;
const MAX_CONTENT = 2000;

export interface MessageContext extends AttachmentContext {
  /** An answer or follow-up to an interaction: may be ephemeral. */
  readonly interaction?: boolean;
  readonly emojiIds?: EmojiIds;
}

/** What is known of a message that is about to be edited. */
export interface MessageFacts {
  readonly flags?: number;
  readonly content: string;
  readonly embeds: readonly unknown[];
  readonly components?: readonly unknown[];
  readonly attachments: readonly { id: string; filename: string }[];
  readonly poll?: unknown;
  readonly sticker_items?: readonly unknown[];
}

/**
 * A new message: content up to 2,000 characters, embeds, components, files, a poll; not all of them together with V2.
 * @throws DiscordError 50035, 50006 (nothing in it), 40005, or 500 for too many bytes of V2 text
 */
export function checkMessageCreate(body: unknown, context: MessageContext = {}): void {
  const spot = bodySpot();
  const empty = inspectMessageCreate(spot, body, context);
  settle(spot);
  if (empty) refuseEmpty();
}

export function refuseEmpty(): never {
  throw refuse(50006);
}

/** As `checkMessageCreate`, noting faults at a spot of a larger form. Answers whether the message is empty. */
export function inspectMessageCreate(spot: Spot, value: unknown, context: MessageContext): boolean {
  const body = asModel(spot, value);
  if (!body) return false;
  const flags = checkFlags(spot, body, context.interaction ? CREATE_FLAGS | Ephemeral : CREATE_FLAGS);
  const v2 = (flags & IsComponentsV2) !== 0;
  const content = checkContent(spot, body);
  checkNonce(spot, body);
  flag(spot, body, 'tts');
  const embeds = inspectEmbeds(spot, body);
  inspectAllowedMentions(spot, body);
  const names = inspectAttachments(spot, body, context);
  const components = inspectComponents(spot, body, {
    v2,
    emojiIds: context.emojiIds,
    attachmentNames: names,
  });
  const poll = inspectPoll(spot, body, context);
  const stickers = list(spot, body, 'sticker_ids', { max: 3 }) ?? [];
  checkIds(at(spot, 'sticker_ids'), stickers);
  const forward = checkReference(spot, body);
  if (v2) refuseLegacy(spot, body);
  if (v2) return components === 0;
  const files = context.files?.length ?? 0;
  return !content && embeds + components + stickers.length + files === 0 && !poll && !forward;
}

/**
 * An edit of a message: what is absent stays, null clears. The V2 flag, once set, cannot be taken back.
 * @throws DiscordError 50035, 50006 (nothing would be left), 520003 (a poll cannot be changed), 40005, 500
 */
export function checkMessageEdit(body: unknown, current: MessageFacts, context: MessageContext = {}): void {
  const spot = bodySpot();
  const empty = inspectMessageEdit(spot, body, current, context);
  settle(spot);
  if (empty) refuseEmpty();
}

export function inspectMessageEdit(
  spot: Spot,
  value: unknown,
  current: MessageFacts,
  context: MessageContext,
): boolean {
  const body = asModel(spot, value);
  if (!body) return false;
  if (current.poll) throw refuse(520003);
  const flags = checkFlags(spot, body, context.interaction ? EDIT_FLAGS | Ephemeral : EDIT_FLAGS);
  const v2 = ((flags | (current.flags ?? 0)) & IsComponentsV2) !== 0;
  const content = checkContent(spot, body);
  inspectEmbeds(spot, body);
  inspectAllowedMentions(spot, body);
  const existing = new Map(current.attachments.map(({ id, filename }) => [id, filename]));
  const names = inspectAttachments(spot, body, { ...context, existing });
  inspectComponents(spot, body, { v2, emojiIds: context.emojiIds, attachmentNames: names });
  if (!inspectPollEdit(spot, body, current, context)) return false;
  const left = (key: 'embeds' | 'components' | 'attachments', before: number): number =>
    body[key] === undefined ? before : ((body[key] as unknown[] | null)?.length ?? 0);
  const components = left('components', current.components?.length ?? 0);
  if (v2) {
    refuseLegacy(spot, body);
    refuseLeftovers(spot, body, current);
    return components === 0;
  }
  const text = body['content'] === undefined ? current.content : content;
  if (text || context.files?.length || current.poll || body['poll'] || current.sticker_items?.length)
    return false;
  return (
    left('embeds', current.embeds.length) + components + left('attachments', current.attachments.length) === 0
  );
}

/** A deferred answer may become a poll; any other message cannot gain or change one. */
function inspectPollEdit(spot: Spot, body: Body, current: MessageFacts, context: MessageContext): boolean {
  if (body['poll'] === undefined || body['poll'] === null) return true;
  const thinking = ((current.flags ?? 0) & MessageFlags.Loading) !== 0;
  if (!context.interaction || !thinking) throw refuse(520003);
  inspectPoll(spot, body, context);
  return true;
}

/** Content and embeds of a message that becomes V2 must be cleared by the same edit. */
function refuseLeftovers(spot: Spot, body: Body, current: MessageFacts): void {
  if ((current.flags ?? 0) & IsComponentsV2) return;
  if (body['content'] === undefined && current.content) legacy(spot, 'content');
  if (body['embeds'] === undefined && current.embeds.length > 0) legacy(spot, 'embeds');
  if (current.poll) legacy(spot, 'poll');
}

function refuseLegacy(spot: Spot, body: Body): void {
  for (const key of LEGACY) {
    const value = body[key];
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) continue;
    legacy(spot, key);
  }
}

function legacy(spot: Spot, key: string): void {
  const message = `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
  fault(at(spot, key), 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message);
}

function checkFlags(spot: Spot, body: Body, allowed: number): number {
  const flags = integer(spot, body, 'flags', { min: 0 }) ?? 0;
  if ((flags & ~allowed) !== 0 || flags > 0x7f_ff_ff_ff) {
    fault(at(spot, 'flags'), 'MESSAGE_FLAGS_INVALID', 'These flags cannot be set here');
  }
  return flags;
}

/** The content without surrounding white space, which Discord drops. */
function checkContent(spot: Spot, body: Body): string | undefined {
  return text(spot, body, 'content', { max: MAX_CONTENT })?.trim();
}

function checkNonce(spot: Spot, body: Body): void {
  flag(spot, body, 'enforce_nonce');
  const nonce = body['nonce'];
  if (nonce === undefined || nonce === null) return;
  if (typeof nonce === 'string') {
    if (lengthOf(nonce) > 25)
      fault(at(spot, 'nonce'), 'NONCE_TYPE_TOO_LONG', 'Must be 25 or fewer characters long.');
  } else if (!Number.isInteger(nonce)) {
    fault(at(spot, 'nonce'), 'NONCE_TYPE_INVALID_TYPE', 'This field must be a string or integer.');
  }
}

/** Answers whether the message forwards another, which needs no content of its own. */
function checkReference(spot: Spot, body: Body): boolean {
  const reference = model(spot, body, 'message_reference');
  if (!reference) return false;
  const place = at(spot, 'message_reference');
  const type = choice(place, reference, 'type', [0, 1]) ?? 0;
  snowflake(place, reference, 'message_id', { required: true });
  snowflake(place, reference, 'channel_id', { required: type === 1 });
  snowflake(place, reference, 'guild_id');
  flag(place, reference, 'fail_if_not_exists');
  return type === 1;
}
