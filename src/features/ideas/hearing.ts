import type {
  APIChannel,
  GatewayGuildCreateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayThreadUpdateDispatchData,
} from 'discord-api-types/v10';
import { ChannelType, MessageType } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { Result } from '../../discord/failure.ts';
import type { Clock } from '../../platform/clock.ts';
import type { IdeaService, IdeaWork } from './ports.ts';

/** What people write themselves; joins, pins and new names are no comments. */
const written: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

/**
 * What happens on Discord to the things that ideas stand on, and that people talk about them. Of a message only
 * that it was written is kept, and by whom.
 */
export function ideaHearing(deps: {
  ideas: Pick<IdeaService, 'forgetPlace' | 'noteComment'>;
  work: Pick<IdeaWork, 'isIdeaThread' | 'openPosts'>;
  /** Opens a post that is archived and not locked; `gone` where there is none any more. */
  wake: (threadId: string) => Promise<Result<unknown>>;
  forgetForum: (channelId: string) => void;
  writer: Writer;
  clock: Clock;
  log: Logger;
}) {
  const { ideas, work, wake, forgetForum, writer, clock, log } = deps;

  const note = (change: () => void): void => {
    writer.write(change).catch((error: unknown) => log.warn({ err: error }, 'an event could not be noted'));
  };
  const forgetMessages = (messageIds: readonly string[]) => {
    const now = clock.now();
    note(() => messageIds.forEach((messageId) => ideas.forgetPlace({ messageId, now })));
  };
  const forgetChannel = ({ id }: Pick<APIChannel, 'id'>) => {
    const now = clock.now();
    forgetForum(id);
    note(() => ideas.forgetPlace({ channelId: id, now }));
  };
  /** Of the posts that went with a forum Discord says nothing; they are found missing when they are asked for. */
  const channelDeleted = (channel: APIChannel) => {
    forgetChannel(channel);
    if (channel.type === ChannelType.GuildForum && channel.guild_id !== undefined)
      void wakeAll(work.openPosts(channel.guild_id));
  };
  const comment = ({ author, channel_id: threadId, guild_id, type }: GatewayMessageCreateDispatchData) => {
    if (author.bot || guild_id === undefined || !written.has(type) || !work.isIdeaThread(threadId)) return;
    const at = clock.now();
    note(() => ideas.noteComment({ threadId, userId: author.id, at }));
  };
  const wakeAll = async (threadIds: readonly string[]): Promise<void> => {
    for (const threadId of threadIds) {
      const woken = await wake(threadId);
      if (woken.ok) continue;
      const { kind, reason } = woken.failure;
      if (kind === 'gone') forgetChannel({ id: threadId });
      else log.warn({ threadId, reason }, 'a post could not be opened again');
    }
  };
  const archived = ({ id, guild_id: guildId, thread_metadata: state }: GatewayThreadUpdateDispatchData) => {
    if (guildId === undefined || !state?.archived || state.locked) return;
    if (work.openPosts(guildId).includes(id)) void wakeAll([id]);
  };
  /** What archived itself while nobody listened is missing among the threads that are awake. */
  const arrived = ({
    id,
    threads,
  }: Pick<GatewayGuildCreateDispatchData, 'id'> &
    Partial<Pick<GatewayGuildCreateDispatchData, 'threads'>>) => {
    // In an outage the server comes without anything.
    if (!threads) return;
    const awake = new Set(threads.map((thread) => thread.id));
    void wakeAll(work.openPosts(id).filter((threadId) => !awake.has(threadId)));
  };
  const heard: Readonly<Record<string, (data: never) => void>> = {
    MESSAGE_CREATE: comment,
    MESSAGE_DELETE: ({ id }: GatewayMessageDeleteDispatchData) => forgetMessages([id]),
    MESSAGE_DELETE_BULK: ({ ids }: { ids: string[] }) => forgetMessages(ids),
    CHANNEL_DELETE: channelDeleted,
    THREAD_DELETE: forgetChannel,
    THREAD_UPDATE: archived,
    GUILD_CREATE: arrived,
    // Its tags or permissions may be others now.
    CHANNEL_UPDATE: ({ id }: APIChannel) => forgetForum(id),
  };
  return {
    hear: (event: string, data: unknown): void => heard[event]?.(data as never),
    forgetMessages,
  };
}
