import type { REST } from '@discordjs/rest';
import type { APIChannel, APIGuildForumTag, APIMessage, APIThreadChannel } from 'discord-api-types/v10';
import { Routes } from 'discord-api-types/v10';
import { messageJson } from './bodies.ts';
import type { Result } from './failure.ts';
import type { MessageBody, OutgoingFile } from './interaction.ts';
import { fit, limits } from './limits.ts';
import { sorted } from './messenger.ts';

export interface NewPost {
  /** Cut to 100 characters. */
  name: string;
  body: MessageBody;
  files: readonly OutgoingFile[];
  /** Ids of the forum's tags, at most 5. */
  tagIds: readonly string[];
}

/** A tag to add to a forum; Discord gives it its id. */
export interface NewTag {
  /** At most 20 characters. */
  name: string;
  /** A Unicode emoji. */
  emoji: string | undefined;
  /** Only who may manage threads can give it. */
  moderated: boolean;
}

/** Forum posts, which are threads with a first message of the same id. Nothing rejects. */
export interface Forums {
  /**
   * A post cannot carry a nonce: it is sent once, and after a failure of the kind `retry` only `findOwn` tells
   * whether it arrived.
   */
  post(forumId: string, post: NewPost): Promise<Result<{ id: string }>>;
  /** Hearth's own post in a forum, awake or archived, with a name and a first message that match. */
  findOwn(
    place: { guildId: string; forumId: string },
    matches: { name: (name: string) => boolean; message: (message: APIMessage) => boolean },
  ): Promise<Result<{ id: string } | undefined>>;
  /** The tags of a forum; `gone` where the channel is something else by now. */
  tags(forumId: string): Promise<Result<APIGuildForumTag[]>>;
  /** Adds tags to those that are there (20 at most in all). Takes Manage Channels. */
  addTags(
    forumId: string,
    present: readonly APIGuildForumTag[],
    added: readonly NewTag[],
  ): Promise<Result<APIGuildForumTag[]>>;
  /** Opens a post that has archived itself, so that its buttons can be pressed; one that is locked stays shut. */
  wake(threadId: string): Promise<Result<APIThreadChannel>>;
  thread(threadId: string): Promise<Result<APIThreadChannel>>;
  /**
   * Changes a thread, waking it first where it has archived itself. Discord takes about two new names in ten
   * minutes: space them, or the request waits.
   */
  editThread(
    threadId: string,
    change: { name?: string; tagIds?: readonly string[] },
  ): Promise<Result<APIThreadChannel>>;
}

const threadArchived = 50083;
/** The longest that Discord has: a week without a message. */
const archiveAfterMinutes = 10_080;
/** Posts of the right name whose first message is looked at; names begin with a number that is given once. */
const mostCandidates = 5;

export function forums(deps: { rest: REST; restOnce: REST; ownId: () => string }): Forums {
  const { rest, restOnce, ownId } = deps;

  const listed = async (guildId: string, forumId: string): Promise<Result<APIThreadChannel[]>> => {
    const awake = await sorted<{ threads: APIThreadChannel[] }>(() =>
      rest.get(Routes.guildActiveThreads(guildId)),
    );
    if (!awake.ok) return awake;
    const query = new URLSearchParams({ limit: '100' });
    const archived = await sorted<{ threads: APIThreadChannel[] }>(() =>
      rest.get(Routes.channelThreads(forumId, 'public'), { query }),
    );
    if (!archived.ok) return archived;
    const all = [...awake.value.threads, ...archived.value.threads];
    return { ok: true, value: all.filter((thread) => thread.parent_id === forumId) };
  };

  return {
    post(forumId, { name, body, files, tagIds }) {
      const json = {
        name: fit(name, limits.threadName),
        auto_archive_duration: archiveAfterMinutes,
        ...(tagIds.length > 0 ? { applied_tags: tagIds.slice(0, limits.postTags) } : {}),
        message: messageJson(body, files),
      };
      const sent = files.map(({ name: fileName, data, contentType }) => ({
        name: fileName,
        data,
        contentType,
      }));
      return sorted<{ id: string }>(() =>
        restOnce.post(Routes.threads(forumId), { body: json, files: sent }),
      );
    },
    async findOwn({ guildId, forumId }, matches) {
      const threads = await listed(guildId, forumId);
      if (!threads.ok) return threads;
      const own = threads.value.filter((each) => each.owner_id === ownId() && matches.name(each.name));
      for (const { id } of own.slice(0, mostCandidates)) {
        const first = await sorted<APIMessage>(() => rest.get(Routes.channelMessage(id, id)));
        if (first.ok && matches.message(first.value)) return { ok: true, value: { id } };
        if (!first.ok && first.failure.kind === 'retry') return first;
      }
      return { ok: true, value: undefined };
    },
    async tags(forumId) {
      const channel = await sorted<APIChannel>(() => rest.get(Routes.channel(forumId)));
      if (!channel.ok) return channel;
      if ('available_tags' in channel.value) return { ok: true, value: channel.value.available_tags };
      return { ok: false, failure: { kind: 'gone', code: 0, reason: 'the channel is not a forum' } };
    },
    async addTags(forumId, present, added) {
      const tags = [
        ...present,
        ...added.map(({ name, emoji, moderated }) => ({
          name: fit(name, limits.tagName),
          moderated,
          emoji_id: null,
          emoji_name: emoji ?? null,
        })),
      ].slice(0, limits.forumTags);
      const changed = await sorted<APIChannel>(() =>
        rest.patch(Routes.channel(forumId), { body: { available_tags: tags } }),
      );
      if (!changed.ok) return changed;
      const value = 'available_tags' in changed.value ? changed.value.available_tags : [];
      return { ok: true, value };
    },
    async wake(threadId) {
      const asleep = await sorted<APIThreadChannel>(() => rest.get(Routes.channel(threadId)));
      const { archived, locked } = (asleep.ok && asleep.value.thread_metadata) || {};
      if (!archived || locked) return asleep;
      return sorted<APIThreadChannel>(() =>
        rest.patch(Routes.channel(threadId), { body: { archived: false } }),
      );
    },
    thread: (threadId) => sorted<APIThreadChannel>(() => rest.get(Routes.channel(threadId))),
    async editThread(threadId, { name, tagIds }) {
      const body = {
        ...(name === undefined ? {} : { name: fit(name, limits.threadName) }),
        ...(tagIds === undefined ? {} : { applied_tags: tagIds.slice(0, limits.postTags) }),
      };
      const attempt = () => sorted<APIThreadChannel>(() => rest.patch(Routes.channel(threadId), { body }));
      const edited = await attempt();
      if (edited.ok || edited.failure.code !== threadArchived) return edited;
      const woken = await sorted(() => rest.patch(Routes.channel(threadId), { body: { archived: false } }));
      return woken.ok ? attempt() : edited;
    },
  };
}
