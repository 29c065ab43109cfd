import type { APIUser } from 'discord-api-types/v10';
import type { World } from '../world/types.ts';

/** One part of a multipart request that has a file name. */
export interface UploadedFile {
  /** The part's name: `files[0]`. */
  field: string;
  filename: string;
  contentType: string;
  data: Buffer;
}

/** Who sent a request. */
export interface Actor {
  user: APIUser;
  bot: boolean;
  token: string;
}

export interface RouteRequest {
  params: Record<string, string>;
  query: URLSearchParams;
  /** Parsed JSON (from `payload_json` where the request is multipart); undefined without a body. */
  body: unknown;
  files: UploadedFile[];
  /** The bot's own user on routes with `auth: 'none'`: those prove themselves by a token in the path. */
  actor: Actor;
  /** X-Audit-Log-Reason, decoded. */
  reason?: string;
  world: World;
  /** The injected clock's present, UTC milliseconds. */
  now: number;
}

export interface RouteAnswer {
  status: number;
  /** Sent as JSON; a Buffer goes out as it is (set content-type in `headers`). */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under /api/v10: `/channels/:channel_id/messages`. Literal segments win over parameters. */
  path: string;
  /** Default `any`: the bot or a persona. */
  auth?: 'bot' | 'user' | 'any' | 'none';
  /** Name of the rate-limit bucket to share; default is method and path. Keyed by the major parameter anyway. */
  bucket?: string;
  /** Throws DiscordError to refuse. */
  handle(request: RouteRequest): RouteAnswer | Promise<RouteAnswer>;
}

export const ok = (body: unknown): RouteAnswer => ({ status: 200, body });
export const created = (body: unknown): RouteAnswer => ({ status: 201, body });
export const noContent = (): RouteAnswer => ({ status: 204 });

/** A parameter of the route's own path: the router has filled it. */
export function param(request: RouteRequest, name: string): string {
  return request.params[name] ?? '';
}
