import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InteractionType } from 'discord-api-types/v10';
import pino, { type Logger } from 'pino';
import type { Clock } from '../../src/platform/clock.ts';
import type { Timers } from '../../src/platform/timers.ts';

/** Everything that the code under test logs, as objects. */
export function memoryLog(): { log: Logger; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'debug', base: undefined },
    { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  return { log, lines };
}

/** A clock and timers that move only when told. `advance` runs what falls due, in order, awaiting in between. */
export function manualTime(start = Date.UTC(2026, 0, 5, 12)) {
  let now = start;
  let waiting: { at: number; run: () => void }[] = [];
  const clock: Clock = { now: () => now };
  const timers: Timers = {
    after(ms, run) {
      const entry = { at: now + Math.max(0, ms), run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
  };
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const advance = async (ms: number) => {
    const end = now + ms;
    await settle();
    for (;;) {
      const next = waiting.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (!next) break;
      waiting = waiting.filter((other) => other !== next);
      now = Math.max(now, next.at);
      next.run();
      await settle();
    }
    now = end;
    await settle();
  };
  return { clock, timers, pending: () => waiting.length, advance };
}

export type Script = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A real server on loopback that plays one script per request, the last one for all that follow. */
export async function scriptedServer(...scripts: Script[]) {
  const seen: { method: string; url: string; body: string; headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, body, headers });
      const script = scripts[Math.min(seen.length, scripts.length) - 1];
      script?.(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    seen,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const answerWith =
  (status: number, body?: unknown): Script =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
export const reset: Script = (request) => request.socket.resetAndDestroy();
export const hangUp: Script = (request) => request.socket.end();
export const silence: Script = () => {};

const user = {
  id: '80351110224678912',
  username: 'nia',
  global_name: 'Nia',
  discriminator: '0',
  avatar: null,
};

/** Interactions as Discord sends them; `over` replaces fields, undefined takes one away. */
export function interaction(over: Record<string, unknown> = {}): never {
  const base = {
    id: String(1_300_000_000_000_000_000n + BigInt((count += 1))),
    application_id: '41771983423143937',
    token: `token-${count}`,
    version: 1,
    type: InteractionType.MessageComponent,
    guild_id: '41771983423143000',
    guild: { id: '41771983423143000', locale: 'en-US', features: [] },
    channel_id: '41771983423143001',
    channel: { id: '41771983423143001', type: 0 },
    member: {
      user,
      nick: 'Nia the barista',
      roles: ['41771983423143002'],
      permissions: '0',
      joined_at: '2025-01-01T00:00:00.000Z',
      deaf: false,
      mute: false,
      flags: 0,
    },
    app_permissions: '0',
    locale: 'en-US',
    guild_locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: 10_485_760,
    message: { id: '41771983423143003', channel_id: '41771983423143001' },
    data: { component_type: 2, custom_id: 'test.press:v1:7' },
    ...over,
  };
  return base as never;
}
let count = 0;

/** The same press from a direct message: no guild, no member, a bare user. */
export const inDirectMessage = { guild_id: undefined, guild: undefined, member: undefined, user };
