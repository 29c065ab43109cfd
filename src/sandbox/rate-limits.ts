import type { CompiledRoute } from './router.ts';
import type { RouteAnswer } from './routes/route.ts';

/*
 * Rate limits in Discord's manner (https://docs.discord.com/developers/topics/rate-limits). Discord does not
 * publish the numbers of its buckets, so bots must read the headers; these are what is usually seen.
 */

interface Rule {
  limit: number;
  /** ms */
  window: number;
}

const STANDARD: Rule = { limit: 50, window: 1000 };
const RULES: Record<string, Rule> = {
  'POST /channels/:channel_id/messages': { limit: 5, window: 5000 },
  'PATCH /channels/:channel_id/messages/:message_id': { limit: 5, window: 5000 },
  'DELETE /channels/:channel_id/messages/:message_id': { limit: 5, window: 1000 },
  'GET /channels/:channel_id/messages': { limit: 10, window: 1000 },
  'PATCH /channels/:channel_id': { limit: 5, window: 15_000 },
  'PUT /channels/:channel_id/messages/:message_id/reactions/:emoji/@me': { limit: 1, window: 250 },
  'POST /channels/:channel_id/threads': { limit: 50, window: 300_000 },
  'POST /webhooks/:application_id/:token': { limit: 5, window: 2000 },
  'GET /webhooks/:application_id/:token/messages/@original': { limit: 5, window: 2000 },
  'PATCH /webhooks/:application_id/:token/messages/@original': { limit: 5, window: 2000 },
  'DELETE /webhooks/:application_id/:token/messages/@original': { limit: 5, window: 2000 },
};

const GLOBAL: Rule = { limit: 50, window: 1000 };
/** 401, 403 and 429 answers per 10 minutes before the address is banned for a while. */
const MAX_INVALID = 10_000;
const INVALID_WINDOW = 600_000;

interface Bucket {
  used: number;
  resetsAt: number;
}

export interface RateLimits {
  /** Counts a request: headers for its answer, or the 429 that refuses it. Undefined where nothing is limited. */
  take(
    compiled: CompiledRoute,
    values: readonly string[],
  ): { headers: Record<string, string> } | { refused: RouteAnswer } | undefined;
  /** Counts an answer; the ban's own answer once there were too many invalid ones. */
  note(answer: RouteAnswer): void;
  banned(): RouteAnswer | undefined;
  /** 401, 403 and 429 answers in the present window. */
  invalidRequests(): number;
  sweep(): void;
}

export function rateLimits(now: () => number, enabled: boolean): RateLimits {
  const buckets = new Map<string, Bucket>();
  const global: Bucket = { used: 0, resetsAt: 0 };
  const invalid: Bucket = { used: 0, resetsAt: 0 };
  return {
    take(compiled, values) {
      if (!enabled || isCallback(compiled)) return undefined;
      const time = now();
      if (!isWebhook(compiled) && !count(global, GLOBAL, time)) {
        return { refused: tooMany(global, time, { global: true }) };
      }
      const rule = RULES[compiled.label] ?? STANDARD;
      const name = compiled.route.bucket ?? compiled.label;
      const key = `${name}|${compiled.major.map((index) => values[index]).join('|')}`;
      const bucket = bucketOf(buckets, key);
      const admitted = count(bucket, rule, time);
      const headers = headersOf(bucket, rule, name, time);
      return admitted ? { headers } : { refused: tooMany(bucket, time, { headers }) };
    },
    note(answer) {
      if (![401, 403, 429].includes(answer.status)) return;
      if (answer.headers?.['x-ratelimit-scope'] === 'shared') return;
      count(invalid, { limit: Number.POSITIVE_INFINITY, window: INVALID_WINDOW }, now());
    },
    banned() {
      const left = invalid.resetsAt - now();
      if (!enabled || invalid.used < MAX_INVALID || left <= 0) return undefined;
      const headers = { 'retry-after': String(Math.ceil(left / 1000)), 'content-type': 'text/plain' };
      return { status: 429, body: Buffer.from('error code: 1015'), headers };
    },
    invalidRequests: () => (invalid.resetsAt > now() ? invalid.used : 0),
    sweep() {
      const time = now();
      for (const [key, bucket] of buckets) if (bucket.resetsAt <= time) buckets.delete(key);
    },
  };
}

/** Interaction endpoints are not bound to the bot's global limit; callbacks have no bucket of their own. */
const isCallback = (compiled: CompiledRoute): boolean => compiled.route.path.startsWith('/interactions/');
const isWebhook = (compiled: CompiledRoute): boolean => compiled.route.path.startsWith('/webhooks/');

function bucketOf(buckets: Map<string, Bucket>, key: string): Bucket {
  let bucket = buckets.get(key);
  if (bucket === undefined) {
    bucket = { used: 0, resetsAt: 0 };
    buckets.set(key, bucket);
  }
  return bucket;
}

function count(bucket: Bucket, rule: Rule, time: number): boolean {
  if (time >= bucket.resetsAt) {
    bucket.used = 0;
    bucket.resetsAt = time + rule.window;
  }
  if (bucket.used >= rule.limit) return false;
  bucket.used += 1;
  return true;
}

function headersOf(bucket: Bucket, rule: Rule, name: string, time: number): Record<string, string> {
  return {
    'x-ratelimit-limit': String(rule.limit),
    'x-ratelimit-remaining': String(rule.limit - bucket.used),
    'x-ratelimit-reset': (bucket.resetsAt / 1000).toFixed(3),
    'x-ratelimit-reset-after': (Math.max(0, bucket.resetsAt - time) / 1000).toFixed(3),
    'x-ratelimit-bucket': bucketId(name),
  };
}

const ids = new Map<string, string>();

/** An opaque, stable name for a bucket, as Discord's hashes are. */
function bucketId(name: string): string {
  let id = ids.get(name);
  if (id === undefined) {
    let hash = 0xcbf29ce484222325n;
    for (const char of name)
      hash = ((hash ^ BigInt(char.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn;
    id = hash.toString(16).padStart(16, '0');
    ids.set(name, id);
  }
  return id;
}

interface TooMany {
  global?: boolean;
  headers?: Record<string, string>;
}

function tooMany(bucket: Bucket, time: number, { global = false, headers = {} }: TooMany): RouteAnswer {
  return limited(Math.max(1, bucket.resetsAt - time) / 1000, global, global ? 'global' : 'user', headers);
}

/** A 429 with its headers. `seconds` until the next try. */
export function limited(
  seconds: number,
  global: boolean,
  scope: string,
  headers: Record<string, string> = {},
): RouteAnswer {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: Number(seconds.toFixed(3)), global },
    headers: {
      ...headers,
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': scope,
      'x-ratelimit-reset-after': seconds.toFixed(3),
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
}
