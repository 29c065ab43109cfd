import type { IncomingMessage, ServerResponse } from 'node:http';
import { authenticate } from './actors.ts';
import { DiscordError, invalidForm, refuse } from './errors.ts';
import type { FaultAction, Faults } from './faults.ts';
import { errorAnswer, type ParsedBody, parseBody, readBody } from './http.ts';
import type { RateLimits } from './rate-limits.ts';
import type { RequestLog } from './request-log.ts';
import { type CompiledRoute, decoded, type Found, paramsOf, type Router } from './router.ts';
import type { Actor, RouteAnswer } from './routes/route.ts';
import { finish, underFault } from './under-fault.ts';
import type { World } from './world/types.ts';

export interface RestOptions {
  world: World;
  router: Router;
  botToken: string;
  faults: Faults;
  limits: RateLimits;
  log: RequestLog;
  outage(): boolean;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  method: string;
  path: string;
  query: URLSearchParams;
  actor: Actor | undefined;
  /** Sent by the bot, also where a route needs no token. */
  bot: boolean;
}

const NO_QUERY = new URLSearchParams();

/** Answers one request under /api/v10; `path` comes without that prefix. */
export async function handleRest(
  options: RestOptions,
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
): Promise<void> {
  const cut = url.indexOf('?');
  const actor = authenticate(options.world, options.botToken, request.headers.authorization);
  const exchange: Exchange = {
    request,
    response,
    method: request.method ?? 'GET',
    path: cut === -1 ? url : url.slice(0, cut),
    query: cut === -1 ? NO_QUERY : new URLSearchParams(url.slice(cut + 1)),
    actor,
    bot: actor?.bot ?? true,
  };
  const data = await readBody(request).catch((error: unknown) => error);
  if (response.destroyed) return;
  const found = options.router.find(exchange.method, exchange.path);
  const params = found ? paramsOf(found) : {};
  const template = found ? found.compiled.route.path : exchange.path;
  const { faults } = options;
  const subject = { method: exchange.method, path: exchange.path, template, params, bot: exchange.bot };
  const fault = faults.isEmpty() ? undefined : faults.strike(subject);
  let parsed: ParsedBody | undefined;
  const apply = async (): Promise<RouteAnswer> => {
    try {
      if (!Buffer.isBuffer(data)) throw data;
      const body = parseBody(request.headers['content-type'], data);
      parsed = body instanceof Promise ? await body : body;
      return await answer(options, exchange, found, params, parsed);
    } catch (error) {
      return errorAnswer(error);
    }
  };
  const down: RouteAnswer = { status: 503, body: { code: 0, message: '503: Service Unavailable' } };
  const outcome =
    exchange.bot && options.outage()
      ? finish(response, down)
      : await underFault(response, fault, apply, options.limits.note);
  record(options, exchange, template, parsed, outcome, fault);
}

/** Authentication, rate limits and the route itself. */
async function answer(
  options: RestOptions,
  exchange: Exchange,
  found: Found | undefined | false,
  params: Record<string, string>,
  parsed: ParsedBody,
): Promise<RouteAnswer> {
  const { limits, world } = options;
  const banned = exchange.bot ? limits.banned() : undefined;
  if (banned !== undefined) return banned;
  if (found === undefined) throw refuse(0);
  if (found === false) throw new DiscordError(405, 0, '405: Method Not Allowed');
  const { compiled } = found;
  const limit = exchange.bot ? limits.take(compiled, found.values) : undefined;
  if (limit !== undefined && 'refused' in limit) {
    limits.note(limit.refused);
    return limit.refused;
  }
  const headers = limit?.headers;
  let result: RouteAnswer;
  try {
    const actor = admit(options, compiled, exchange.actor);
    const reason = reasonOf(exchange.request);
    result = await compiled.route.handle({
      params,
      query: exchange.query,
      body: parsed.body,
      files: parsed.files,
      actor,
      ...(reason === undefined ? {} : { reason }),
      world,
      now: world.now(),
    });
  } catch (error) {
    result = errorAnswer(error);
  }
  if (exchange.bot) limits.note(result);
  return headers === undefined ? result : { ...result, headers: { ...headers, ...result.headers } };
}

const MAX_REASON = 512;

function reasonOf(request: IncomingMessage): string | undefined {
  const header = request.headers['x-audit-log-reason'];
  if (typeof header !== 'string') return undefined;
  const reason = decoded(header);
  if (reason.length > MAX_REASON) {
    throw invalidForm('reason', 'BASE_TYPE_MAX_LENGTH', `Must be ${MAX_REASON} or fewer in length.`);
  }
  return reason;
}

/** Who may use the route: 401 without a valid token, 403 (20001, 20002) for the wrong kind of account. */
function admit(options: RestOptions, compiled: CompiledRoute, actor: Actor | undefined): Actor {
  const needed = compiled.route.auth ?? 'any';
  if (needed === 'none') {
    const user = options.world.users.get(options.world.botId);
    if (user === undefined) throw refuse(10002);
    return actor ?? { user, bot: true, token: '' };
  }
  if (actor === undefined) throw new DiscordError(401, 0, '401: Unauthorized');
  if (needed === 'user' && actor.bot) throw new DiscordError(403, 20001, 'Bots cannot use this endpoint');
  if (needed === 'bot' && !actor.bot) throw new DiscordError(403, 20002, 'Only bots can use this endpoint');
  return actor;
}

function record(
  options: RestOptions,
  exchange: Exchange,
  route: string,
  parsed: ParsedBody | undefined,
  outcome: RouteAnswer | undefined,
  fault: FaultAction | undefined,
): void {
  const { actor, bot, method, path } = exchange;
  const code =
    outcome !== undefined && outcome.status >= 400
      ? (outcome.body as { code?: number } | undefined)?.code
      : undefined;
  options.log.add({
    at: options.world.now(),
    method,
    path,
    route,
    status: outcome?.status ?? 0,
    ...(code === undefined ? {} : { code }),
    userId: bot ? options.world.botId : actor?.user.id,
    bot,
    body: parsed?.body,
    fileNames: parsed?.files.map((file) => file.filename) ?? [],
    ...(fault === undefined ? {} : { fault: fault.kind }),
  });
}
