/** One REST request as it came in and how it was answered; for tests and the page's debug drawer. */
export interface LoggedRequest {
  seq: number;
  /** By the injected clock, UTC ms. */
  at: number;
  method: string;
  path: string;
  /** The route's template. */
  route: string;
  /** 0 where the connection was dropped. */
  status: number;
  /** Discord's code where it was refused. */
  code?: number;
  /** Bot or person that sent it; callbacks and webhooks count as the bot. */
  userId: string | undefined;
  bot: boolean;
  /** The parsed body. Never changed afterwards. */
  body: unknown;
  fileNames: readonly string[];
  fault?: string;
}

export interface RequestLog {
  add(entry: Omit<LoggedRequest, 'seq'>): void;
  /** Entries with a greater number than `seq`, oldest first. */
  since(seq?: number): LoggedRequest[];
  /** Number of the latest entry. */
  readonly seq: number;
  clear(): void;
}

const CAPACITY = 4096;

/** Keeps the last 4,096 requests in a ring. */
export function createRequestLog(enabled: boolean): RequestLog {
  let ring: LoggedRequest[] = [];
  let seq = 0;
  return {
    add(entry) {
      if (!enabled) return;
      seq += 1;
      ring[seq % CAPACITY] = { ...entry, seq };
    },
    since(from = 0) {
      const first = Math.max(from + 1, seq - CAPACITY + 1);
      const entries: LoggedRequest[] = [];
      for (let one = first; one <= seq; one += 1) {
        const entry = ring[one % CAPACITY];
        if (entry !== undefined && entry.seq === one) entries.push(entry);
      }
      return entries;
    },
    get seq() {
      return seq;
    },
    clear() {
      ring = [];
    },
  };
}
