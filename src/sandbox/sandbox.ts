import type { AdjustableClock } from '../platform/clock.ts';
import type { CommunitySeed } from './community/seed-types.ts';
import type { Faults } from './faults.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { InteractionInput } from './interactions/check-press.ts';
import type { PressResult } from './interactions/press.ts';
import type { RateLimits } from './rate-limits.ts';
import type { RequestLog } from './request-log.ts';
import type { UploadedFile } from './routes/route.ts';
import type { World } from './world/types.ts';

export interface SandboxOptions {
  clock: AdjustableClock;
  seed: CommunitySeed;
  /** 0 (default): any free one. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** Default `sandbox-bot-token`. */
  botToken?: string;
  /** Default true. */
  rateLimits?: boolean;
  /** The built page (dist/page). */
  pageDirectory?: string;
  /** Keeps the last requests for `requests`; default true. */
  logRequests?: boolean;
  /** Privileged intents switched on for the application (sum of GatewayIntentBits); default none. */
  privilegedIntents?: number;
  /** Milliseconds between heartbeats; default Discord's 41,250. */
  heartbeatInterval?: number;
  /** Shards that may identify within 5 s; default 16. */
  maxConcurrency?: number;
  /** Shards that GET /gateway/bot recommends; default 1. */
  shards?: number;
  /** Fewer shards than this are refused with 4011; default 1. */
  minShards?: number;
  /** A fine clock (ms with fractions) for latencies; default: the clock. */
  stopwatch?: () => number;
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT`: the page. */
  readonly url: string;
  /** `url + '/api'`: what discord.js takes as `rest.api`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly world: World;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly gateway: Gateway;
  readonly limits: RateLimits;
  /**
   * A person's command, press, autocomplete or modal submit, without HTTP: what POST /interactions does. Throws
   * DiscordError where the client could not have sent it; resolves with the bot's first answer or the failure after 3 s.
   */
  interact(userId: string, input: InteractionInput, files?: UploadedFile[]): Promise<PressResult>;
  /** Moves the clock forward and runs what became due. */
  advance(ms: number): void;
  close(): Promise<void>;
}
