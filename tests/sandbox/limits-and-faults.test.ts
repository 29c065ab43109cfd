import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adjustableClock } from '../../src/platform/clock.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts';
import { loginBot } from './bot.ts';
import { asBot } from './raw-api.ts';
import { identified, openGateway } from './raw-gateway.ts';

let sandbox: TestSandbox;
const MESSAGES = `/channels/${SMALL.channels.general}/messages`;

/** Time stands still unless a test moves it: windows end only then. */
beforeEach(async () => {
  sandbox = await startTestSandbox({ clock: adjustableClock({ now: () => Date.UTC(2026, 0, 5) }) });
});
afterEach(() => sandbox.close());

const general = () => sandbox.persona('member').messages();
const contents = () => general().map(({ content }) => content);

/** `count` requests, one after the other; their statuses. */
async function statuses(
  count: number,
  send: (index: number) => Promise<{ status: number }>,
): Promise<number[]> {
  const all: number[] = [];
  for (let index = 0; index < count; index += 1) all.push((await send(index)).status);
  return all;
}

describe('rate limits', () => {
  it('are announced in headers, and the sixth message in 5 s is refused until the window has passed', async () => {
    const send = () => asBot(sandbox, 'POST', MESSAGES, { content: 'x' });
    const first = await send();
    expect(first.headers.get('x-ratelimit-limit')).toBe('5');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('4');
    expect(first.headers.get('x-ratelimit-bucket')).toMatch(/^[0-9a-f]{16}$/);
    expect(Number(first.headers.get('x-ratelimit-reset-after'))).toBeLessThanOrEqual(5);
    expect(await statuses(5, send)).toEqual([200, 200, 200, 200, 429]);
    const refused = await send();
    expect(refused.body).toMatchObject({ global: false, message: 'You are being rate limited.' });
    expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const elsewhere = await asBot(sandbox, 'POST', `/channels/${SMALL.channels.polls}/messages`, {
      content: 'x',
    });
    sandbox.advance(5000);
    expect([elsewhere.status, (await send()).status]).toEqual([200, 200]);
    expect(general().length).toBe(6);
  });

  it('hold over all routes together: the 51st request of a second is refused globally', async () => {
    const all = await statuses(51, (index) =>
      asBot(sandbox, 'GET', `/guilds/${SMALL.guild}/members/${index}`),
    );
    expect(all.slice(0, 50)).not.toContain(429);
    expect(all[50]).toBe(429);
    const refused = await asBot(sandbox, 'GET', '/users/@me');
    expect(refused.body).toMatchObject({ global: true });
    expect(refused.headers.get('x-ratelimit-scope')).toBe('global');
    sandbox.advance(1000);
    expect((await asBot(sandbox, 'GET', '/users/@me')).status).toBe(200);
  });

  it('let a message older than an hour be edited 3 times in 6 s (30046)', async () => {
    const { body } = await asBot(sandbox, 'POST', MESSAGES, { content: 'old' });
    sandbox.advance(3_600_000);
    const edit = (index: number) =>
      asBot(sandbox, 'PATCH', `${MESSAGES}/${body.id}`, { content: `${index}` });
    expect(await statuses(4, edit)).toEqual([200, 200, 200, 429]);
    expect((await edit(5)).status).toBe(429);
    sandbox.advance(6000);
    expect((await edit(6)).status).toBe(200);
    expect(contents()).toEqual(['6']);
  });

  it('let a channel be renamed twice in 10 minutes', async () => {
    const admin = sandbox.persona('admin');
    const rename = (index: number) =>
      admin.api('PATCH', `/channels/${SMALL.channels.general}`, { name: `general-${index}` });
    expect(await statuses(3, rename)).toEqual([200, 200, 429]);
    sandbox.advance(600_000);
    expect((await rename(4)).status).toBe(200);
  });

  it('count invalid requests, not the successful', async () => {
    await asBot(sandbox, 'GET', '/users/@me');
    await asBot(sandbox, 'GET', '/users/@me', undefined, 'Bot nonsense');
    await asBot(sandbox, 'GET', '/channels/1');
    expect(sandbox.limits.invalidRequests()).toBe(1);
  });

  it('ban a bot after 10,000 invalid requests in 10 minutes, from everything, until the 10 minutes are over', async () => {
    const strange = () => asBot(sandbox, 'GET', '/users/@me', undefined, 'Bot nonsense');
    for (let index = 0; index < 9998; index += 1)
      sandbox.limits.note({ status: index % 2 === 0 ? 403 : 429 });
    expect((await strange()).status).toBe(401);
    expect((await asBot(sandbox, 'GET', '/users/@me')).status).toBe(200);
    expect((await strange()).status).toBe(401);
    const banned = await asBot(sandbox, 'GET', '/users/@me');
    expect(banned.status).toBe(429);
    expect(Number(banned.headers.get('retry-after'))).toBe(600);
    expect(banned.headers.get('x-ratelimit-scope')).toBeNull();
    expect((await sandbox.persona('member').api('GET', '/users/@me')).status).toBe(200);
    sandbox.advance(599_000);
    expect((await asBot(sandbox, 'GET', '/users/@me')).status).toBe(429);
    sandbox.advance(1000);
    expect((await asBot(sandbox, 'GET', '/users/@me')).status).toBe(200);
  });

  it('do not count 429s of shared scope as invalid', async () => {
    sandbox.limits.note({ status: 429, headers: { 'x-ratelimit-scope': 'shared' } });
    expect(sandbox.limits.invalidRequests()).toBe(0);
    sandbox.limits.note({ status: 429 });
    expect(sandbox.limits.invalidRequests()).toBe(1);
  });

  it('can be switched off', async () => {
    const free = await startTestSandbox({ rateLimits: false });
    expect(await statuses(60, () => asBot(free, 'GET', '/users/@me'))).toEqual(
      Array.from({ length: 60 }, () => 200),
    );
    await free.close();
  });
});

