import { Pool } from 'undici';
import { WebSocket } from 'ws';

/*
 * Nothing but a reflex: it cuts id and token out of the raw text and posts a fixed answer. What it reaches is
 * about what sandbox and generator can bear, so nothing faster than it can be measured with them.
 */

const api = process.env['DISCORD_API_URL'] ?? '';
const token = process.env['DISCORD_TOKEN'] ?? '';
const headers = { authorization: `Bot ${token}`, 'content-type': 'application/json' };
const components = [
  {
    type: 1,
    components: [0, 1].map((index) => ({
      type: 2,
      style: 1,
      label: `Option ${index}`,
      custom_id: `bare:${index}`,
    })),
  },
];
const answer = JSON.stringify({ type: 7, data: { content: 'When shall we meet?', components } });

const gateway = (await (await fetch(`${api}/v10/gateway/bot`, { headers })).json()) as { url: string };
const pool = new Pool(new URL(api).origin, { connections: 64 });
const socket = new WebSocket(`${gateway.url}/?v=10&encoding=json`);

socket.addEventListener('message', ({ data: text }) => {
  if (typeof text !== 'string') return;
  if (text.includes('"t":"INTERACTION_CREATE"')) reply(text);
  else if (text.includes('"op":10')) identify();
  else if (text.includes('"t":"READY"')) void greet();
});

function reply(text: string): void {
  const { d } = JSON.parse(text) as { d: { id: string; token: string } };
  const path = `/api/v10/interactions/${d.id}/${d.token}/callback`;
  pool
    .request({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body: answer })
    .then(({ body }) => body.dump())
    .catch(() => undefined);
}

function identify(): void {
  const properties = { os: 'linux', browser: 'reflex', device: 'reflex' };
  socket.send(JSON.stringify({ op: 2, d: { token, intents: 1, properties } }));
  setInterval(() => socket.send(JSON.stringify({ op: 1, d: null })), 20_000).unref();
}

async function greet(): Promise<void> {
  const body = JSON.stringify({ content: 'When shall we meet?', components });
  await fetch(`${api}/v10/channels/${process.env['BENCH_CHANNEL']}/messages`, {
    method: 'POST',
    headers,
    body,
  });
  process.stdout.write('"ready"\n');
}
