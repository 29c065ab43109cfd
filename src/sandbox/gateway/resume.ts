import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import { CLOSE } from './close-codes.ts';
import { dispatch, frame } from './session.ts';
import type { Connection, GatewayState } from './state.ts';

interface Resume {
  token: string;
  session_id: string;
  seq: number;
}

/** Binds a connection to its earlier session and sends what it missed; op 9 where that is no longer possible. */
export function resume(state: GatewayState, connection: Connection, d: unknown): void {
  if (connection.session !== undefined) return connection.end(CLOSE.alreadyAuthenticated);
  if (!isResume(d)) return connection.end(CLOSE.decodeError);
  const session = state.sessions.get(d.session_id);
  if (session === undefined) return connection.send(Op.InvalidSession, false);
  if (session.token !== d.token.replace(/^Bot /, '')) return connection.end(CLOSE.authenticationFailed);
  if (d.seq > session.seq) return connection.end(CLOSE.invalidSeq);
  const missed = session.backlog.after(d.seq);
  if (missed === undefined) {
    state.sessions.delete(session.id);
    return connection.send(Op.InvalidSession, false);
  }
  const before = session.socket;
  session.socket = connection.socket;
  connection.session = session;
  if (before !== undefined && before !== connection.socket) before.terminate();
  for (const sent of missed) connection.socket.send(frame(sent.t, sent.seq, sent.data));
  dispatch(session, 'RESUMED', '{"_trace":["sandbox"]}');
}

const isResume = (d: unknown): d is Resume =>
  typeof d === 'object' &&
  d !== null &&
  typeof (d as Resume).token === 'string' &&
  typeof (d as Resume).session_id === 'string' &&
  typeof (d as Resume).seq === 'number';
