import type {
  APIChannel,
  APIStageInstance,
  GatewayGuildRoleUpdateDispatchData,
  GatewayGuildScheduledEventDeleteDispatchData,
  GatewayGuildScheduledEventUpdateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteDispatchData,
} from 'discord-api-types/v10';
import { MessageType } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import { recentIds } from '../../discord/recent-ids.ts';
import { eventState } from '../../discord/scheduled-events.ts';
import type { JobQueue } from '../../jobs/define-job.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Ama } from './model.ts';
import { type AmaService, type AmaWork, amaJobs, BURIED_AFTER } from './ports.ts';
import type { TeamChannels } from './team-channels.ts';

/** What people write themselves; joins, pins and new names bury nothing for long. */
const written: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);
/** The Ask button is not posted again more often, however lively the channel is. */
const PAUSE_MS = 60_000;
/** AMAs for which messages are counted at once; the one that was quiet longest is forgotten. */
const MOST_COUNTED = 500;

/** What was written below the Ask button of an AMA. */
interface Buried {
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
  work: Pick<AmaWork, 'askingIn' | 'ofTeam' | 'ofTeamsIn'>;
  team: Pick<TeamChannels, 'forget'>;
  jobs: JobQueue;
  writer: Writer;
  clock: Clock;
  log: Logger;
}) {
  const { amas, work, team, jobs, writer, clock, log } = deps;
  /** By AMA. */
  const buried = new Map<number, Buried>();
  const closedStages = recentIds(100);

  const note = (change: () => void): void => {
    writer.write(change).catch((error: unknown) => log.warn({ err: error }, 'an event could not be noted'));
  };
  const forgetMessages = (messageIds: readonly string[]) => {
    const now = clock.now();
    note(() => messageIds.forEach((messageId) => amas.forgetPlace({ messageId, now })));
  };
  const forgetChannel = ({ id }: Pick<APIChannel, 'id'>) => {
    const now = clock.now();
    note(() => amas.forgetPlace({ channelId: id, now }));
  };

  const remember = (amaId: number, known: Buried) => {
    buried.delete(amaId);
    buried.set(amaId, known);
    const [oldest] = buried.keys();
    if (buried.size > MOST_COUNTED && oldest !== undefined) buried.delete(oldest);
  };
  const bury = (amaId: number, now: number): void => {
    const known = buried.get(amaId) ?? { messages: 0, postedAt: 0 };
    const messages = known.messages + 1;
    if (messages < BURIED_AFTER || now - known.postedAt < PAUSE_MS) {
      remember(amaId, { ...known, messages });
      return;
    }
    remember(amaId, { messages: 0, postedAt: now });
    const job = { kind: amaJobs.askButton, key: String(amaId), runAt: now, payload: { amaId } };
    note(() => jobs.enqueue(job));
  };
  const count = ({ author, channel_id: channelId, guild_id, type }: GatewayMessageCreateDispatchData) => {
    if (author.bot || guild_id === undefined || !written.has(type)) return;
    const now = clock.now();
    for (const { id, messageId } of work.askingIn(channelId)) if (messageId !== undefined) bury(id, now);
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
  /** It may have been opened to everybody, or closed again: what stands there for the team is looked at anew. */
  const lookAnew = (there: readonly Ama[]) => {
    if (there.length === 0) return;
    for (const { staffChannelId } of there) team.forget(staffChannelId);
    const runAt = clock.now();
    const look = ({ id: amaId, status }: Ama) =>
      jobs.enqueue({
        kind: status === 'closed' ? amaJobs.parked : amaJobs.refresh,
        key: String(amaId),
        runAt,
        payload: { amaId },
      });
    note(() => there.filter(({ status }) => status !== 'cancelled').forEach(look));
  };
  const channelChanged = ({ id }: Pick<APIChannel, 'id'>) => lookAnew(work.ofTeam(id));
  const roleChanged = ({ guild_id: guildId, role }: GatewayGuildRoleUpdateDispatchData) => {
    // The role of everybody has the id of its server.
    if (role.id === guildId) lookAnew(work.ofTeamsIn(guildId));
  };
  const stageClosed = ({ id, guild_id: guildId, channel_id: stageId }: APIStageInstance) => {
    // A RESUME may tell it again.
    if (!closedStages.add(id)) return;
    const now = clock.now();
    note(() => amas.stageClosed({ guildId, stageId, now }));
  };

  const heard: Readonly<Record<string, (data: never) => void>> = {
    MESSAGE_CREATE: count,
    MESSAGE_DELETE: ({ id }: GatewayMessageDeleteDispatchData) => forgetMessages([id]),
    MESSAGE_DELETE_BULK: ({ ids }: { ids: string[] }) => forgetMessages(ids),
    CHANNEL_UPDATE: channelChanged,
    GUILD_ROLE_UPDATE: roleChanged,
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
