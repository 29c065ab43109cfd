import type { APIUser } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Snowflake } from '../world/types.ts';

interface Sent {
  seq: number;
  t: string;
  data: string;
}

/** The guild channels that a person's session has been told of, at one version of the guild's permissions. */
export interface Sight {
  version: number;
  readonly ids: Set<Snowflake>;
}

/** One gateway session: outlives its socket, so that a client can resume. */
export interface Session {
  readonly id: string;
  readonly user: APIUser;
  readonly bot: boolean;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  readonly token: string;
  socket: WebSocket | undefined;
  /** Latest sequence number. */
  seq: number;
  /** Real instant (ms) at which the socket was lost. */
  lostAt: number;
  readonly backlog: Backlog;
  /** People's sessions: the channels they were told of, by guild. */
  readonly sights: Map<Snowflake, Sight>;
  /** The next so many dispatches go out twice (a fault). */
  duplicates: number;
}

/** How many dispatches, and how many characters of them, a session keeps for RESUME. */
const MAX_EVENTS = 4000;
const MAX_CHARACTERS = 48_000_000;

/** The last dispatches in order; the oldest fall out. */
export interface Backlog {
  push(sent: Sent): void;
  /** Everything after `seq`; undefined where some of it has already fallen out. */
  after(seq: number): Sent[] | undefined;
  last(count: number): Sent[];
}

export function backlog(): Backlog {
  let kept: Sent[] = [];
  let first = 0;
  let characters = 0;
  const trim = (): void => {
    while (kept.length - first > 1 && (kept.length - first > MAX_EVENTS || characters > MAX_CHARACTERS)) {
      characters -= kept[first]?.data.length ?? 0;
      first += 1;
    }
    if (first < MAX_EVENTS) return;
    kept = kept.slice(first);
    first = 0;
  };
  return {
    push(sent) {
      kept.push(sent);
      characters += sent.data.length;
      trim();
    },
    after(seq) {
      const oldest = kept[first];
      if (oldest !== undefined && seq < oldest.seq - 1) return undefined;
      return kept.slice(first).filter((sent) => sent.seq > seq);
    },
    last: (count) => kept.slice(Math.max(first, kept.length - count)),
  };
}

/** Numbers a dispatch, keeps it for RESUME and sends it where a socket is open. `json` is the serialized `d`. */
export function dispatch(session: Session, t: string, json: string): void {
  send(session, t, json);
  if (session.duplicates === 0 || t === 'READY') return;
  session.duplicates -= 1;
  send(session, t, json);
}

function send(session: Session, t: string, json: string): void {
  session.seq += 1;
  const { seq } = session;
  session.backlog.push({ seq, t, data: json });
  session.socket?.send(frame(t, seq, json));
}

export function frame(t: string, seq: number, json: string): string {
  return `{"t":"${t}","s":${seq},"op":0,"d":${json}}`;
}

/** Sends the last dispatches again, with new numbers: what a client sees that resumes from too far back. */
export function replayLast(session: Session, count: number): void {
  for (const sent of session.backlog.last(count)) send(session, sent.t, sent.data);
}
