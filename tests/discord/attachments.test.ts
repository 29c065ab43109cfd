import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { attachmentReader } from '../../src/discord/attachments.ts';
import { systemTimers, type Timers } from '../../src/platform/timers.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const reader = (host: string, timers: Timers = systemTimers) =>
  attachmentReader({ apiUrl: `${host}/api`, timers, fetch });

describe('a file that was sent along', () => {
  test('is read from the host of the API', async () => {
    const host = await serve((_, response) => response.end('picture'));
    expect(await reader(host)({ url: `${host}/attachments/1/a.png`, size: 7 }, 100)).toEqual(
      Buffer.from('picture'),
    );
  });

  test.each([
    'http://127.0.0.1:1/a.png',
    'http://169.254.169.254/latest/meta-data',
    'https://cdn.discordapp.com.evil.example/a.png',
    'https://cdn.discordapp.com@evil.example/a.png',
    'https://user:secret@cdn.discordapp.com/a.png',
    'http://cdn.discordapp.com/a.png',
    'https://cdn.discordapp.com:8443/a.png',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'not an address',
    '',
  ])('is not fetched from %j', async (url) => {
    const asked: unknown[] = [];
    const read = attachmentReader({
      apiUrl: 'https://discord.com/api',
      timers: systemTimers,
      fetch: (address) => {
        asked.push(address);
        return Promise.resolve(new Response('secret'));
      },
    });
    expect(await read({ url, size: 1 }, 100)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test.each(['https://cdn.discordapp.com/attachments/1/2/a.png', 'https://media.discordapp.net/a.png'])(
    'is fetched from %j',
    async (url) => {
      const read = attachmentReader({
        apiUrl: 'https://discord.com/api',
        timers: systemTimers,
        fetch: () => Promise.resolve(new Response('picture')),
      });
      expect(await read({ url, size: 7 }, 100)).toEqual(Buffer.from('picture'));
    },
  );

  test('is not read where it leads elsewhere', async () => {
    let reached = 0;
    const other = await serve((_, response) => {
      reached += 1;
      response.end('secret');
    });
    const host = await serve((_, response) => response.writeHead(302, { location: other }).end());
    expect(await reader(host)({ url: `${host}/a.png`, size: 1 }, 100)).toBeUndefined();
    expect(reached).toBe(0);
  });

  test('is not read beyond what is allowed, whatever size was named', async () => {
    const host = await serve((_, response) => response.end('x'.repeat(200_000)));
    expect(await reader(host)({ url: `${host}/a.png`, size: 1 }, 1_000)).toBeUndefined();
  });

  test('is not asked for where its size is too large', async () => {
    let asked = 0;
    const host = await serve((_, response) => {
      asked += 1;
      response.end('x');
    });
    expect(await reader(host)({ url: `${host}/a.png`, size: 1_001 }, 1_000)).toBeUndefined();
    expect(asked).toBe(0);
  });

  test('is given up where it does not come', async () => {
    const host = await serve(() => {});
    const impatient: Timers = { after: (_, run) => systemTimers.after(20, run) };
    expect(await reader(host, impatient)({ url: `${host}/a.png`, size: 1 }, 100)).toBeUndefined();
  });

  test('is nothing where the host says no', async () => {
    const host = await serve((_, response) => response.writeHead(404).end('gone'));
    expect(await reader(host)({ url: `${host}/a.png`, size: 1 }, 100)).toBeUndefined();
  });
});
