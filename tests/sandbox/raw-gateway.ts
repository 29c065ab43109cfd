import { WebSocket } from 'ws';
import type { TestSandbox } from '../support/sandbox.ts';

export interface Packet {
  op: number;
  t: string | null;
  s: number | null;
  // biome-ignore lint: packets differ by type
  d: Record<string, unknown>;
}

export interface RawGateway {
  readonly packets: Packet[];
  send(op: number, d: unknown): void;
  sendText(text: string): void;
  /** The first packet with this name that came or will come. */
  packet(matches: (packet: Packet) => boolean): Promise<Packet>;
  event(t: string): Promise<Packet['d']>;
  readonly closed: Promise<number>;
  close(): void;
}

/** A gateway connection without any library: says exactly what the test says. */
export function openGateway(sandbox: TestSandbox, query = 'v=10&encoding=json'): RawGateway {
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/gateway?${query}`);
  const packets: Packet[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data: Buffer) => {
    packets.push(JSON.parse(data.toString('utf8')) as Packet);
    for (const look of waiting) look();
  });
  const opened = new Promise<void>((resolve) => socket.once('open', () => resolve()));
  const closed = new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)));
  socket.on('error', () => undefined);
  const sendText = (text: string): void => {
    void opened.then(() => socket.send(text));
  };
  const packet = (matches: (packet: Packet) => boolean): Promise<Packet> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = packets.find(matches);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      void closed.then((code) => reject(new Error(`closed with ${code}`)));
    });
  return {
    packets,
    sendText,
    send: (op, d) => sendText(JSON.stringify({ op, d })),
    packet,
    event: async (t) => (await packet((one) => one.t === t)).d,
    closed,
    close: () => socket.close(1000),
  };
}

export function identifyBody(sandbox: TestSandbox, more: object = {}): object {
  return {
    token: sandbox.botToken,
    intents: 1,
    properties: { os: 'test', browser: 'test', device: 'test' },
    ...more,
  };
}

/** Logs in and waits for READY. */
export async function identified(sandbox: TestSandbox, more: object = {}): Promise<RawGateway> {
  const gateway = openGateway(sandbox);
  gateway.send(2, identifyBody(sandbox, more));
  await gateway.event('READY');
  return gateway;
}
