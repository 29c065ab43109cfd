import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { WorldEvent } from '../world/types.ts';
import { CLOSE } from './close-codes.ts';
import { connect } from './connection.ts';
import { deliver } from './deliver.ts';
import { type GatewayFaults, gatewayFaults } from './gateway-faults.ts';
import type { Session } from './session.ts';
import { type StartLimit, startLimit } from './start-limit.ts';
import type { GatewayOptions, GatewayState } from './state.ts';

export interface Gateway {
  readonly sessions: ReadonlyMap<string, Session>;
  readonly startLimit: StartLimit;
  readonly faults: GatewayFaults;
  /** True while a bot session has an open socket. */
  botConnected(): boolean;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends timed-out connections and forgotten sessions; called by the server's ticker. */
  sweep(): void;
  close(): void;
}

/** How long (real ms) a session can be resumed after its socket is gone. */
const RESUMABLE_MS = 180_000;

export function createGateway(options: GatewayOptions): Gateway {
  const { world } = options;
  const wireNow = (): number => world.clock.now() - world.clock.offset;
  let serial = 0;
  const state: GatewayState = {
    ...options,
    sessions: new Map(),
    connections: new Set(),
    startLimit: startLimit(wireNow, options.maxConcurrency),
    faultState: { silentUntil: 0, outageUntil: 0 },
    wireNow,
    url: () => `${world.origin.replace('http', 'ws')}/gateway`,
    newSessionId: () => {
      serial += 1;
      return `${world.snowflake()}${serial}`.padStart(32, '0');
    },
  };
  const server = new WebSocketServer({ noServer: true, maxPayload: 1 << 20, perMessageDeflate: false });
  const unsubscribe = world.subscribe((event: WorldEvent) => deliver(world, state.sessions.values(), event));
  return {
    sessions: state.sessions,
    startLimit: state.startLimit,
    faults: gatewayFaults(state),
    botConnected: () => [...state.sessions.values()].some((one) => one.bot && one.socket !== undefined),
    upgrade(request, socket, head) {
      if (refusedByOutage(state, request)) return void socket.destroy();
      server.handleUpgrade(request, socket, head, (ws) => accept(state, ws, request));
    },
    sweep: () => sweep(state),
    close() {
      unsubscribe();
      for (const connection of state.connections) connection.socket.terminate();
      server.close();
    },
  };
}

/** An outage hits bots only; browsers, which send an Origin, keep the page alive. */
function refusedByOutage(state: GatewayState, request: IncomingMessage): boolean {
  return state.wireNow() < state.faultState.outageUntil && request.headers.origin === undefined;
}

function accept(state: GatewayState, ws: WebSocket, request: IncomingMessage): void {
  const query = new URL(request.url ?? '/', 'ws://sandbox').searchParams;
  if (query.get('v') !== '10') return ws.close(...CLOSE.invalidVersion);
  if ((query.get('encoding') ?? 'json') !== 'json' || query.has('compress'))
    return ws.close(...CLOSE.decodeError);
  connect(state, ws);
}

function sweep(state: GatewayState): void {
  const now = state.wireNow();
  for (const connection of state.connections) connection.sweep(now);
  for (const session of state.sessions.values()) {
    if (session.socket === undefined && now - session.lostAt > RESUMABLE_MS)
      state.sessions.delete(session.id);
  }
}
