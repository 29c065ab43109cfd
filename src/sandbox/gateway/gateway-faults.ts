import type { Socket } from 'node:net';
import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { invalidForm } from '../errors.ts';
import { inviteBot } from '../world/bot-membership.ts';
import { removeMember } from '../world/guilds.ts';
import type { GuildState } from '../world/types.ts';
import { guildCreate, guildsOf } from './payloads.ts';
import { dispatch, replayLast, type Session } from './session.ts';
import type { GatewayState } from './state.ts';

/** What can go wrong on the gateway, on demand. Hits the bot's sessions only. */
export type GatewayFault =
  | { kind: 'disconnect'; code?: number }
  | { kind: 'reset' }
  | { kind: 'reconnect' }
  | { kind: 'invalid-session'; resumable?: boolean }
  | { kind: 'silence'; ms: number }
  | { kind: 'outage'; ms: number }
  | { kind: 'duplicate-next'; count?: number }
  | { kind: 'replay'; count?: number }
  /** The guild (all without an id) is gone for a while: GUILD_DELETE with `unavailable`. */
  | { kind: 'guild-unavailable'; guild_id?: string }
  | { kind: 'guild-available'; guild_id?: string }
  /** An admin throws the bot out of the guild, or invites it again. */
  | { kind: 'kicked'; guild_id?: string }
  | { kind: 'invited'; guild_id?: string };

export interface GatewayFaults {
  inject(fault: GatewayFault): void;
  /** While true, REST answers the bot 503 and the gateway refuses it. */
  outage(): boolean;
  /** Ends silence and outage. */
  clear(): void;
}

export function gatewayFaults(state: GatewayState): GatewayFaults {
  const bots = (): Session[] => [...state.sessions.values()].filter((session) => session.bot);
  const sockets = (): WebSocket[] => bots().flatMap((session) => session.socket ?? []);
  return {
    inject(fault) {
      switch (fault.kind) {
        case 'disconnect':
          return sockets().forEach((socket) => disconnect(socket, fault.code ?? 4000));
        case 'reset':
          return sockets().forEach(reset);
        case 'reconnect':
          return sockets().forEach((socket) => socket.send(packet(Op.Reconnect, null)));
        case 'invalid-session':
          return invalidate(state, bots(), fault.resumable ?? false);
        case 'silence':
          state.faultState.silentUntil = state.wireNow() + fault.ms;
          return;
        case 'outage':
          state.faultState.outageUntil = state.wireNow() + fault.ms;
          return sockets().forEach(reset);
        case 'duplicate-next':
          return bots().forEach((session) => {
            session.duplicates += fault.count ?? 1;
          });
        case 'replay':
          return bots().forEach((session) => replayLast(session, fault.count ?? 1));
        case 'guild-unavailable':
        case 'guild-available':
          return setAvailable(state, bots(), fault.guild_id, fault.kind === 'guild-available');
        case 'kicked':
          return guildsNamed(state, fault.guild_id).forEach((guild) =>
            removeMember(state.world, guild, state.world.botId),
          );
        case 'invited':
          return guildsNamed(state, fault.guild_id).forEach((guild) => inviteBot(state.world, guild));
        default:
          throw invalidForm('kind', 'BASE_TYPE_CHOICES', 'Unknown kind of fault');
      }
    },
    outage: () => state.wireNow() < state.faultState.outageUntil,
    clear() {
      state.faultState.silentUntil = 0;
      state.faultState.outageUntil = 0;
    },
  };
}

const packet = (op: number, d: unknown): string => JSON.stringify({ t: null, s: null, op, d });

/** Ends the TCP connection with RST, without a close frame. */
function reset(socket: WebSocket): void {
  const { _socket: tcp } = socket as unknown as { _socket?: Socket };
  tcp?.resetAndDestroy();
}

function invalidate(state: GatewayState, sessions: readonly Session[], resumable: boolean): void {
  for (const session of sessions) {
    session.socket?.send(packet(Op.InvalidSession, resumable));
    if (!resumable) state.sessions.delete(session.id);
  }
}

/** Codes that no peer may send (1005, 1006) end the connection without one. */
function disconnect(socket: WebSocket, code: number): void {
  const sendable =
    code === 1000 || (code >= 1001 && code <= 1014 && ![1004, 1005, 1006].includes(code)) || code >= 3000;
  if (sendable && code < 5000) socket.close(code, 'Unknown error.');
  else socket.terminate();
}

const guildsNamed = (state: GatewayState, id: string | undefined): GuildState[] =>
  [...state.world.guilds.values()].filter((guild) => id === undefined || guild.id === id);

function setAvailable(
  state: GatewayState,
  sessions: readonly Session[],
  id: string | undefined,
  available: boolean,
): void {
  for (const guild of guildsNamed(state, id)) {
    guild.unavailable = !available;
    for (const session of sessions) {
      if (!guildsOf(state.world, session).includes(guild)) continue;
      const d = available ? guildCreate(state.world, guild, session) : { id: guild.id, unavailable: true };
      dispatch(session, available ? 'GUILD_CREATE' : 'GUILD_DELETE', JSON.stringify(d));
    }
  }
}
