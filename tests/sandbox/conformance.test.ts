import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { checkAnswer, checkBody, problemsOfBody } from '../support/conformance.ts';
import { type Call, FORUM, type SmallWorld, START, smallWorld, TAGS } from './routes/small-world.ts';

const { guild, users } = SMALL;
const { general } = SMALL.channels;
const hours = (count: number) => new Date(START + count * 3_600_000).toISOString();
let small: SmallWorld;

beforeAll(async () => {
  small = await smallWorld({ privilegedIntents: 1 << 1 });
});
afterAll(() => small.close());

/** Sends a request and compares body and answer with what Discord publishes. */
const send = async (call: Call, method: string, path: string, body?: unknown) => {
  checkBody(method, path, body);
  const answer = await call(method, path, body);
  expect([method, path, answer.status < 300 ? 'fine' : answer.body]).toEqual([method, path, 'fine']);
  checkAnswer(method, path, answer.status, answer.body);
  return answer.body;
};
const bot = (method: string, path: string, body?: unknown) => send(small.bot, method, path, body);
const admin = (method: string, path: string, body?: unknown) => send(small.as('admin'), method, path, body);

const v2 = {
  flags: 1 << 15,
  components: [
    {
      type: 17,
      accent_color: 0xff_88_00,
      components: [
        { type: 10, content: 'Which roast?' },
        {
          type: 9,
          components: [{ type: 10, content: 'Light' }],
          accessory: { type: 2, style: 1, label: 'Vote', custom_id: 'a' },
        },
        { type: 14, divider: true, spacing: 1 },
        { type: 1, components: [{ type: 3, custom_id: 'b', options: [{ label: 'Dark', value: 'dark' }] }] },
        { type: 12, items: [{ media: { url: 'https://example.com/a.png' }, description: 'A chart' }] },
      ],
    },
  ],
};

