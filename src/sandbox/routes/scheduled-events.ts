import {
  type APIGuildScheduledEvent,
  PermissionFlagsBits as P,
  GuildScheduledEventStatus as Status,
} from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { can, permissionsInGuild, requirePermission } from '../rules/permissions.ts';
import { checkScheduledEvent } from '../rules/validate-scheduled-event.ts';
import { channelOf, memberOf } from '../world/lookup.ts';
import { permissionsOf, requireGuildPermissions } from '../world/permissions.ts';
import type { GuildState, ScheduledEventState, World } from '../world/types.ts';
import { timestampOf } from '../world/world.ts';
import { bodyOf, guildOfPath } from './common.ts';
import { noContent, ok, param, type Route, type RouteAnswer, type RouteRequest } from './route.ts';
import { eventUserRoutes } from './scheduled-event-users.ts';

const PATH = '/guilds/:guild_id/scheduled-events';
/** Scheduled and running events of a guild. */
const MAX_EVENTS = 100;

type Fields = Partial<APIGuildScheduledEvent> & { scheduled_end_time?: string | null };

/** Throws 10070. */
export function eventOf(guild: GuildState, request: RouteRequest): ScheduledEventState {
  const state = guild.scheduledEvents.get(param(request, 'event_id'));
  if (state === undefined) throw refuse(10070);
  return state;
}

export function viewEvent(state: ScheduledEventState, withCount: boolean): object {
  return withCount ? { ...state.event, user_count: state.subscriberIds.size } : state.event;
}

function emit(world: World, guild: GuildState, kind: 'CREATE' | 'UPDATE' | 'DELETE', event: object): void {
  world.emit({ t: `GUILD_SCHEDULED_EVENT_${kind}`, d: event, guildId: guild.id });
}

const isOpen = ({ event }: ScheduledEventState): boolean => event.status <= Status.Active;

/** Making one needs CREATE_EVENTS where it takes place; changing somebody else's MANAGE_EVENTS. */
function requirePlace(
  request: RouteRequest,
  guild: GuildState,
  channelId: string | null | undefined,
  needed: bigint,
): void {
  if (!channelId) {
    requireGuildPermissions(guild, request.actor.user.id, needed);
    return;
  }
  const state = channelOf(request.world, channelId);
  if (state.guildId !== guild.id) throw refuse(10003);
  if (state.channel.type !== 2 && state.channel.type !== 13) throw refuse(50024);
  requirePermission(
    permissionsOf(request.world, request.actor.user.id, state),
    P.ViewChannel | P.Connect | needed,
  );
}

function create(request: RouteRequest): RouteAnswer {
  const { world, actor } = request;
  const guild = guildOfPath(request);
  checkScheduledEvent(request.body, request.now);
  const body = bodyOf<Fields>(request);
  requirePlace(request, guild, body.channel_id, P.CreateEvents);
  if ([...guild.scheduledEvents.values()].filter(isOpen).length >= MAX_EVENTS) throw refuse(30038);
  const event = {
    id: world.snowflake(),
    guild_id: guild.id,
    channel_id: null,
    creator_id: actor.user.id,
    creator: actor.user,
    description: null,
    entity_id: null,
    entity_metadata: null,
    image: null,
    recurrence_rule: null,
    guild_scheduled_event_exceptions: [],
    scheduled_end_time: null,
    ...fieldsOf(body),
    status: Status.Scheduled,
  } as unknown as APIGuildScheduledEvent;
  guild.scheduledEvents.set(event.id, { event, subscriberIds: new Set() });
  emit(world, guild, 'CREATE', event);
  return ok(event);
}

const FIELDS = [
  'name',
  'description',
  'channel_id',
  'entity_type',
  'entity_metadata',
  'privacy_level',
  'recurrence_rule',
  'status',
] as const;

function fieldsOf(body: Fields): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const key of FIELDS) if (body[key] !== undefined) fields[key] = body[key];
  for (const key of ['scheduled_start_time', 'scheduled_end_time'] as const) {
    const time = body[key];
    if (time !== undefined)
      fields[key] = time === null ? null : timestampOf(Date.parse(time)).replace('.000000', '');
  }
  return fields;
}

function requireMayManage(request: RouteRequest, guild: GuildState, state: ScheduledEventState): void {
  const member = memberOf(guild, request.actor.user.id);
  const held = permissionsInGuild(guild, member);
  if (can(held, P.ManageEvents)) return;
  if (state.event.creator_id === member.user.id && can(held, P.CreateEvents)) return;
  throw refuse(50013);
}

function edit(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  const state = eventOf(guild, request);
  requireMayManage(request, guild, state);
  checkScheduledEvent(request.body, request.now, {
    status: state.event.status,
    entity_type: state.event.entity_type,
    scheduled_start_time: state.event.scheduled_start_time,
    scheduled_end_time: state.event.scheduled_end_time,
    channel_id: state.event.channel_id,
    entity_metadata: state.event.entity_metadata,
  });
  const body = bodyOf<Fields>(request);
  if (body.channel_id) requirePlace(request, guild, body.channel_id, 0n);
  state.event = { ...state.event, ...fieldsOf(body) };
  emit(request.world, guild, 'UPDATE', state.event);
  return ok(state.event);
}

function remove(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  const state = eventOf(guild, request);
  requireMayManage(request, guild, state);
  guild.scheduledEvents.delete(state.event.id);
  emit(request.world, guild, 'DELETE', { ...state.event, status: Status.Canceled });
  return noContent();
}

const withCount = (request: RouteRequest): boolean => request.query.get('with_user_count') === 'true';

function list(request: RouteRequest): RouteAnswer {
  const events = [...guildOfPath(request).scheduledEvents.values()].filter(isOpen);
  return ok(events.map((state) => viewEvent(state, withCount(request))));
}

/** Scheduled events, and who is interested in them. */
export const scheduledEventRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, handle: list },
  { method: 'POST', path: PATH, handle: create },
  {
    method: 'GET',
    path: `${PATH}/:event_id`,
    handle: (request) => ok(viewEvent(eventOf(guildOfPath(request), request), withCount(request))),
  },
  { method: 'PATCH', path: `${PATH}/:event_id`, handle: edit },
  { method: 'DELETE', path: `${PATH}/:event_id`, handle: remove },
  ...eventUserRoutes((request) => {
    const guild = guildOfPath(request);
    return { guild, state: eventOf(guild, request) };
  }),
];
