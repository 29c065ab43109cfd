import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { CLOSE } from './close-codes.ts';
import { identify } from './identify.ts';
import { requestMembers } from './request-members.ts';
import { resume } from './resume.ts';
import type { Connection, GatewayState } from './state.ts';
import { askForVoice } from './voice.ts';

const MAX_SENDS = 120;
const SEND_WINDOW_MS = 60_000;
const MAX_PAYLOAD = 4096;

export function connect(state: GatewayState, socket: WebSocket): void {
  let beatAt = state.wireNow();
  let windowStart = beatAt;
  let sends = 0;
  const connection: Connection = {
    socket,
    session: undefined,
    sweep(now) {
      if (now - beatAt > state.heartbeatInterval * 1.75 + 1000) connection.end(CLOSE.sessionTimedOut);
    },
    send(op, d) {
      socket.send(JSON.stringify({ t: null, s: null, op, d }));
    },
    end: ([code, reason]) => socket.close(code, reason),
  };
  state.connections.add(connection);
  socket.on('error', () => socket.terminate());
  socket.on('close', (code) => forget(state, connection, code));
  socket.on('message', (data) => {
    const now = state.wireNow();
    if (now - windowStart >= SEND_WINDOW_MS) {
      windowStart = now;
      sends = 0;
    }
    sends += 1;
    if (sends > MAX_SENDS) return connection.end(CLOSE.rateLimited);
    const packet = decode(data);
    if (packet === undefined) return connection.end(CLOSE.decodeError);
    if (packet.op === Op.Heartbeat) beatAt = now;
    receive(state, connection, packet);
  });
  connection.send(Op.Hello, { heartbeat_interval: state.heartbeatInterval, _trace: ['sandbox'] });
}

export interface Packet {
  op: number;
  d: unknown;
}

function decode(data: RawData): Packet | undefined {
  const text = Buffer.isBuffer(data) ? data.toString('utf8') : '';
  if (text.length > MAX_PAYLOAD) return undefined;
  try {
    const packet: unknown = JSON.parse(text);
    return isPacket(packet) ? packet : undefined;
  } catch {
    return undefined;
  }
}

const isPacket = (value: unknown): value is Packet =>
  typeof value === 'object' && value !== null && typeof (value as Packet).op === 'number';

function receive(state: GatewayState, connection: Connection, { op, d }: Packet): void {
  switch (op) {
    case Op.Heartbeat:
      return acknowledge(state, connection);
    case Op.Identify:
      return identify(state, connection, d);
    case Op.Resume:
      return resume(state, connection, d);
  }
  const { session } = connection;
  if (session === undefined) return connection.end(CLOSE.notAuthenticated);
  switch (op) {
    case Op.RequestGuildMembers:
      return requestMembers(state, session, d);
    case Op.VoiceStateUpdate:
      return askForVoice(state, session, d);
    case Op.PresenceUpdate:
    case Op.RequestSoundboardSounds:
    case 43:
      return;
    default:
      return connection.end(CLOSE.unknownOpcode);
  }
}

function acknowledge(state: GatewayState, connection: Connection): void {
  const silent = state.wireNow() < state.faultState.silentUntil && connection.session?.bot === true;
  if (!silent) connection.send(Op.HeartbeatAck, null);
}

/** A client that says goodbye with 1000 or 1001 gives up its session; otherwise it may resume. */
function forget(state: GatewayState, connection: Connection, code: number): void {
  state.connections.delete(connection);
  const { session } = connection;
  if (session === undefined || session.socket !== connection.socket) return;
  session.socket = undefined;
  session.lostAt = state.wireNow();
  if (code === 1000 || code === 1001) state.sessions.delete(session.id);
}
