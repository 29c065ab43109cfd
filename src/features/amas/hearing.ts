import type {
  APIChannel,
  APIStageInstance,
  GatewayGuildScheduledEventDeleteDispatchData,
  GatewayGuildScheduledEventUpdateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteDispatchData,
} from 'discord-api-types/v10';
import { MessageType } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import { eventState } from '../../discord/scheduled-events.ts';
import type { JobQueue } from '../../jobs/define-job.ts';
import type { Clock } from '../../platform/clock.ts';
import { type AmaService, type AmaWork, amaJobs, BURIED_AFTER } from './ports.ts';

/** What people write themselves; joins, pins and new names bury nothing for long. */
const written: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);
/** The Ask button is not posted again more often, however lively the channel is. */
const PAUSE_MS = 60_000;
/** Channels whose messages are counted at once; the oldest is forgotten. */
const MOST_CHANNELS = 500;

interface Buried {
  amaId: number;
  messages: number;
  /** UTC ms; when the button was posted again last. */
  postedAt: number;
}

/**
 * What happens on Discord to the things that AMAs stand on. Of messages only their number is kept, in memory, while
 * questions are taken in their channel.
 */
export function amaHearing(deps: {
  amas: Pick<AmaService, 'forgetPlace' | 'eventChanged' | 'stageClosed'>;
  work: Pick<AmaWork, 'askingIn'>;
  jobs: JobQueue;
  writer: Writer;
  clock: Clock;
  log: Logger;
}) {
  const { amas, work, jobs, writer, clock, log } = deps;
  const channels = new Map<string, Buried>();

  const note = (change: () => void): void => {
    writer.write(change).catch((error: unknown) => log.warn({ err: error }, 'an event could not be noted'));
  };
  const forgetMessages = (messageIds: readonly string[]) => {
    const now = clock.now();
    note(() => messageIds.forEach((messageId) => amas.forgetPlace({ messageId, now })));
  };
  const forgetChannel = ({ id }: Pick<APIChannel, 'id'>) => {
    const now = clock.now();
    channels.delete(id);
    note(() => amas.forgetPlace({ channelId: id, now }));
  };

  const remember = (channelId: string, buried: Buried) => {
    channels.delete(channelId);
    channels.set(channelId, buried);
    const [oldest] = channels.keys();
    if (channels.size > MOST_CHANNELS && oldest !== undefined) channels.delete(oldest);
  };
  const count = ({ author, channel_id: channelId, guild_id, type }: GatewayMessageCreateDispatchData) => {
    if (author.bot || guild_id === undefined || !written.has(type)) return;
    const ama = work.askingIn(channelId);
    if (!ama || ama.messageId === undefined) return;
    const before = channels.get(channelId);
    const known = before?.amaId === ama.id ? before : { amaId: ama.id, messages: 0, postedAt: 0 };
    const messages = known.messages + 1;
    const now = clock.now();
    if (messages < BURIED_AFTER || now - known.postedAt < PAUSE_MS) {
      remember(channelId, { ...known, messages });
      return;
    }
    remember(channelId, { amaId: ama.id, messages: 0, postedAt: now });
    const payload = { amaId: ama.id };
    note(() => jobs.enqueue({ kind: amaJobs.askButton, key: String(ama.id), runAt: now, payload }));
  };

  const eventDeleted = ({ id: eventId, guild_id: guildId }: GatewayGuildScheduledEventDeleteDispatchData) => {
    const now = clock.now();
    note(() => amas.eventChanged({ eventId, guildId, change: 'deleted', now }));
  };
  const eventUpdated = (raw: GatewayGuildScheduledEventUpdateDispatchData) => {
    const { startAt, endAt, status } = eventState(raw);
    const now = clock.now();
    const change =
      status === 'completed' ? 'ended' : status === 'cancelled' ? 'cancelled' : ({ startAt, endAt } as const);
    note(() => amas.eventChanged({ eventId: raw.id, guildId: raw.guild_id, change, now }));
  };
  const stageClosed = ({ guild_id: guildId, channel_id: stageId }: APIStageInstance) => {
    const now = clock.now();
    note(() => amas.stageClosed({ guildId, stageId, now }));
  };

  const heard: Readonly<Record<string, (data: never) => void>> = {
    MESSAGE_CREATE: count,
    MESSAGE_DELETE: ({ id }: GatewayMessageDeleteDispatchData) => forgetMessages([id]),
    MESSAGE_DELETE_BULK: ({ ids }: { ids: string[] }) => forgetMessages(ids),
    CHANNEL_DELETE: forgetChannel,
    THREAD_DELETE: forgetChannel,
    GUILD_SCHEDULED_EVENT_UPDATE: eventUpdated,
    GUILD_SCHEDULED_EVENT_DELETE: eventDeleted,
    STAGE_INSTANCE_DELETE: stageClosed,
  };
  return {
    hear: (event: string, data: unknown): void => heard[event]?.(data as never),
    forgetMessages,
  };
}
