import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFaults } from './faults.ts';
import { createGateway } from './gateway/gateway.ts';
import { press } from './interactions/press.ts';
import { sweepInteractions } from './interactions/store.ts';
import { sandboxNews } from './news.ts';
import { sandboxRoutes } from './persona-routes.ts';
import { rateLimits } from './rate-limits.ts';
import { createRequestLog } from './request-log.ts';
import { handleRest, type RestOptions } from './rest.ts';
import { createRouter } from './router.ts';
import { routeTables } from './routes/all.ts';
import { gatewayInfoRoutes } from './routes/gateway-info.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';
import { serveCdn, servePage } from './static-files.ts';
import { loadSeed } from './world/load-seed.ts';
import { startRoutines } from './world/routines.ts';
import type { World } from './world/types.ts';
import { createWorld } from './world/world.ts';

export type { Sandbox, SandboxOptions } from './sandbox.ts';

export const DEFAULT_BOT_TOKEN = 'sandbox-bot-token';

/** Real milliseconds between looks at the clock. */
const TICK_MS = 20;
const SWEEP_MS = 1000;

/** Starts the local Discord on loopback. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { clock, seed, botToken = DEFAULT_BOT_TOKEN } = options;
  const { id, name, description, owner_id: ownerId, bot_user_id: botId } = seed.application;
  const application = { id, name, description, ownerId, privilegedIntents: options.privilegedIntents ?? 0 };
  const world = createWorld({ clock, application, botId });
  loadSeed(world, seed);
  startRoutines(world);
  const gateway = createGateway({
    world,
    botToken,
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
    maxConcurrency: options.maxConcurrency ?? 16,
    minShards: options.minShards ?? 1,
  });
  world.botConnected = gateway.botConnected;
  const tellNews = sandboxNews(world);
  const limits = rateLimits(() => clock.now(), options.rateLimits ?? true);
  const faults = createFaults();
  const requests = createRequestLog(options.logRequests ?? true);
  const server = createServer({ keepAliveTimeout: 60_000 });
  const timers = [
    setInterval(() => {
      world.tick();
      tellNews();
    }, TICK_MS).unref(),
    setInterval(() => {
      gateway.sweep();
      limits.sweep();
      sweepInteractions(world);
    }, SWEEP_MS).unref(),
  ];
  await listen(server, options.port ?? 0, options.host ?? '127.0.0.1');
  const url = addressOf(server);
  world.origin = url;
  const sandbox: Sandbox = {
    url,
    apiUrl: `${url}/api`,
    botToken,
    world,
    faults,
    requests,
    gateway,
    limits,
    interact: (userId, input, files = []) =>
      press(world, userId, input, files, options.stopwatch ?? world.now),
    advance(ms) {
      clock.advance(ms);
      tellNews();
      world.tick();
    },
    close() {
      timers.forEach(clearInterval);
      gateway.close();
      return closeServer(server);
    },
  };
  const shared = { world, botToken, faults, limits, log: requests, outage: gateway.faults.outage };
  const info = gatewayInfoRoutes(() => gateway.startLimit, options.shards ?? 1);
  const rest: RestOptions = { ...shared, router: createRouter([...routeTables, info]) };
  const own: RestOptions = {
    ...shared,
    router: createRouter([sandboxRoutes(sandbox)]),
    faults: createFaults(),
    limits: rateLimits(world.now, false),
    log: createRequestLog(false),
    outage: () => false,
  };
  const handle = dispatcher(world, rest, own, options.pageDirectory);
  server.on('request', handle);
  server.on('upgrade', gateway.upgrade);
  return sandbox;
}

const API = '/api/v10';

function dispatcher(world: World, rest: RestOptions, own: RestOptions, pageDirectory: string | undefined) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '/';
    if (url.startsWith(`${API}/`))
      return run(handleRest(rest, request, response, url.slice(API.length)), response);
    if (url.startsWith('/sandbox/'))
      return run(handleRest(own, request, response, url.slice('/sandbox'.length)), response);
    const path = url.split('?', 1)[0] ?? '/';
    if (serveCdn(world, path, response)) return;
    if (path.startsWith('/api/')) {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end('{"message":"404: Not Found","code":0}');
      return;
    }
    servePage(pageDirectory, path, response);
  };
}

/** A request whose connection broke has nobody to tell. */
function run(work: Promise<void>, response: ServerResponse): void {
  work.catch(() => response.destroy());
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function addressOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
