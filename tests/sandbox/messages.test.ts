import { Client } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts';
import { asBot } from './raw-api.ts';
import { identified } from './raw-gateway.ts';

let sandbox: TestSandbox;
const MESSAGES = `/channels/${SMALL.channels.general}/messages`;

beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.close());

const general = () => sandbox.persona('member').messages();
const post = (body: unknown) => asBot(sandbox, 'POST', MESSAGES, body);

describe('a message', () => {
  it('is created once for one nonce while enforce_nonce asks for it, and twice once the minutes have passed', async () => {
    const body = { content: 'digest', nonce: 'week-12', enforce_nonce: true };
    const first = await post(body);
    const second = await post(body);
    expect(second.body.id).toBe(first.body.id);
    expect(general().length).toBe(1);
    sandbox.advance(6 * 60_000);
    expect((await post(body)).body.id).not.toBe(first.body.id);
    expect((await post({ content: 'digest', nonce: 'week-12' })).status).toBe(200);
    expect(general().length).toBe(3);
  });

  it('carries its nonce to the sessions that hear of it', async () => {
    const gateway = await identified(sandbox, { token: sandbox.persona('member').token });
    await post({ content: 'x', nonce: 'n1' });
    expect((await gateway.event('MESSAGE_CREATE'))['nonce']).toBe('n1');
  });

  it('pings only whom allowed_mentions lets it', async () => {
    const { member, other } = SMALL.users;
    const content = `<@${member}> <@${other}> @everyone <@&${SMALL.roles.staff}>`;
    const open = (await post({ content })).body;
    const none = (await post({ content, allowed_mentions: { parse: [] } })).body;
    const named = (await post({ content, allowed_mentions: { parse: [], users: [member] } })).body;
    const ids = (body: Record<string, unknown>) => (body['mentions'] as { id: string }[]).map(({ id }) => id);
    expect([ids(open), ids(none), ids(named)]).toEqual([[member, other], [], [member]]);
    expect([open, none, named].map((body) => body['mention_everyone'])).toEqual([
      open['mention_everyone'],
      false,
      false,
    ]);
  });

  it('replies to another, and not to one that is gone', async () => {
    const original = await sandbox.persona('member').say('question');
    const reply = await post({ content: 'answer', message_reference: { message_id: original.id } });
    expect(reply.body).toMatchObject({
      type: 19,
      referenced_message: { id: original.id },
      mentions: [{ id: SMALL.users.member }],
    });
    const lost = await post({ content: 'answer', message_reference: { message_id: '1' } });
    expect([lost.status, lost.body.code]).toEqual([400, 50035]);
  });

  it('brings files: they are served again, shown in embeds, kept or dropped by an edit', async () => {
    const form = new FormData();
    const embeds = [{ title: 'Chart', image: { url: 'attachment://chart.png' } }];
    form.set('payload_json', JSON.stringify({ embeds, attachments: [{ id: 0, description: 'A chart' }] }));
    form.set('files[0]', new Blob(['not really a picture'], { type: 'image/png' }), 'chart.png');
    const { body } = await asBot(sandbox, 'POST', MESSAGES, form);
    const [attachment] = body['attachments'] as { id: string; url: string; description: string }[];
    expect(attachment).toMatchObject({
      filename: 'chart.png',
      description: 'A chart',
      content_type: 'image/png',
    });
    expect(body['embeds']).toMatchObject([{ image: { url: attachment?.url } }]);
    expect(await (await fetch(attachment?.url ?? '')).text()).toBe('not really a picture');
    const kept = await asBot(sandbox, 'PATCH', `${MESSAGES}/${body.id}`, { content: 'with text' });
    const dropped = await asBot(sandbox, 'PATCH', `${MESSAGES}/${body.id}`, { attachments: [], embeds: [] });
    expect((kept.body['attachments'] as unknown[]).length).toBe(1);
    expect(dropped.body['attachments']).toEqual([]);
  });

  it('with Components V2 comes back with ids, and neither takes content later nor loses the flag', async () => {
    const components = [{ type: 17, components: [{ type: 10, content: 'Hello' }] }];
    const { body } = await post({ flags: 1 << 15, components });
    expect(body['components']).toMatchObject([{ type: 17, id: 1, components: [{ type: 10, id: 2 }] }]);
    const content = await asBot(sandbox, 'PATCH', `${MESSAGES}/${body.id}`, { content: 'no' });
    const flag = await asBot(sandbox, 'PATCH', `${MESSAGES}/${body.id}`, { flags: 0 });
    expect([content.status, content.body.code]).toEqual([400, 50035]);
    expect(flag.body['flags']).toBe(1 << 15);
  });

  it('is edited and deleted by its author; by others only with permission', async () => {
    const bots = (await post({ content: 'mine' })).body.id;
    const member = sandbox.persona('member');
    const theirs = await member.say('theirs');
    const edit = await asBot(sandbox, 'PATCH', `${MESSAGES}/${theirs.id}`, { content: 'no' });
    const removal = await member.api<{ code: number }>('DELETE', `${MESSAGES}/${bots}`);
    expect([edit.body.code, removal.status, removal.body.code]).toEqual([50005, 403, 50013]);
    expect((await sandbox.persona('admin').api('DELETE', `${MESSAGES}/${bots}`)).status).toBe(204);
    expect((await asBot(sandbox, 'PATCH', `${MESSAGES}/${bots}`, { content: 'x' })).body.code).toBe(10008);
    expect(general().map(({ content }) => content)).toEqual(['theirs']);
  });

  it('is refused where the channel is hidden or the text too long or missing', async () => {
    const member = sandbox.persona('member');
    const hidden = await member.api<{ code: number }>('POST', `/channels/${SMALL.channels.staff}/messages`, {
      content: 'x',
    });
    const codes = [
      await post({ content: 'x'.repeat(2001) }),
      await post({ content: '' }),
      await asBot(sandbox, 'GET', '/channels/1'),
    ];
    expect([hidden.body.code, ...codes.map(({ body }) => body.code)]).toEqual([50001, 50035, 50006, 10003]);
  });
});

