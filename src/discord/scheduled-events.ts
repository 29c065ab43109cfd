import type { REST } from '@discordjs/rest';
import type { APIChannel, APIGuildScheduledEvent } from 'discord-api-types/v10';
import {
  ChannelType,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  Routes,
} from 'discord-api-types/v10';
import type { Result } from './failure.ts';
import { fit, limits } from './limits.ts';
import { sorted } from './messenger.ts';

/** Where an event takes place: a stage or voice channel, or a place in words (at most 100 characters). */
export type EventPlace = { channelId: string } | { location: string };

export interface EventPlan {
  /** Cut to 100 characters. */
  name: string;
  /** Cut to 1,000 characters. */
  description: string;
  /** UTC ms, in the future. */
  startAt: number;
  endAt: number;
  place: EventPlace;
}

export type EventStatus = 'scheduled' | 'active' | 'completed' | 'cancelled';

/** What an event says now. */
export interface EventState {
  id: string;
  name: string;
  description: string;
  startAt: number;
  endAt: number | undefined;
  status: EventStatus;
}

/**
 * Discord's scheduled events. Nothing rejects. Making one and changing one's own takes Create Events (where it takes
 * place); a server has at most 100 that are open.
 */
export interface ScheduledEvents {
  /**
   * An event cannot carry a nonce: it is asked for once, and after a failure of the kind `retry` only `findOwn` tells
   * whether it was made.
   */
  create(guildId: string, plan: EventPlan, reason: string): Promise<Result<EventState>>;
  /** Only what is named. A start that is over is refused by Discord. */
  edit(
    guildId: string,
    eventId: string,
    change: Partial<EventPlan>,
    reason: string,
  ): Promise<Result<EventState>>;
  /** Forward only: scheduled to active or cancelled, active to completed. */
  setStatus(
    guildId: string,
    eventId: string,
    status: Exclude<EventStatus, 'scheduled'>,
  ): Promise<Result<EventState>>;
  find(guildId: string, eventId: string): Promise<Result<EventState>>;
  /** The newest of Hearth's own that `matches`, among those that are not over. */
  findOwn(guildId: string, matches: (event: EventState) => boolean): Promise<Result<EventState | undefined>>;
  delete(guildId: string, eventId: string): Promise<Result<undefined>>;
}

export const eventLimits = { name: 100, description: 1_000, location: 100 } as const;

const statuses: Readonly<Record<GuildScheduledEventStatus, EventStatus>> = {
  [GuildScheduledEventStatus.Scheduled]: 'scheduled',
  [GuildScheduledEventStatus.Active]: 'active',
  [GuildScheduledEventStatus.Completed]: 'completed',
  [GuildScheduledEventStatus.Canceled]: 'cancelled',
};
const numbers = {
  active: GuildScheduledEventStatus.Active,
  completed: GuildScheduledEventStatus.Completed,
  cancelled: GuildScheduledEventStatus.Canceled,
} as const;

type RawEvent = Pick<
  APIGuildScheduledEvent,
  'id' | 'name' | 'description' | 'scheduled_start_time' | 'scheduled_end_time' | 'status'
>;

/** Also for what the gateway tells of an event. */
export function eventState(raw: RawEvent): EventState {
  const { id, name, description, status } = raw;
  const endAt = raw.scheduled_end_time === null ? undefined : Date.parse(raw.scheduled_end_time);
  const startAt = Date.parse(raw.scheduled_start_time);
  return { id, name, description: description ?? '', startAt, endAt, status: statuses[status] };
}

export function scheduledEvents(deps: { rest: REST; restOnce: REST; ownId: () => string }): ScheduledEvents {
  const { rest, restOnce, ownId } = deps;

  const answered = async (request: () => Promise<unknown>): Promise<Result<EventState>> => {
    const result = await sorted<APIGuildScheduledEvent>(request);
    return result.ok ? { ok: true, value: eventState(result.value) } : result;
  };
  /** The request, with what the kind of the place says about it. */
  const placed = async (place: EventPlace): Promise<Result<object>> => {
    if ('location' in place) {
      const location = fit(place.location, eventLimits.location);
      const entity_type = GuildScheduledEventEntityType.External;
      return { ok: true, value: { entity_type, channel_id: null, entity_metadata: { location } } };
    }
    const channel = await sorted<APIChannel>(() => rest.get(Routes.channel(place.channelId)));
    if (!channel.ok) return channel;
    const { StageInstance, Voice } = GuildScheduledEventEntityType;
    const entity_type = channel.value.type === ChannelType.GuildStageVoice ? StageInstance : Voice;
    return { ok: true, value: { entity_type, channel_id: place.channelId, entity_metadata: null } };
  };
  const headers = (reason: string) => ({ reason: fit(reason, limits.auditReason) });

  return {
    async create(guildId, plan, reason) {
      const place = await placed(plan.place);
      if (!place.ok) return place;
      const body = {
        ...wordsOf(plan),
        ...place.value,
        privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
      };
      return answered(() =>
        restOnce.post(Routes.guildScheduledEvents(guildId), { body, ...headers(reason) }),
      );
    },
    async edit(guildId, eventId, change, reason) {
      const place = change.place ? await placed(change.place) : undefined;
      if (place && !place.ok) return place;
      const body = { ...wordsOf(change), ...place?.value };
      return answered(() =>
        rest.patch(Routes.guildScheduledEvent(guildId, eventId), { body, ...headers(reason) }),
      );
    },
    setStatus: (guildId, eventId, status) =>
      answered(() =>
        rest.patch(Routes.guildScheduledEvent(guildId, eventId), { body: { status: numbers[status] } }),
      ),
    find: (guildId, eventId) => answered(() => rest.get(Routes.guildScheduledEvent(guildId, eventId))),
    async findOwn(guildId, matches) {
      const all = await sorted<APIGuildScheduledEvent[]>(() =>
        rest.get(Routes.guildScheduledEvents(guildId)),
      );
      if (!all.ok) return all;
      const own = all.value.filter(({ creator_id: creatorId }) => creatorId === ownId());
      return { ok: true, value: own.map(eventState).findLast(matches) };
    },
    delete: (guildId, eventId) =>
      sorted<undefined>(() => rest.delete(Routes.guildScheduledEvent(guildId, eventId))),
  };
}

function wordsOf({ name, description, startAt, endAt }: Partial<EventPlan>) {
  return {
    ...(name === undefined ? {} : { name: fit(name, eventLimits.name) }),
    ...(description === undefined ? {} : { description: fit(description, eventLimits.description) }),
    ...(startAt === undefined ? {} : { scheduled_start_time: new Date(startAt).toISOString() }),
    ...(endAt === undefined ? {} : { scheduled_end_time: new Date(endAt).toISOString() }),
  };
}
