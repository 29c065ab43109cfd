import type { REST } from '@discordjs/rest';
import type { APIChannel, APIMessage } from 'discord-api-types/v10';
import { MessageFlags, Routes } from 'discord-api-types/v10';
import { shortCode } from '../platform/ids.ts';
import type { Random } from '../platform/random.ts';
import { messageJson } from './bodies.ts';
import { failureOf, type Result } from './failure.ts';
import type { MessageBody, OutgoingFile } from './interaction.ts';
import { fit, limits } from './limits.ts';

export interface PostOptions {
  /**
   * At most 25 characters. Within some minutes Discord answers a second post with the same nonce with the first
   * message; after that, findOwn tells whether the first one had arrived. A random one if left out, because
   * @discordjs/rest repeats a post whose answer was lost.
   */
  nonce?: string;
  /** The message that this one answers; if it is gone, the post stands alone. */
  replyTo?: string | undefined;
  files?: readonly OutgoingFile[] | undefined;
  /** Nobody's phone makes a sound for it. */
  quiet?: boolean;
}

/** Messages in channels. Nothing rejects: every failure comes sorted into what can be done about it. */
export interface Messenger {
  post(channelId: string, body: MessageBody, options?: PostOptions): Promise<Result<APIMessage>>;
  /** `files` replaces what was attached; left out, it stays. Wakes a thread that archived itself. */
  edit(
    channelId: string,
    messageId: string,
    body: MessageBody,
    files?: readonly OutgoingFile[],
  ): Promise<Result<APIMessage>>;
  delete(channelId: string, messageId: string): Promise<Result<undefined>>;
  /** The newest of Hearth's own last messages in a channel (of 100 in all) that `matches`, if any. */
  findOwn(
    channelId: string,
    matches: (message: APIMessage) => boolean,
  ): Promise<Result<APIMessage | undefined>>;
  /** `name`: cut to 100 characters. A thread that exists already counts as started. */
  startThread(channelId: string, messageId: string, name: string): Promise<Result<{ id: string }>>;
  pin(channelId: string, messageId: string): Promise<Result<undefined>>;
}

const threadExists = 160004;
const threadArchived = 50083;
const historyLimit = 100;

/** `ownId`: the bot's user id, known once it is logged in. */
export function messenger(deps: { rest: REST; random: Random; ownId: () => string }): Messenger {
  const { rest, random, ownId } = deps;
  return {
    post(channelId, body, options = {}) {
      const nonce = options.nonce ?? shortCode(random, 20);
      const said = {
        ...json(body, options),
        nonce,
        enforce_nonce: true,
        ...(options.replyTo === undefined
          ? {}
          : { message_reference: { message_id: options.replyTo, fail_if_not_exists: false } }),
      };
      return sorted<APIMessage>(() =>
        rest.post(Routes.channelMessages(channelId), withFiles(said, options.files)),
      );
    },
    async edit(channelId, messageId, body, files) {
      const route = Routes.channelMessage(channelId, messageId);
      const attempt = () =>
        sorted<APIMessage>(() => rest.patch(route, withFiles(messageJson(body, files), files)));
      const edited = await attempt();
      if (edited.ok || edited.failure.code !== threadArchived) return edited;
      // A quiet thread archives itself. Whoever may write there may wake it, unless somebody locked it.
      const woken = await sorted(() => rest.patch(Routes.channel(channelId), { body: { archived: false } }));
      return woken.ok ? attempt() : edited;
    },
    delete: (channelId, messageId) =>
      sorted<undefined>(() => rest.delete(Routes.channelMessage(channelId, messageId))),
    async findOwn(channelId, matches) {
      const query = new URLSearchParams({ limit: String(historyLimit) });
      const found = await sorted<APIMessage[]>(() => rest.get(Routes.channelMessages(channelId), { query }));
      if (!found.ok) return found;
      return {
        ok: true,
        value: found.value.find((message) => message.author.id === ownId() && matches(message)),
      };
    },
    async startThread(channelId, messageId, name) {
      const body = { name: fit(name, limits.threadName) };
      const started = await sorted<APIChannel>(() =>
        rest.post(Routes.threads(channelId, messageId), { body }),
      );
      if (started.ok) return { ok: true, value: { id: started.value.id } };
      // A thread has the id of the message that it hangs on.
      return started.failure.code === threadExists ? { ok: true, value: { id: messageId } } : started;
    },
    pin: (channelId, messageId) =>
      sorted<undefined>(() => rest.put(Routes.channelMessagesPin(channelId, messageId))),
  };
}

/** How a new message is said. */
function json(body: MessageBody, { files, quiet }: PostOptions) {
  const said = messageJson(body, files);
  return quiet ? { ...said, flags: said.flags | MessageFlags.SuppressNotifications } : said;
}

function withFiles(body: unknown, files: readonly OutgoingFile[] = []) {
  return { body, files: files.map(({ name, data, contentType }) => ({ name, data, contentType })) };
}

/** The caller names what Discord answers there: `rest` gives unknown. */
export async function sorted<T>(request: () => Promise<unknown>): Promise<Result<T>> {
  try {
    return { ok: true, value: (await request()) as T };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}
