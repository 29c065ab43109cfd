/**
 * What became of a request that Discord did not fulfil. `gone`: the message, channel, guild or person is no
 * longer there; `forbidden`: somebody has to allow it first; `retry`: the same later may work; `bug`: the
 * request itself is wrong, and repeating it is pointless.
 */
export type FailureKind = 'gone' | 'forbidden' | 'retry' | 'bug';

export interface Failure {
  kind: FailureKind;
  /** Discord's error code, or 0 where there was none (network, 5xx). */
  code: number;
  /** For logs and admins; never holds a token or a body. */
  reason: string;
  /** Real milliseconds to wait before trying again, where Discord said so. */
  retryAfterMs?: number;
}

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/**
 * Unknown channel, guild, member, message, role, user, webhook; channel of a wrong kind; an interaction's token after
 * its 15 minutes.
 */
const gone = new Set([10003, 10004, 10007, 10008, 10011, 10013, 10015, 50024, 50027]);

/**
 * Missing access or permission, no DM possible, another's message, pins or threads full, archived or locked
 * thread, forum root, verification level, 2FA, AutoMod, no mutual guild.
 */
const forbidden = new Set([
  30003, 30033, 40058, 40333, 50001, 50005, 50007, 50009, 50013, 50083, 50278, 60003, 160002, 160005, 160006,
  200000, 200001, 240000,
]);

/** Too many edits of an old message; the limit is a few per seconds and undocumented, so wait for long. */
const tooManyOldEdits = 30046;
const oldEditPauseMs = 30_000;

export interface ErrorAnswer {
  status: number;
  code: number;
  message: string;
  retryAfterMs?: number | undefined;
}

/** Sorts an error answer of Discord by its code, otherwise by its status. */
export function sortFailure({ status, code, message, retryAfterMs }: ErrorAnswer): Failure {
  const reason = `${message || 'no message'} (${status}${code ? `, code ${code}` : ''})`;
  if (code === tooManyOldEdits) return { kind: 'retry', code, reason, retryAfterMs: oldEditPauseMs };
  if (gone.has(code)) return { kind: 'gone', code, reason };
  if (forbidden.has(code)) return { kind: 'forbidden', code, reason };
  if (status === 429 || status >= 500 || status === 408) {
    return { kind: 'retry', code, reason, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
  if (status === 403) return { kind: 'forbidden', code, reason };
  if (status === 404) return { kind: 'gone', code, reason };
  return { kind: 'bug', code, reason };
}

/**
 * Sorts what a REST call threw. Read by shape and not by class: the error of @discordjs/rest also carries the
 * request's body and address, which must not reach a log.
 */
export function failureOf(error: unknown): Failure {
  const { status, code, rawError, message, retryAfterMs } = (error ?? {}) as {
    status?: unknown;
    code?: unknown;
    rawError?: { message?: unknown };
    message?: unknown;
    retryAfterMs?: unknown;
  };
  const words = [rawError?.message, message].find((text) => typeof text === 'string') ?? 'no message';
  if (typeof status === 'number') {
    return sortFailure({ status, code: typeof code === 'number' ? code : 0, message: words });
  }
  if (error instanceof TypeError || error instanceof RangeError)
    return { kind: 'bug', code: 0, reason: words };
  const wait = typeof retryAfterMs === 'number' ? { retryAfterMs } : {};
  return { kind: 'retry', code: 0, reason: typeof code === 'string' ? `${words} (${code})` : words, ...wait };
}
