import type { Socket } from 'node:net';
import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { replayLast, type Session } from './session.ts';
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
  | { kind: 'replay'; count?: number };

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
          return sockets().forEach((socket) => socket.close(fault.code ?? 4000, 'Unknown error.'));
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