describe('faults on demand', () => {
  const rest = (options: object = {}) =>
    new REST({ api: sandbox.apiUrl, retries: 0, ...options }).setToken(sandbox.botToken);
  const send = (client: REST, content: string) =>
    client.post(MESSAGES as `/${string}`, { body: { content } });

  it('drop a request before it is applied, or after', async () => {
    sandbox.faults.add({
      match: { route: '/channels/:channel_id/messages' },
      action: { kind: 'drop-before', how: 'fin' },
    });
    await expect(send(rest(), 'lost')).rejects.toThrow();
    expect(contents()).toEqual([]);
    sandbox.faults.add({ action: { kind: 'drop-after', how: 'fin' } });
    await expect(send(rest(), 'applied')).rejects.toThrow();
    expect(contents()).toEqual(['applied']);
    await send(rest(), 'normal again');
    expect(contents()).toEqual(['applied', 'normal again']);
  });

  it('reset after applying: @discordjs/rest sends again, and without enforce_nonce there are two', async () => {
    sandbox.faults.add({ action: { kind: 'drop-after', how: 'reset' } });
    await send(rest({ retries: 3 }), 'twice');
    expect(contents()).toEqual(['twice', 'twice']);
  });

  it('answer with a status, a 403, or a 429 of their own', async () => {
    sandbox.faults.add({ action: { kind: 'status', status: 502 } });
    sandbox.faults.add({ action: { kind: 'forbid', code: 50001 } });
    sandbox.faults.add({ action: { kind: 'rate-limit', retry_after: 2, global: true } });
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push(await asBot(sandbox, 'POST', MESSAGES, { content: 'x' }));
    expect(answers.map(({ status }) => status)).toEqual([502, 403, 429, 200]);
    expect(answers[1]?.body.code).toBe(50001);
    expect(answers[2]?.headers.get('x-ratelimit-global')).toBe('true');
    expect(contents()).toEqual(['x']);
  });

  it('match method, template and channel, stay as long as asked, and leave people alone', async () => {
    sandbox.faults.add({
      id: 'f',
      match: { method: 'post', channel_id: SMALL.channels.general },
      times: 0,
      action: { kind: 'status', status: 500 },
    });
    const elsewhere = await asBot(sandbox, 'POST', `/channels/${SMALL.channels.polls}/messages`, {
      content: 'x',
    });
    const here = await statuses(2, () => asBot(sandbox, 'POST', MESSAGES, { content: 'x' }));
    await sandbox.persona('member').say('unharmed');
    expect([elsewhere.status, ...here]).toEqual([200, 500, 500]);
    expect(sandbox.faults.list()).toMatchObject([{ id: 'f', hits: 2 }]);
    sandbox.faults.remove('f');
    expect((await asBot(sandbox, 'POST', MESSAGES, { content: 'x' })).status).toBe(200);
  });

  it('hang: the client gives up, and yet it happens', async () => {
    sandbox.faults.add({ action: { kind: 'hang', ms: 300 } });
    await expect(send(rest({ timeout: 50 }), 'ghost')).rejects.toThrow();
    expect(contents()).toEqual([]);
    await sandbox.until(() => contents().includes('ghost'));
  });

  it('lose the answer to a callback: the retry gets 40060, and the person has one reply', async () => {
    const problems: unknown[] = [];
    const bot = await loginBot(sandbox, async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply('once').catch((error: unknown) => problems.push(error));
    });
    await bot.application.commands.set([{ name: 'hi', description: 'hello' }]);
    sandbox.faults.add({
      match: { route: '/interactions/:id/:token/callback' },
      action: { kind: 'drop-after', how: 'reset' },
    });
    const outcome = await sandbox.persona('member').slash('hi');
    await sandbox.until(() => problems.length === 1);
    expect(problems).toMatchObject([{ code: 40060 }]);
    expect(outcome.replies.map(({ content }) => content)).toEqual(['once']);
    await bot.destroy();
  });

  it('an outage hits REST and gateway of the bot, not of people', async () => {
    const gateway = await identified(sandbox);
    sandbox.gateway.faults.inject({ kind: 'outage', ms: 60_000 });
    await gateway.closed;
    expect((await asBot(sandbox, 'GET', '/users/@me')).status).toBe(503);
    expect(await openGateway(sandbox).closed).toBe(1006);
    await sandbox.persona('member').say('we go on');
    sandbox.gateway.faults.clear();
    expect((await asBot(sandbox, 'GET', '/users/@me')).status).toBe(200);
    await identified(sandbox);
  });

  it('silence stops the acknowledgement of heartbeats', async () => {
    const gateway = await identified(sandbox);
    sandbox.gateway.faults.inject({ kind: 'silence', ms: 60_000 });
    gateway.send(1, 1);
    gateway.send(8, { guild_id: SMALL.guild, user_ids: [SMALL.users.member] });
    await gateway.event('GUILD_MEMBERS_CHUNK');
    expect(gateway.packets.some((one) => one.op === 11)).toBe(false);
  });

  it('replay sends the last dispatches again', async () => {
    const gateway = await identified(sandbox, { intents: 1 << 9 });
    await sandbox.persona('member').say('one');
    await gateway.event('MESSAGE_CREATE');
    sandbox.gateway.faults.inject({ kind: 'replay', count: 1 });
    await sandbox.until(() => gateway.packets.filter((one) => one.t === 'MESSAGE_CREATE').length === 2);
  });
});

