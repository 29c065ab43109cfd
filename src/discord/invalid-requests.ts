import type { Logger } from 'pino';
import type { Monotonic } from '../platform/monotonic.ts';

/**
 * Discord bans an address for an hour that gets 401, 403 or 429 for 10,000 requests within 10 minutes
 * (topics/rate-limits). Something that goes wrong in a loop must not take the whole bot down with it.
 */
export interface InvalidRequests {
  /** `shared`: a 429 that others caused (X-RateLimit-Scope); Discord does not count it. */
  count(status: number, shared: boolean): void;
  /** Throws while the pause lasts. */
  check(): void;
}

/** Read as a failure to retry, with the time to wait. */
class TooManyInvalidRequests extends Error {
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super('too many requests were refused; pausing so that Discord does not ban us');
    this.name = 'TooManyInvalidRequests';
    this.retryAfterMs = retryAfterMs;
  }
}

const windowMs = 10 * 60_000;
/** Half of what is allowed, because the callbacks, which nobody holds back, count as well. */
const most = 5000;

export function invalidRequests(deps: { monotonic: Monotonic; log: Logger }): InvalidRequests {
  const { monotonic, log } = deps;
  let seen = 0;
  let windowEnds = 0;
  return {
    count(status, shared) {
      if ((status !== 401 && status !== 403 && status !== 429) || shared) return;
      if (monotonic() >= windowEnds) {
        windowEnds = monotonic() + windowMs;
        seen = 0;
      }
      seen += 1;
      if (seen === most) log.error({ seen }, 'too many refused requests: pausing REST');
      else if (seen % 500 === 0) log.warn({ seen }, 'many refused requests');
    },
    check() {
      const left = windowEnds - monotonic();
      if (seen >= most && left > 0) throw new TooManyInvalidRequests(Math.ceil(left));
    },
  };
}
