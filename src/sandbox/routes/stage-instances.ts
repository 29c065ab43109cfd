import {
  type APIStageInstance,
  ChannelType,
  PermissionFlagsBits as P,
  StageInstancePrivacyLevel,
} from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { checkStageInstance } from '../rules/validate-stage-instance.ts';
import { channelOf } from '../world/lookup.ts';
import { requirePermissions } from '../world/permissions.ts';
import { endStage, putStage } from '../world/stages.ts';
import type { ChannelState, GuildState } from '../world/types.ts';
import { bodyOf, channelFor, guildOfChannel } from './common.ts';
import { noContent, ok, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

const PATH = '/stage-instances';

/**
 * Who may open, change and close a stage (https://docs.discord.com/developers/resources/stage-instance#definitions).
 * In voice channels Connect goes with them: without it they are denied, too (topics/permissions).
 */
export const STAGE_MODERATOR = P.Connect | P.ManageChannels | P.MuteMembers | P.MoveMembers;

/** The stage that is live in a channel. Throws 10067. */
function liveIn(guild: GuildState, { id }: ChannelState): APIStageInstance {
  const stage = guild.stageInstances.get(id);
  if (stage === undefined) throw refuse(10067);
  return stage;
}

function open(request: RouteRequest): RouteAnswer {
  const { world, actor } = request;
  checkStageInstance(request.body);
  const body = bodyOf<APIStageInstance>(request);
  const state = channelOf(world, body.channel_id ?? '');
  requirePermissions(world, actor.user.id, state, P.ViewChannel);
  if (state.channel.type !== ChannelType.GuildStageVoice) throw refuse(50024);
  requirePermissions(world, actor.user.id, state, STAGE_MODERATOR);
  const guild = guildOfChannel(world, state);
  if (guild.stageInstances.has(state.id)) throw refuse(150_006);
  const eventId = body.guild_scheduled_event_id ?? undefined;
  if (eventId !== undefined && !guild.scheduledEvents.has(eventId)) throw refuse(10070);
  const stage = {
    id: world.snowflake(),
    guild_id: guild.id,
    channel_id: state.id,
    topic: body.topic ?? '',
    privacy_level: body.privacy_level ?? StageInstancePrivacyLevel.GuildOnly,
    discoverable_disabled: true,
    guild_scheduled_event_id: eventId ?? null,
  } as APIStageInstance;
  return ok(putStage(world, guild, stage));
}

function read(request: RouteRequest): RouteAnswer {
  const state = channelFor(request, P.ViewChannel);
  return ok(liveIn(guildOfChannel(request.world, state), state));
}

function change(request: RouteRequest): RouteAnswer {
  const state = channelFor(request, STAGE_MODERATOR);
  const guild = guildOfChannel(request.world, state);
  const stage = liveIn(guild, state);
  checkStageInstance(request.body, true);
  const { topic = stage.topic, privacy_level = stage.privacy_level } = bodyOf<APIStageInstance>(request);
  return ok(putStage(request.world, guild, { ...stage, topic, privacy_level }));
}

function close(request: RouteRequest): RouteAnswer {
  const state = channelFor(request, STAGE_MODERATOR);
  const guild = guildOfChannel(request.world, state);
  liveIn(guild, state);
  endStage(request.world, guild, state.id);
  return noContent();
}

/** Stages that are live: one for each stage channel. */
export const stageInstanceRoutes: readonly Route[] = [
  { method: 'POST', path: PATH, handle: open },
  { method: 'GET', path: `${PATH}/:channel_id`, handle: read },
  { method: 'PATCH', path: `${PATH}/:channel_id`, handle: change },
  { method: 'DELETE', path: `${PATH}/:channel_id`, handle: close },
];