describe('the sandbox answers as Discord’s published schema says', () => {
  it('about itself', async () => {
    for (const path of [
      '/gateway',
      '/gateway/bot',
      '/users/@me',
      '/applications/@me',
      '/oauth2/applications/@me',
    ])
      await bot('GET', path);
  });

  it('about messages', async () => {
    const { id } = await bot('POST', `/channels/${general}/messages`, {
      content: 'hello <@1190000000000000005>',
      allowed_mentions: { parse: ['users'] },
      embeds: [{ title: 'a', fields: [{ name: 'b', value: 'c' }], footer: { text: 'd' } }],
      nonce: 'n1',
      enforce_nonce: true,
      components: [
        { type: 1, components: [{ type: 2, style: 2, label: 'x', custom_id: 'x', emoji: { name: '☕' } }] },
      ],
    });
    await bot('POST', `/channels/${general}/messages`, v2);
    await bot('POST', `/channels/${general}/messages`, {
      content: 'reply',
      message_reference: { message_id: id },
    });
    await bot('PATCH', `/channels/${general}/messages/${id}`, { content: 'edited' });
    await small.as('member')(
      'PUT',
      `/channels/${general}/messages/${id}/reactions/${encodeURIComponent('☕')}/@me`,
    );
    await admin('PUT', `/channels/${general}/messages/pins/${id}`);
    await bot('GET', `/channels/${general}/messages/${id}`);
    await bot('GET', `/channels/${general}/messages`);
    await bot('GET', `/channels/${general}/messages/pins`);
    await bot('GET', `/channels/${general}/pins`);
    await bot('GET', `/channels/${general}/messages/${id}/reactions/${encodeURIComponent('☕')}`);
  });

  it('about native polls', async () => {
    const { id } = await bot('POST', `/channels/${general}/messages`, {
      poll: {
        question: { text: 'q' },
        answers: [{ poll_media: { text: 'a', emoji: { name: '☕' } } }],
        duration: 1,
      },
    });
    await small.as('member')('PUT', `/channels/${general}/polls/${id}/answers/@me`, { answer_ids: [1] });
    await bot('GET', `/channels/${general}/polls/${id}/answers/1`);
    await bot('POST', `/channels/${general}/polls/${id}/expire`);
    await bot('GET', `/channels/${general}/messages?limit=2`);
  });

  it('about channels and threads', async () => {
    await bot('GET', `/channels/${general}`);
    await bot('GET', `/guilds/${guild}/channels`);
    const { id } = await bot('POST', `/channels/${general}/messages`, { content: 'a' });
    await bot('POST', `/channels/${general}/messages/${id}/threads`, {
      name: 'Talk',
      auto_archive_duration: 60,
    });
    const thread = await bot('POST', `/channels/${general}/threads`, { name: 'Own', type: 11 });
    const post = { name: 'Idea', message: { content: 'More decaf' }, applied_tags: [TAGS.plain] };
    await admin('POST', `/channels/${FORUM}/threads`, post);
    await bot('GET', `/channels/${thread.id}`);
    await bot('GET', `/channels/${thread.id}/thread-members`);
    await bot('GET', `/guilds/${guild}/threads/active`);
    await bot('PATCH', `/channels/${thread.id}`, { archived: true });
    await bot('GET', `/channels/${general}/threads/archived/public`);
  });

  it('about the guild, its members and roles', async () => {
    await bot('GET', `/guilds/${guild}`);
    await bot('GET', `/guilds/${guild}/members/${users.member}`);
    await bot('GET', `/guilds/${guild}/members?limit=5`);
    await bot('GET', `/guilds/${guild}/members/search?query=m`);
    await bot('GET', `/users/${users.member}`);
    await bot('GET', `/guilds/${guild}/roles`);
    const role = await admin('POST', `/guilds/${guild}/roles`, { name: 'Barista', color: 255 });
    await admin('PATCH', `/guilds/${guild}/roles/${role.id}`, { hoist: true });
    await admin('PUT', `/guilds/${guild}/members/${users.member}/roles/${role.id}`);
    await admin('PATCH', `/guilds/${guild}/members/${users.member}`, { nick: 'Bean' });
    await admin('PUT', `/channels/${general}/permissions/${role.id}`, { type: 0, allow: '0', deny: '2048' });
  });

  it('about commands', async () => {
    const commands = [
      {
        name: 'poll',
        description: 'Ask',
        options: [
          {
            type: 1,
            name: 'quick',
            description: 'In one line',
            options: [{ type: 3, name: 'question', description: 'What', required: true }],
          },
        ],
        default_member_permissions: '32',
        contexts: [0],
        integration_types: [0],
      },
      { type: 3, name: 'Make a poll' },
    ];
    const application = small.world.application.id;
    const [first] = await bot('PUT', `/applications/${application}/commands`, commands);
    await bot('GET', `/applications/${application}/commands`);
    await bot('GET', `/applications/${application}/commands/${first.id}`);
    await bot('PUT', `/applications/${application}/guilds/${guild}/commands`, commands);
  });

  it('about scheduled events and invites', async () => {
    const event = await admin('POST', `/guilds/${guild}/scheduled-events`, {
      name: 'AMA',
      privacy_level: 2,
      entity_type: 3,
      entity_metadata: { location: 'here' },
      scheduled_start_time: hours(24),
      scheduled_end_time: hours(25),
    });
    await small.as('member')('PUT', `/guilds/${guild}/scheduled-events/${event.id}/users/@me`);
    await bot('GET', `/guilds/${guild}/scheduled-events?with_user_count=true`);
    await bot('GET', `/guilds/${guild}/scheduled-events/${event.id}`);
    await bot('GET', `/guilds/${guild}/scheduled-events/${event.id}/users?with_member=true`);
    const invite = await admin('POST', `/channels/${general}/invites`, { max_age: 60 });
    await admin('GET', `/channels/${general}/invites`);
    await bot('GET', `/invites/${invite.code}?with_counts=true`);
  });

  it('about direct messages', async () => {
    const { id } = await bot('POST', '/users/@me/channels', { recipient_id: users.member });
    await bot('POST', `/channels/${id}/messages`, { content: 'hello' });
    await bot('GET', `/channels/${id}`);
  });
});

describe('the second opinion', () => {
  it('sees wrong values and fields that do not exist', () => {
    const problems = (body: unknown) => problemsOfBody('POST', '/channels/:channel_id/messages', body);
    expect(problems({ content: 'a', embeds: [] })).toEqual([]);
    expect(problems({ content: 5 })).toHaveLength(1);
    expect(problems({ contents: 'a' })).toEqual(['contents: not in the published schema']);
    expect(
      problems({ components: [{ type: 1, components: [{ type: 2, style: 9, custom_id: 'a' }] }] }),
    ).not.toEqual([]);
    expect(() => checkBody('POST', '/channels/1/messages', { content: 5 })).toThrow(/published schema/);
  });

  it('knows interaction callbacks and follow-ups', () => {
    const callback = (body: unknown) => problemsOfBody('POST', '/interactions/1/token/callback', body);
    expect(callback({ type: 7, data: v2 })).toEqual([]);
    expect(
      callback({ type: 9, data: { custom_id: 'm', title: 't', components: [{ type: 10, content: 'a' }] } }),
    ).toEqual([]);
    expect(
      callback({ type: 9, data: { custom_id: 'm', title: 't'.repeat(46), components: [] } }),
    ).not.toEqual([]);
    expect(problemsOfBody('PATCH', '/webhooks/1/token/messages/@original', { content: 'a' })).toEqual([]);
    expect(problemsOfBody('PATCH', '/webhooks/1/token/messages/@original', { content: ['a'] })).not.toEqual(
      [],
    );
  });
});
