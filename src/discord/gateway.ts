import { DefaultRestOptions, REST } from '@discordjs/rest';
import { Client, Events, GatewayIntentBits, SimpleIdentifyThrottler } from 'discord.js';
import type { APIInteraction } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Monotonic } from '../platform/monotonic.ts';
import type { Timers } from '../platform/timers.ts';
import { fatalCloseReason, tokenRefused } from './close-reasons.ts';
import { type Identity, listenFirst } from './dispatches.ts';
import { failureOf } from './failure.ts';
import { type InvalidRequests, invalidRequests } from './invalid-requests.ts';
import { sessionStart } from './session-start.ts';
import { watchdog } from './watchdog.ts';

export interface GatewayOptions {
  token: string;
  /** As `https://discord.com/api`, without the version. */
  apiUrl: string;
  /** Asks for messages without their content, reactions and who is in voice: only for counting. Default false. */
  withMessages?: boolean;
  /** Asks for who joins and leaves, which Discord gives only where it is switched on for the bot. Default false. */
  withMembers?: boolean;
  /** How many connections share the guilds; undefined: as many as Discord recommends. */
  shards?: number | undefined;
  onInteraction: (raw: APIInteraction) => void;
  /** Every other gateway event by its name, as Discord sent it. */
  onEvent?: (event: string, data: unknown) => void;
  /** Once, after `connect` had resolved: nothing will work any more, the process has to end with an error. */
  onFatal: (reason: string) => void;
  timers: Timers;
  monotonic: Monotonic;
  log: Logger;
  /** Real ms without a sign of life before it is fatal. Default 15 minutes: outages of ten are survived. */
  silenceMs?: number;
}

export interface Gateway {
  readonly rest: REST;
  /** Repeats nothing by itself: for requests that Discord cannot recognise as the same, as a forum post. */
  readonly restOnce: REST;
  readonly invalidRequests: InvalidRequests;
  /** The bot's user id. Throws before `connect` has resolved. */
  ownId: () => string;
  applicationId: () => string;
  /**
   * Logs in. Waits while Discord cannot be reached or no session starts are left; rejects with words for
   * whoever runs the bot where waiting cannot help.
   */
  connect(): Promise<void>;
  close(): Promise<void>;
}

const requestTimeoutMs = 10_000;
const quarterHour = 15 * 60_000;

/** The connection to Discord: discord.js for gateway and REST, with nothing kept in memory. */
export function gateway(options: GatewayOptions): Gateway {
  const { token, timers, log } = options;
  const refused = invalidRequests({ monotonic: options.monotonic, log });
  const ended = new AbortController();
  let identity: Identity | undefined;
  let connected = false;
  let fatalReason: string | undefined;

  const fatal = (reason: string) => {
    if (ended.signal.aborted || fatalReason !== undefined) return;
    fatalReason = reason;
    log.fatal({ reason }, 'connection lost for good');
    if (connected) options.onFatal(reason);
  };
  const dog = watchdog({
    silenceMs: options.silenceMs ?? quarterHour,
    timers,
    onSilence: () => fatal('The gateway gave no sign of life for too long.'),
  });
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      // Tells of deleted emoji: Discord refuses a whole message for one on a button.
      GatewayIntentBits.GuildExpressions,
      // Tells of events that people change or delete by hand.
      GatewayIntentBits.GuildScheduledEvents,
      ...(options.withMessages
        ? [
            GatewayIntentBits.GuildMessages,
            GatewayIntentBits.GuildMessageReactions,
            GatewayIntentBits.GuildVoiceStates,
          ]
        : []),
      ...(options.withMembers ? [GatewayIntentBits.GuildMembers] : []),
    ],
    allowedMentions: { parse: [] },
    ...sharding(options.shards),
    rest: {
      api: options.apiUrl,
      timeout: requestTimeoutMs,
      makeRequest: watchedRequest(refused, () => fatal(tokenRefused)),
    },
    ws: {
      buildStrategy: listenFirst({
        onInteraction: options.onInteraction,
        onEvent: (event, data) => options.onEvent?.(event, data),
        onReady: (who) => {
          identity = who;
        },
        onAlive: () => dog.alive(),
        onClosed: (code) => {
          const reason = fatalCloseReason(code);
          if (reason) fatal(reason);
          else if (!ended.signal.aborted) log.warn({ code }, 'gateway connection closed');
        },
      }),
      buildIdentifyThrottler: async (manager) => {
        const info = await manager.fetchGatewayInformation();
        const throttler = new SimpleIdentifyThrottler(info.session_start_limit.max_concurrency);
        return {
          async waitForIdentify(shardId, signal) {
            if (connected) await start.wait(signal);
            await throttler.waitForIdentify(shardId, signal);
          },
        };
      },
    },
  });
  const restOnce = new REST({ ...client.rest.options, retries: 0 });
  const start = sessionStart({ rest: client.rest, timers, log });
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js reported an error'));
  client.on(Events.ShardError, (error) => log.warn({ reason: error.message }, 'gateway connection failed'));

  const known = () => {
    if (!identity) throw new Error('not connected yet');
    return identity;
  };
  return {
    rest: client.rest,
    restOnce,
    invalidRequests: refused,
    ownId: () => known().userId,
    applicationId: () => known().applicationId,
    async connect() {
      client.rest.setToken(token);
      restOnce.setToken(token);
      try {
        await start.wait(ended.signal);
        await client.login(token);
      } catch (error) {
        dog.stop();
        throw new Error(fatalReason ?? failureOf(error).reason, { cause: error });
      }
      connected = true;
    },
    async close() {
      ended.abort();
      dog.stop();
      await client.destroy();
    },
  };
}

function sharding(count: number | undefined) {
  if (count === undefined) return { shards: 'auto' } as const;
  return { shards: Array.from({ length: count }, (_, shard) => shard), shardCount: count };
}

/**
 * Looks at every answer of the REST API. A 401 makes @discordjs/rest forget the token: the gateway would go on
 * and every request fail, so it counts as the end.
 */
function watchedRequest(
  refused: InvalidRequests,
  onTokenRefused: () => void,
): typeof DefaultRestOptions.makeRequest {
  return async (url, init) => {
    refused.check();
    const response = await DefaultRestOptions.makeRequest(url, init);
    refused.count(response.status, response.headers.get('x-ratelimit-scope') === 'shared');
    const authorized = init.headers !== undefined && 'Authorization' in (init.headers as object);
    if (response.status === 401 && authorized) onTokenRefused();
    return response;
  };
}
