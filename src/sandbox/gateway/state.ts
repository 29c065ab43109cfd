import type { WebSocket } from 'ws';
import type { World } from '../world/types.ts';
import type { CloseReason } from './close-codes.ts';
import type { Session } from './session.ts';
import type { StartLimit } from './start-limit.ts';

export interface GatewayOptions {
  world: World;
  botToken: string;
  /** Milliseconds between a client's heartbeats; Discord's 41,250 by default. */
  heartbeatInterval: number;
  /** Shards that may identify within 5 s. */
  maxConcurrency: number;
  /** Below this number of shards a bot is told that sharding is required. */
  minShards: number;
}

/** One WebSocket; bound to a session once it identified or resumed. */
export interface Connection {
  readonly socket: WebSocket;
  session: Session | undefined;
  /** Closes it where it stopped sending heartbeats. `now` is real time in ms. */
  sweep(now: number): void;
  send(op: number, d: unknown): void;
  end(reason: CloseReason): void;
}

/** What connections share. Real time (`wireNow`) drives heartbeats: a client's timers do not follow the moved clock. */
export interface GatewayState extends GatewayOptions {
  readonly sessions: Map<string, Session>;
  readonly connections: Set<Connection>;
  readonly startLimit: StartLimit;
  readonly faultState: { silentUntil: number; outageUntil: number };
  wireNow(): number;
  url(): string;
  newSessionId(): string;
}
