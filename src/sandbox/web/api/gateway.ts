/** One gateway session: identify, heartbeat, resume, reconnect with growing delay. */
export type GatewayStatus = 'connecting' | 'ready' | 'reconnecting';

export interface GatewayOptions {
  url: string;
  token: string;
  onDispatch(type: string, data: unknown): void;
  onStatus(status: GatewayStatus): void;
}

export interface Gateway {
  sessionId(): string;
  /** Enters a voice channel, or leaves it (null). There is no answer but the events. */
  voice(guildId: string, channelId: string | null): void;
  close(): void;
}

interface Packet {
  op: number;
  d: unknown;
  s: number | null;
  t: string | null;
}

const LONGEST_DELAY_MS = 8000;

export function openGateway(options: GatewayOptions): Gateway {
  let socket: WebSocket | undefined;
  let session = '';
  let seq: number | null = null;
  let beat: ReturnType<typeof setInterval> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let acked = true;
  let attempts = 0;
  let closed = false;

  const send = (op: number, d: unknown) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ op, d }));
  };

  function startHeartbeat(interval: number) {
    acked = true;
    clearInterval(beat);
    beat = setInterval(() => {
      if (!acked) return socket?.close(4000);
      acked = false;
      send(1, seq);
    }, interval);
  }

  function hello(interval: number) {
    startHeartbeat(interval);
    if (session !== '') return send(6, { token: options.token, session_id: session, seq });
    send(2, {
      token: options.token,
      properties: { os: 'browser', browser: 'hearth-sandbox', device: '' },
      compress: false,
    });
  }

  function dispatch(type: string, data: unknown) {
    if (type === 'READY') session = (data as { session_id: string }).session_id;
    if (type === 'READY' || type === 'RESUMED') {
      attempts = 0;
      options.onStatus('ready');
    }
    options.onDispatch(type, data);
  }

  function receive(packet: Packet) {
    if (packet.s !== null && packet.s !== undefined) seq = packet.s;
    switch (packet.op) {
      case 0:
        return dispatch(packet.t ?? '', packet.d);
      case 1:
        return send(1, seq);
      case 7:
        return socket?.close(4000);
      case 9:
        if (packet.d !== true) forget();
        return socket?.close(4000);
      case 10:
        return hello((packet.d as { heartbeat_interval: number }).heartbeat_interval);
      case 11:
        acked = true;
        return;
    }
  }

  function forget() {
    session = '';
    seq = null;
  }

  function connect() {
    const current = new WebSocket(`${options.url}?v=10&encoding=json`);
    socket = current;
    current.addEventListener('message', (event) => receive(JSON.parse(event.data as string) as Packet));
    current.addEventListener('close', (event) => {
      if (current !== socket || closed) return;
      clearInterval(beat);
      if (event.code === 4007 || event.code === 4009) forget();
      options.onStatus('reconnecting');
      retry = setTimeout(connect, Math.min(LONGEST_DELAY_MS, 300 * 2 ** attempts));
      attempts += 1;
    });
  }

  options.onStatus('connecting');
  connect();
  return {
    sessionId: () => session,
    voice: (guild_id, channel_id) => send(4, { guild_id, channel_id, self_mute: false, self_deaf: false }),
    close() {
      closed = true;
      clearInterval(beat);
      clearTimeout(retry);
      socket?.close(1000);
    },
  };
}
