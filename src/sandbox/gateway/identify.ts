import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import { actorOf } from '../actors.ts';
import { CLOSE } from './close-codes.ts';
import { ALL_INTENTS, PRIVILEGED_INTENTS } from './intents.ts';
import { guildCreate, guildsOf, readyPayload } from './payloads.ts';
import { backlog, dispatch, type Session } from './session.ts';
import type { Connection, GatewayState } from './state.ts';
import { noteSight } from './visibility.ts';

interface Identify {
  token: string;
  intents?: unknown;
  shard?: unknown;
  properties?: unknown;
}

/** Opens a session, or closes the connection with the code that says why not. */
export function identify(state: GatewayState, connection: Connection, d: unknown): void {
  if (connection.session !== undefined) return connection.end(CLOSE.alreadyAuthenticated);
  if (!isIdentify(d)) return connection.end(CLOSE.decodeError);
  const token = d.token.replace(/^Bot /, '');
  const actor = actorOf(state.world, state.botToken, token);
  if (actor === undefined) return connection.end(CLOSE.authenticationFailed);
  const shard = shardFrom(d.shard);
  if (shard === undefined) return connection.end(CLOSE.invalidShard);
  const intents = actor.bot ? d.intents : ALL_INTENTS;
  if (!areIntents(intents)) return connection.end(CLOSE.invalidIntents);
  if (actor.bot) {
    const disallowed = intents & PRIVILEGED_INTENTS & ~state.world.application.privilegedIntents;
    if (disallowed !== 0) return connection.end(CLOSE.disallowedIntents);
    if (shard[1] < state.minShards) return connection.end(CLOSE.shardingRequired);
    if (state.startLimit.remaining() === 0) return overTheLimit(state, connection);
    if (!state.startLimit.take(shard[0])) return connection.send(Op.InvalidSession, false);
  }
  const session: Session = {
    id: state.newSessionId(),
    user: actor.user,
    bot: actor.bot,
    intents,
    shard,
    token,
    socket: connection.socket,
    seq: 0,
    lostAt: 0,
    backlog: backlog(),
    sights: new Map(),
    duplicates: 0,
  };
  connection.session = session;
  state.sessions.set(session.id, session);
  start(state, session);
}

/**
 * Beyond the day's session starts Discord ends every session of the application and resets its token
 * (https://docs.discord.com/developers/events/gateway#rate-limiting); here the token is as good as new once
 * the limit is.
 */
function overTheLimit(state: GatewayState, connection: Connection): void {
  connection.end(CLOSE.authenticationFailed);
  for (const { session, end } of state.connections) {
    if (session?.bot !== true) continue;
    state.sessions.delete(session.id);
    end(CLOSE.authenticationFailed);
  }
}

function start(state: GatewayState, session: Session): void {
  const { world } = state;
  dispatch(session, 'READY', JSON.stringify(readyPayload(world, session, state.url())));
  if (!session.bot) for (const guild of guildsOf(world, session)) noteSight(world, session, guild);
  if (!session.bot || (session.intents & 1) === 0) return;
  for (const guild of guildsOf(world, session)) {
    if (!guild.unavailable)
      dispatch(session, 'GUILD_CREATE', JSON.stringify(guildCreate(world, guild, session)));
  }
}

const isIdentify = (d: unknown): d is Identify =>
  typeof d === 'object' && d !== null && typeof (d as Identify).token === 'string';

const areIntents = (intents: unknown): intents is number =>
  typeof intents === 'number' && Number.isInteger(intents) && intents >= 0 && (intents & ~ALL_INTENTS) === 0;

function shardFrom(value: unknown): readonly [number, number] | undefined {
  if (value === undefined || value === null) return [0, 1];
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [id, count] = value as unknown[];
  if (!Number.isInteger(id) || !Number.isInteger(count)) return undefined;
  return (id as number) >= 0 && (id as number) < (count as number)
    ? [id as number, count as number]
    : undefined;
}
