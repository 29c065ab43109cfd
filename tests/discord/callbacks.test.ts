import { InteractionResponseType } from 'discord-api-types/v10';
import { afterEach, describe, expect, test } from 'vitest';
import { callbackFor } from '../../src/discord/bodies.ts';
import { callbackSender } from '../../src/discord/callbacks.ts';
import { followUps } from '../../src/discord/follow-ups.ts';
import { interactionHttp } from '../../src/discord/interaction-http.ts';
import { text } from '../../src/discord/ui.ts';
import { systemTimers } from '../../src/platform/timers.ts';
import { answerWith, hangUp, reset, type Script, scriptedServer, silence } from './support.ts';

const press = { id: '1300000000000000001', token: 'secret', application_id: '41771983423143937' };
const hello = callbackFor({
  kind: 'reply',
  ephemeral: true,
  body: { components: [text('hello')] },
});
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((thing) => thing.close()));
});

async function discord(...scripts: Script[]) {
  return discordThatAnswersWithin(300, ...scripts);
}

async function discordThatAnswersWithin(answerWithinMs: number, ...scripts: Script[]) {
  const server = await scriptedServer(...scripts);
  const http = interactionHttp({ apiUrl: server.apiUrl, answerWithinMs });
  open.push(server, http);
  let now = 0;
  const sender = callbackSender({ http, clock: { now: () => now }, timers: systemTimers });
  return {
    ...server,
    sender,
    followUps: followUps({ http, timers: systemTimers }),
    send: () => sender.send(press, hello, { deadline: 3000 }),
    passTime: (ms: number) => {
      now += ms;
    },
  };
}

describe('the answer to an interaction', () => {
  test('is one POST to the callback route, without the bot token, pinging nobody', async () => {
    const { send, seen } = await discord(answerWith(204));
    expect(await send()).toEqual({ kind: 'answered' });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: `/api/v10/interactions/${press.id}/${press.token}/callback`,
    });
    expect(seen[0]?.headers.authorization).toBeUndefined();
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      type: InteractionResponseType.ChannelMessageWithSource,
      data: {
        flags: 64 | 32_768,
        components: [{ type: 10, content: 'hello' }],
        allowed_mentions: { parse: [] },
      },
    });
  });

  test.each([
    ['reset', reset],
    ['closed', hangUp],
    ['silent', silence],
    ['failing with 502', answerWith(502)],
    [
      'rate limited for a moment',
      answerWith(429, { retry_after: 0.01, message: 'slow down', global: false }),
    ],
  ])(
    'is sent again when the connection was %s, and "already acknowledged" then means it had arrived',
    async (_, fault) => {
      const { send, seen } = await discord(fault, answerWith(400, { code: 40060, message: 'already' }));
      expect(await send()).toEqual({ kind: 'answered' });
      expect(seen).toHaveLength(2);
      expect(seen[1]?.body).toBe(seen[0]?.body);
    },
  );

  test('is tried twice and no more', async () => {
    const { send, seen } = await discord(reset);
    expect(await send()).toMatchObject({ kind: 'lost' });
    expect(seen).toHaveLength(2);
  });

  test('is not sent again after its 3 seconds', async () => {
    const { send, seen, passTime } = await discord(reset, answerWith(204));
    passTime(3000);
    expect(await send()).toMatchObject({ kind: 'lost' });
    expect(seen).toHaveLength(1);
  });

  test('that comes too late is late, and one given by somebody else is no success', async () => {
    const late = await discord(answerWith(404, { code: 10062, message: 'Unknown interaction' }));
    expect(await late.send()).toEqual({ kind: 'late' });
    expect(late.seen).toHaveLength(1);
    const twice = await discord(answerWith(400, { code: 40060, message: 'already' }));
    expect(await twice.send()).toEqual({ kind: 'already' });
  });

  test('that Discord finds wrong is refused and not repeated', async () => {
    const { send, seen } = await discord(answerWith(400, { code: 50035, message: 'Invalid Form Body' }));
    expect(await send()).toEqual({ kind: 'refused', reason: 'Invalid Form Body (400, code 50035)' });
    expect(seen).toHaveLength(1);
  });

  test('carries files with their alt text, also when sent again', async () => {
    const { sender, seen } = await discord(reset, answerWith(204));
    const files = [
      { name: 'chart.png', data: Buffer.from('png!'), contentType: 'image/png', description: 'A chart' },
    ];
    const reply = callbackFor({ kind: 'update', body: { components: [] }, files });
    expect(await sender.send(press, reply, { deadline: 3000, files })).toEqual({ kind: 'answered' });
    const body = seen[1]?.body ?? '';
    expect(seen[1]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/u);
    expect(body).toContain('"attachments":[{"id":"0","filename":"chart.png","description":"A chart"}]');
    expect(body).toContain('name="files[0]"; filename="chart.png"');
    expect(body).toContain('png!');
  });

  test('2,000 at once use no more connections than allowed and all arrive', async () => {
    const sockets = new Set<unknown>();
    const { sender, seen } = await discordThatAnswersWithin(30_000, (request, response) => {
      sockets.add(request.socket);
      response.writeHead(204).end();
    });
    const outcomes = await Promise.all(
      Array.from({ length: 2000 }, () => sender.send(press, hello, { deadline: 3000 })),
    );
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['answered']));
    expect(seen).toHaveLength(2000);
    expect(sockets.size).toBeLessThanOrEqual(128);
  });
});

describe('a connection opened ahead', () => {
  test('carries the first answer', async () => {
    const sockets = new Set<unknown>();
    const server = await scriptedServer((request, response) => {
      sockets.add(request.socket);
      setTimeout(() => response.writeHead(204).end(), 20);
    });
    const http = interactionHttp({ apiUrl: server.apiUrl });
    open.push(server, http);
    await http.warm();
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    const opened = sockets.size;
    expect(opened).toBeGreaterThan(1);
    await http.request('POST', '/interactions/1/2/callback', '{}');
    expect(sockets.size).toBe(opened);
    expect(server.seen.at(-1)?.url).toBe('/api/v10/interactions/1/2/callback');
  });
});

describe('what is said after the first answer', () => {
  const body = { components: [text('done')] };

  test('an edit is repeated until it is made', async () => {
    const { followUps, seen } = await discord(reset, answerWith(500), answerWith(200, {}));
    expect(await followUps.editOriginal(press, body)).toMatchObject({ ok: true });
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(
      Array<string>(3).fill('PATCH /api/v10/webhooks/41771983423143937/secret/messages/@original'),
    );
    expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({ flags: 32_768, allowed_mentions: { parse: [] } });
  });

  test('a message is not repeated when nobody knows whether it arrived', async () => {
    const { followUps, seen } = await discord(reset, answerWith(200, {}));
    expect(await followUps.send(press, body, { ephemeral: true })).toMatchObject({
      ok: false,
      failure: { kind: 'retry' },
    });
    expect(seen).toHaveLength(1);
  });

  test('a token that has ended is not tried again', async () => {
    const { followUps, seen } = await discord(answerWith(404, { code: 10015, message: 'Unknown Webhook' }));
    expect(await followUps.editOriginal(press, body)).toMatchObject({ ok: false, failure: { kind: 'gone' } });
    expect(seen).toHaveLength(1);
  });
});
