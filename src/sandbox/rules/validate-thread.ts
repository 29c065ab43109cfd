import { ChannelFlags, ChannelType } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { asModel, type Body, choice, flag, integer, list, text } from './fields.ts';
import { at, bodySpot, fault, type Spot, settle } from './form.ts';
import { checkIds } from './validate-mentions.ts';
import { inspectMessageCreate, type MessageContext, refuseEmpty } from './validate-message.ts';

/** Minutes without activity after which a thread is archived. */
export const ARCHIVE_MINUTES = [60, 1440, 4320, 10_080];
/** Longest slow mode: six hours, in seconds. */
export const MAX_SLOWMODE = 21_600;

/** What is known of a forum when a post is made or changed. */
export interface ForumContext {
  readonly tags: readonly { readonly id: string; readonly moderated: boolean }[];
  /** The forum's channel flags: REQUIRE_TAG. */
  readonly flags?: number;
  /** MANAGE_THREADS: may use moderated tags. */
  readonly manageThreads: boolean;
}

/**
 * A thread to start from a message (`fromMessage`), or without one in a text channel.
 * @throws DiscordError 50035
 */
export function checkThread(body: unknown, context: { fromMessage: boolean }): void {
  const spot = bodySpot();
  const thread = asModel(spot, body);
  if (thread) {
    checkThreadFields(spot, thread, true);
    if (!context.fromMessage) {
      const types = [ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread];
      choice(spot, thread, 'type', types);
      flag(spot, thread, 'invitable');
    }
  }
  settle(spot);
}

function checkThreadFields(spot: Spot, thread: Body, creating: boolean): void {
  if (creating || thread['name'] !== undefined)
    text(spot, thread, 'name', { required: true, min: 1, max: 100 });
  choice(spot, thread, 'auto_archive_duration', ARCHIVE_MINUTES);
  integer(spot, thread, 'rate_limit_per_user', { min: 0, max: MAX_SLOWMODE });
}

/**
 * A forum post: a thread with its first message and up to 5 of the forum's tags.
 * @throws DiscordError 50035 (faults of the message under `message`), 50006, 40067 (a tag is required), 50013 (moderated tag)
 */
export function checkForumPost(body: unknown, forum: ForumContext, context: MessageContext = {}): void {
  const spot = bodySpot();
  const post = asModel(spot, body);
  let empty = false;
  if (post) {
    checkThreadFields(spot, post, true);
    const message = post['message'];
    if (message === undefined || message === null)
      fault(at(spot, 'message'), 'BASE_TYPE_REQUIRED', 'This field is required');
    else empty = inspectMessageCreate(at(spot, 'message'), message, context);
    inspectTags(spot, post, forum);
  }
  settle(spot);
  if (empty) refuseEmpty();
  requireTags((post?.['applied_tags'] as string[] | null | undefined) ?? [], [], forum);
}

/**
 * A change of a thread; `current` are the tags that it has.
 * @throws DiscordError 50035, 40067, 50013
 */
export function checkThreadEdit(body: unknown, forum?: ForumContext & { current: readonly string[] }): void {
  const spot = bodySpot();
  const change = asModel(spot, body);
  if (change) {
    checkThreadFields(spot, change, false);
    for (const key of ['archived', 'locked', 'invitable']) flag(spot, change, key);
    integer(spot, change, 'flags', { min: 0 });
    if (forum) inspectTags(spot, change, forum);
  }
  settle(spot);
  const tags = change?.['applied_tags'] as string[] | null | undefined;
  if (forum && tags) requireTags(tags, forum.current, forum);
}

function inspectTags(spot: Spot, body: Body, forum: ForumContext): void {
  const tags = list(spot, body, 'applied_tags', { max: 5 }) ?? [];
  const place = at(spot, 'applied_tags');
  checkIds(place, tags);
  for (const [i, id] of tags.entries()) {
    if (typeof id !== 'string' || forum.tags.some((tag) => tag.id === id)) continue;
    fault(at(place, i), 'INVALID_FORUM_TAG', 'This tag does not exist in the channel');
  }
}

function requireTags(tags: readonly string[], before: readonly string[], forum: ForumContext): void {
  if (tags.length === 0 && ((forum.flags ?? 0) & ChannelFlags.RequireTag) !== 0 && !forum.manageThreads)
    throw refuse(40067);
  if (forum.manageThreads) return;
  for (const { id, moderated } of forum.tags) {
    if (moderated && tags.includes(id) !== before.includes(id)) throw refuse(50013);
  }
}
