import type { APIInteraction } from 'discord-api-types/v10';
import { callbackSender } from '../../src/discord/callbacks.ts';
import type { Command } from '../../src/discord/define-command.ts';
import type { ComponentHandler } from '../../src/discord/define-component.ts';
import { deployCommands } from '../../src/discord/deploy.ts';
import { followUps } from '../../src/discord/follow-ups.ts';
import { type Gateway, type GatewayOptions, gateway } from '../../src/discord/gateway.ts';
import { guildInfo } from '../../src/discord/guild-info.ts';
import { interactionHttp } from '../../src/discord/interaction-http.ts';
import { messenger } from '../../src/discord/messenger.ts';
import { type Router, router } from '../../src/discord/router.ts';
import { adjustableClock } from '../../src/platform/clock.ts';
import { systemMonotonic } from '../../src/platform/monotonic.ts';
import { systemRandom } from '../../src/platform/random.ts';
import { systemTimers } from '../../src/platform/timers.ts';
import { buildSmallSeed } from '../../src/sandbox/community/build-small-seed.ts';
import { type SandboxOptions, startSandbox } from '../../src/sandbox/server.ts';
import { memoryLog } from './support.ts';

const open: { close(): Promise<unknown> }[] = [];

/** Closes all that was started, newest first. */
export async function closeAll(): Promise<void> {
  for (const thing of open.splice(0).toReversed()) await thing.close();
}

/** A local Discord with a small community. */
export async function localDiscord(options: Partial<SandboxOptions> = {}) {
  const clock = adjustableClock();
  const sandbox = await startSandbox({ clock, seed: buildSmallSeed(), rateLimits: false, ...options });
  open.push(sandbox);
  return { ...sandbox, sandbox, clock };
}

export type LocalDiscord = Awaited<ReturnType<typeof localDiscord>>;

/** The kit wired as the composition root wires it, not yet connected. */
export function kit(
  discord: LocalDiscord,
  parts: { commands?: Command[]; components?: ComponentHandler[]; options?: Partial<GatewayOptions> } = {},
) {
  const { log, lines } = memoryLog();
  const fatal: string[] = [];
  const events: [string, unknown][] = [];
  const received: APIInteraction[] = [];
  const { clock } = discord;
  const shared = { clock, timers: systemTimers, random: systemRandom, log };
  let routes: Router;
  const connection: Gateway = gateway({
    token: discord.sandbox.botToken,
    apiUrl: discord.sandbox.apiUrl,
    onInteraction(raw) {
      received.push(raw);
      void routes.route(raw);
    },
    onEvent: (name, data) => void events.push([name, data]),
    onFatal: (reason) => void fatal.push(reason),
    monotonic: systemMonotonic,
    ...shared,
    ...parts.options,
  });
  const http = interactionHttp({
    apiUrl: discord.sandbox.apiUrl,
    onStatus: (status) => connection.invalidRequests.count(status, false),
  });
  routes = router({
    commands: parts.commands ?? [],
    components: parts.components ?? [],
    callbacks: callbackSender({ http, ...shared }),
    followUps: followUps({ http, ...shared }),
    localeOf: () => 'en',
    ...shared,
  });
  open.push({
    async close() {
      await connection.close();
      await http.close();
    },
  });
  const { rest, ownId } = connection;
  return {
    connection,
    lines,
    fatal,
    events,
    received,
    messenger: messenger({ rest, random: systemRandom, ownId }),
    guilds: guildInfo({ rest, ownId }),
    deploy: () =>
      deployCommands({
        rest,
        applicationId: connection.applicationId(),
        commands: (parts.commands ?? []).map(({ data }) => data),
      }),
    handled: () => lines.filter(({ msg }) => msg === 'handled'),
  };
}

/** Waits in small steps until something holds; a test fails by its own time limit, never by this one's. */
export async function until<T>(find: () => T | undefined | false): Promise<T> {
  for (;;) {
    const found = find();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
}

/** A request by a person of the community; gives the parsed answer. */
export async function as(
  discord: LocalDiscord,
  userId: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${discord.sandbox.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `persona.${userId}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const words = await response.text();
  return { status: response.status, body: words === '' ? undefined : JSON.parse(words) };
}
