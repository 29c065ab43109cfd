import type { Logger } from 'pino';
import { buildFeatures } from './app/features.ts';
import { openStore } from './app/store.ts';
import type { Config } from './config.ts';
import { callbackSender } from './discord/callbacks.ts';
import { deployCommands } from './discord/deploy.ts';
import { followUps } from './discord/follow-ups.ts';
import { type Gateway, gateway } from './discord/gateway.ts';
import { guildMemory } from './discord/guild-memory.ts';
import { interactionHttp } from './discord/interaction-http.ts';
import { router } from './discord/router.ts';
import type { Clock } from './platform/clock.ts';
import type { Monotonic } from './platform/monotonic.ts';
import type { Random } from './platform/random.ts';
import { orderlyShutdown } from './platform/shutdown.ts';
import type { Timers } from './platform/timers.ts';

export interface AppDeps {
  /** With a token. */
  config: Config;
  clock: Clock;
  random: Random;
  monotonic: Monotonic;
  timers: Timers;
  log: Logger;
  redact: (text: string) => string;
  /** Nothing will work any more; the process has to end with an error. */
  onFatal: (reason: string) => void;
}

export interface App {
  /** Ends in order within about 8 s: no new work, the work under way, the last edits, the file. */
  stop(): Promise<void>;
}

/** As good as never: a year. */
const NEVER_MS = 365 * 86_400_000;

/**
 * Builds everything once and connects it. The store is opened and checked before Discord hears anything, so a
 * crash loop over a bad file costs no session starts. Rejects with words for whoever runs the bot.
 */
export async function startApp(deps: AppDeps): Promise<App> {
  const { config, clock, random, monotonic, timers, log } = deps;
  const store = openStore(deps);
  const memory = guildMemory();
  let hears = true;

  const connection: Gateway = gateway({
    token: config.discordToken ?? '',
    apiUrl: config.discordApiUrl,
    withMessages: true,
    withMembers: config.membersIntent,
    shards: config.discordShards,
    silenceMs: config.gatewayWatchdogMinutes === 0 ? NEVER_MS : config.gatewayWatchdogMinutes * 60_000,
    onInteraction: (raw) => void routes.route(raw),
    onEvent: (event, data) => {
      if (!hears) return;
      memory.hear(event, data);
      features.hear(event, data);
    },
    onFatal: deps.onFatal,
    timers,
    monotonic,
    log,
  });
  const http = interactionHttp({
    apiUrl: config.discordApiUrl,
    onStatus: (status) => connection.invalidRequests.count(status, false),
  });
  const features = buildFeatures({ ...deps, store, connection, memory });
  const routes = router({
    commands: features.commands,
    components: features.components,
    callbacks: callbackSender({ http, clock, timers }),
    followUps: followUps({ http, timers }),
    clock,
    timers,
    random,
    log,
    localeOf: features.localeOf,
    onUse: features.noteUse,
  });
  const finishHearing = (): Promise<void> => {
    hears = false;
    return features.finishCounting();
  };
  const stop = orderlyShutdown({
    steps: [
      { name: 'finish what people asked for', withinMs: 3_000, run: () => routes.close(3_000) },
      { name: 'finish jobs', withinMs: 2_000, run: () => features.worker.stop() },
      { name: 'show the latest state', withinMs: 1_500, run: () => features.live.drain(1_500) },
      { name: 'leave Discord', withinMs: 1_000, run: () => connection.close() },
      // Only now: until then it hears what nobody would tell again. What members say later is in the history.
      { name: 'note what was heard', withinMs: 500, run: finishHearing },
      { name: 'close connections', withinMs: 500, run: () => http.close() },
      { name: 'stop drawing', withinMs: 500, run: () => features.charts.close() },
      { name: 'stop reading', withinMs: 500, run: () => features.closeReader() },
      { name: 'close the store', withinMs: 1_500, run: () => store.close() },
    ],
    monotonic,
    onStep: ({ name, outcome, ms, error }) => log.debug({ step: name, outcome, ms, err: error }, 'shutdown'),
  });

  try {
    await store.writer.write(() => features.queueUpkeep(clock.now()));
    await connection.connect();
    const commands = features.commands.map((command) => command.data);
    const applicationId = connection.applicationId();
    const [deployed] = await Promise.all([
      deployCommands({ rest: connection.rest, applicationId, commands }),
      http.warm(),
    ]);
    if (!deployed.ok) throw new Error(`the commands could not be registered: ${deployed.failure.reason}`);
    await features.worker.start();
    log.info({ commands: deployed.value }, 'ready');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    stop: async () => {
      await stop();
    },
  };
}
