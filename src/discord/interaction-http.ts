import type { Dispatcher, FormData } from 'undici';
import { Pool } from 'undici';

export interface HttpAnswer {
  status: number;
  /** Discord's error code, or 0. */
  code: number;
  message: string;
  /** Real milliseconds, with a 429. */
  retryAfterMs?: number;
}

/** Requests that an interaction's token authorises. They bear no bot token and no global rate limit. */
export interface InteractionHttp {
  /** Rejects when no answer came: connection refused, reset or closed, or nothing within the time allowed. */
  request(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body: string | FormData | null,
  ): Promise<HttpAnswer>;
  /** Opens a few connections ahead, so that the next press does not wait for a TLS handshake. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

export interface InteractionHttpOptions {
  /** As `https://discord.com/api`, without the version. */
  apiUrl: string;
  /** At most this many at once; more wait. Default 128: fewer cost presses in a burst, more cost handshakes. */
  connections?: number;
  /** Real milliseconds without an answer before the request counts as lost. Default 1,400. */
  answerWithinMs?: number;
  /** Hears the status of every answer, to count those that Discord bans for. */
  onStatus?: (status: number) => void;
}

const warmConnections = 4;

/**
 * A small pool of its own for callbacks and follow-ups, past @discordjs/rest: that costs half the CPU, keeps no
 * handler per token, and does not queue presses behind 50 requests a second which Discord does not ask for
 * here.
 */
export function interactionHttp(options: InteractionHttpOptions): InteractionHttp {
  const base = new URL(options.apiUrl);
  const prefix = `${base.pathname.replace(/\/+$/u, '')}/v10`;
  const answerWithinMs = options.answerWithinMs ?? 1400;
  const pool = new Pool(base.origin, {
    connections: options.connections ?? 128,
    pipelining: 1,
    // Kept for minutes: a connection that the other side dropped meanwhile costs one retry, a handshake more.
    keepAliveTimeout: 5 * 60_000,
    headersTimeout: answerWithinMs,
    bodyTimeout: answerWithinMs,
  });
  const agent = 'DiscordBot (https://github.com/discordjs/discord.js, 14)';
  const plainHeaders = { 'user-agent': agent };
  const jsonHeaders = { 'user-agent': agent, 'content-type': 'application/json' };

  const send = (method: Dispatcher.HttpMethod, path: string, body: string | FormData | null) =>
    new Promise<HttpAnswer>((resolve, reject) => {
      const headers = typeof body === 'string' ? jsonHeaders : plainHeaders;
      pool.dispatch({ method, path: prefix + path, headers, body }, answerHandler(resolve, reject));
    });

  return {
    async request(method, path, body) {
      const answer = await send(method, path, body);
      options.onStatus?.(answer.status);
      return answer;
    },
    async warm() {
      await Promise.allSettled(Array.from({ length: warmConnections }, () => send('GET', '/gateway', null)));
    },
    close: () => pool.close(),
  };
}

/** Reads only what matters: the body of a success is thrown away unread. */
function answerHandler(
  resolve: (answer: HttpAnswer) => void,
  reject: (error: Error) => void,
): Dispatcher.DispatchHandlers {
  let status = 0;
  let chunks: Buffer[] | undefined;
  return {
    onConnect() {},
    onHeaders(statusCode) {
      status = statusCode;
      if (status >= 400) chunks = [];
      return true;
    },
    onData(chunk) {
      chunks?.push(chunk);
      return true;
    },
    onComplete() {
      resolve(chunks ? readError(status, Buffer.concat(chunks)) : { status, code: 0, message: '' });
    },
    onError: reject,
  };
}

/** An error may come from Discord (JSON) or from what stands before it (HTML, nothing). */
function readError(status: number, body: Buffer): HttpAnswer {
  try {
    const {
      code,
      message,
      retry_after: seconds,
    } = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
    return {
      status,
      code: typeof code === 'number' ? code : 0,
      message: typeof message === 'string' ? message : '',
      ...(typeof seconds === 'number' ? { retryAfterMs: Math.ceil(seconds * 1000) } : {}),
    };
  } catch {
    return { status, code: 0, message: '' };
  }
}