describe('the history', () => {
  it('is read in pages before, after and around a message, newest first', async () => {
    const member = sandbox.persona('member');
    const ids: string[] = [];
    for (const content of ['1', '2', '3', '4', '5']) ids.push((await member.say(content)).id);
    const read = async (query: string) =>
      ((await asBot(sandbox, 'GET', `${MESSAGES}?${query}`)).body as unknown as { id: string }[]).map(
        ({ id }) => ids.indexOf(id) + 1,
      );
    expect(await read('limit=2')).toEqual([5, 4]);
    expect(await read(`limit=2&before=${ids[2]}`)).toEqual([2, 1]);
    expect(await read(`limit=2&after=${ids[2]}`)).toEqual([5, 4]);
    expect(await read(`limit=3&around=${ids[2]}`)).toEqual([4, 3, 2]);
    expect((await asBot(sandbox, 'GET', `${MESSAGES}?limit=101`)).body.code).toBe(50035);
  });

  it('loses many messages at once, but none that is older than two weeks', async () => {
    const member = sandbox.persona('member');
    const ids = [(await member.say('1')).id, (await member.say('2')).id];
    const admin = sandbox.persona('admin');
    const remove = (messages: string[]) =>
      admin.api<{ code: number }>('POST', `${MESSAGES}/bulk-delete`, { messages });
    expect((await remove(ids.slice(0, 1))).body.code).toBe(50016);
    sandbox.advance(15 * 86_400_000);
    expect((await remove(ids)).body.code).toBe(50034);
    const young = [(await member.say('3')).id, (await member.say('4')).id];
    expect((await remove(young)).status).toBe(204);
    expect(general().map(({ content }) => content)).toEqual(['1', '2']);
  });
});

describe('channels and guilds', () => {
  it('are told with counts, and can be made, changed and deleted by those who may', async () => {
    const guild = await asBot(sandbox, 'GET', `/guilds/${SMALL.guild}?with_counts=true`);
    expect(guild.body['approximate_member_count']).toBe(8);
    const admin = sandbox.persona('admin');
    const made = await admin.api<{ id: string }>('POST', `/guilds/${SMALL.guild}/channels`, {
      name: 'ideas',
      type: 15,
      available_tags: [{ name: 'New' }],
    });
    expect(made.body).toMatchObject({ name: 'ideas', type: 15, available_tags: [{ name: 'New' }] });
    const changed = await admin.api('PATCH', `/channels/${made.body.id}`, { topic: 'Post here' });
    expect(changed.body).toMatchObject({ topic: 'Post here' });
    const refused = await sandbox
      .persona('member')
      .api<{ code: number }>('DELETE', `/channels/${made.body.id}`);
    expect(refused.body.code).toBe(50013);
    expect((await admin.api('DELETE', `/channels/${made.body.id}`)).status).toBe(200);
    expect((await asBot(sandbox, 'GET', `/channels/${made.body.id}`)).body.code).toBe(10003);
  });

  it('answer 401 without a valid token, 405 and 404 where there is no such route', async () => {
    const statuses = [
      await asBot(sandbox, 'GET', '/users/@me', undefined, ''),
      await asBot(sandbox, 'GET', '/users/@me', undefined, 'Bot nonsense'),
      await asBot(sandbox, 'GET', '/users/@me', undefined, sandbox.botToken),
      await asBot(sandbox, 'DELETE', '/gateway'),
      await asBot(sandbox, 'GET', '/nowhere'),
    ];
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401, 405, 404]);
  });

  it('turn away a discord.js client with a wrong token', async () => {
    const client = new Client({ intents: [], rest: { api: sandbox.apiUrl } });
    await expect(client.login('wrong')).rejects.toThrow(/invalid token/i);
    await client.destroy();
  });
});