describe('outages of a guild and hidden channels', () => {
  it('an unavailable guild is announced as such, and comes back whole', async () => {
    const gateway = await identified(sandbox);
    sandbox.gateway.faults.inject({ kind: 'guild-unavailable' });
    expect(await gateway.event('GUILD_DELETE')).toEqual({ id: SMALL.guild, unavailable: true });
    sandbox.gateway.faults.inject({ kind: 'guild-available' });
    await sandbox.until(() => gateway.packets.filter((one) => one.t === 'GUILD_CREATE').length === 2);
  });

  it('a channel that is hidden from somebody leaves their list', async () => {
    const member = await identified(sandbox, { token: sandbox.persona('member').token });
    const path = `/channels/${SMALL.channels.polls}/permissions/${SMALL.guild}`;
    const { status } = await sandbox.persona('admin').api('PUT', path, { type: 0, allow: '0', deny: '1024' });
    expect(status).toBe(204);
    expect((await member.event('CHANNEL_DELETE'))['id']).toBe(SMALL.channels.polls);
    const refused = await sandbox
      .persona('member')
      .api<{ code: number }>('GET', `/channels/${SMALL.channels.polls}`);
    expect(refused.body.code).toBe(50001);
  });
});

describe('the routes of the sandbox itself', () => {
  const own = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${sandbox.url}/sandbox${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };

  it('name the people one can act as', async () => {
    const personas = (await own('GET', '/personas')) as { label: string; token: string; username: string }[];
    expect(personas.map(({ label }) => label).sort()).toEqual([
      'Admin',
      'Member',
      'Member',
      'Member',
      'Moderator',
      'Newcomer',
    ]);
    expect(personas[0]?.token).toMatch(/^persona\.\d+$/);
  });

  it('move the clock, forward only, and run what became due', async () => {
    const before = sandbox.clock.now();
    expect(await own('POST', '/clock', { advance_ms: 86_400_000 })).toMatchObject({
      clock_offset_ms: 86_400_000,
    });
    expect(sandbox.clock.now()).toBeGreaterThanOrEqual(before + 86_400_000);
    expect(await own('POST', '/clock', { advance_ms: -1 })).toMatchObject({ code: 50035 });
  });

  it('add, list and remove faults, and tell what was requested', async () => {
    await own('POST', '/faults', { action: { kind: 'status', status: 500 } });
    expect(await own('GET', '/faults')).toMatchObject([{ action: { kind: 'status' } }]);
    await asBot(sandbox, 'POST', MESSAGES, { content: 'seen' });
    await own('DELETE', '/faults');
    expect(await own('GET', '/state')).toMatchObject({
      faults: [],
      bot_connected: false,
      guild_ids: [SMALL.guild],
    });
    expect(await own('GET', '/requests?since=0')).toMatchObject([
      { method: 'POST', route: '/channels/:channel_id/messages', status: 500, fault: 'status', bot: true },
    ]);
  });
});
