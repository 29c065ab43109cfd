import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL } from '../../../src/sandbox/community/build-small-seed.ts';
import { type SmallWorld, START, smallWorld } from './small-world.ts';

const { guild, users } = SMALL;
const { general } = SMALL.channels;
const HOUR = 3_600_000;
let small: SmallWorld;

beforeEach(async () => {
  small = await smallWorld();
});
afterEach(() => small.close());

const at = (hours: number) => new Date(START + hours * HOUR).toISOString();
const EVENTS = `/guilds/${guild}/scheduled-events`;
const ama = {
  name: 'AMA with the roaster',
  privacy_level: 2,
  entity_type: 3,
  entity_metadata: { location: '#general' },
  scheduled_start_time: at(24),
  scheduled_end_time: at(25),
};
const allowBot = (bits: bigint): void => {
  const role = small.guild.roles.get(SMALL.roles.bot);
  if (role) small.guild.roles.set(role.id, { ...role, permissions: String(BigInt(role.permissions) | bits) });
  small.guild.permissionsVersion += 1;
};

describe('scheduled events', () => {
  it('need CREATE_EVENTS, and MANAGE_EVENTS for those of others', async () => {
    expect((await small.bot('POST', EVENTS, ama)).body.code).toBe(50013);
    allowBot(P.CreateEvents);
    const { body: own } = await small.bot('POST', EVENTS, ama);
    const { body: other } = await small.as('admin')('POST', EVENTS, { ...ama, name: 'Tasting' });
    expect(own).toMatchObject({ status: 1, creator_id: users.bot, name: ama.name });
    expect((await small.bot('PATCH', `${EVENTS}/${own.id}`, { name: 'AMA' })).body.name).toBe('AMA');
    expect((await small.bot('PATCH', `${EVENTS}/${other.id}`, { name: 'Mine' })).body.code).toBe(50013);
    expect((await small.bot('DELETE', `${EVENTS}/${other.id}`)).body.code).toBe(50013);
  });

  it('go from scheduled to active to completed, and then stay as they are', async () => {
    const { body } = await small.as('admin')('POST', EVENTS, ama);
    const go = (status: number) => small.as('admin')('PATCH', `${EVENTS}/${body.id}`, { status });
    expect((await go(3)).body.errors).toMatchObject({ status: { _errors: [{ code: 'BASE_TYPE_CHOICES' }] } });
    expect((await go(2)).body.status).toBe(2);
    expect((await go(3)).body.status).toBe(3);
    expect((await go(2)).body.code).toBe(180000);
    expect((await small.bot('GET', EVENTS)).body).toEqual([]);
  });

  it('collect people who are interested', async () => {
    const { body } = await small.as('admin')('POST', EVENTS, ama);
    small.heard();
    expect((await small.as('member')('PUT', `${EVENTS}/${body.id}/users/@me`)).status).toBe(204);
    await small.as('other')('PUT', `${EVENTS}/${body.id}/users/@me`);
    expect(small.heard()).toEqual(['GUILD_SCHEDULED_EVENT_USER_ADD', 'GUILD_SCHEDULED_EVENT_USER_ADD']);
    expect((await small.bot('GET', `${EVENTS}/${body.id}?with_user_count=true`)).body.user_count).toBe(2);
    const listed = (await small.bot('GET', `${EVENTS}/${body.id}/users?limit=1&after=${users.member}`)).body;
    expect(listed).toMatchObject([{ user: { id: users.other } }]);
    await small.as('member')('DELETE', `${EVENTS}/${body.id}/users/@me`);
    expect((await small.bot('GET', `${EVENTS}/${body.id}/users`)).body).toHaveLength(1);
    expect((await small.bot('PUT', `${EVENTS}/${body.id}/users/@me`)).status).toBe(403);
  });

  it('are at most 100 that are still to come (30038)', async () => {
    const { body } = await small.as('admin')('POST', EVENTS, ama);
    const state = small.guild.scheduledEvents.get(body.id);
    if (state) for (let i = 0; i < 99; i += 1) small.guild.scheduledEvents.set(`e${i}`, state);
    expect((await small.as('admin')('POST', EVENTS, ama)).body.code).toBe(30038);
  });

  it('tell about themselves', async () => {
    small.heard();
    const { body } = await small.as('admin')('POST', EVENTS, ama);
    await small.as('admin')('PATCH', `${EVENTS}/${body.id}`, { description: 'Bring questions' });
    await small.as('admin')('DELETE', `${EVENTS}/${body.id}`);
    expect(small.heard()).toEqual([
      'GUILD_SCHEDULED_EVENT_CREATE',
      'GUILD_SCHEDULED_EVENT_UPDATE',
      'GUILD_SCHEDULED_EVENT_DELETE',
    ]);
    expect((await small.bot('GET', `${EVENTS}/${body.id}`)).body.code).toBe(10070);
  });
});

describe('native polls', () => {
  const poll = {
    question: { text: 'Which roast?' },
    answers: [{ poll_media: { text: 'Light' } }, { poll_media: { text: 'Dark' } }],
  };
  const create = async (more: object = {}) =>
    (await small.bot('POST', `/channels/${general}/messages`, { poll: { ...poll, duration: 2, ...more } }))
      .body;
  const votes = (id: string) => `/channels/${general}/polls/${id}/answers`;
  const vote = (who: 'member' | 'other', id: string, ...answer_ids: number[]) =>
    small.as(who)('PUT', `${votes(id)}/@me`, { answer_ids });
  const message = async (id: string) =>
    (await small.as('member')('GET', `/channels/${general}/messages/${id}`)).body;

  it('count one vote for each person, which can change and be withdrawn', async () => {
    const { id } = await create();
    small.heard();
    expect((await vote('member', id, 1)).status).toBe(204);
    expect((await message(id)).poll.results.answer_counts).toMatchObject([
      { id: 1, count: 1, me_voted: true },
      { id: 2, count: 0, me_voted: false },
    ]);
    await vote('member', id, 2);
    expect(small.heard()).toEqual([
      'MESSAGE_POLL_VOTE_ADD',
      'MESSAGE_POLL_VOTE_REMOVE',
      'MESSAGE_POLL_VOTE_ADD',
    ]);
    expect((await small.bot('GET', `${votes(id)}/2`)).body.users).toMatchObject([{ id: users.member }]);
    await vote('member', id);
    expect((await small.bot('GET', `${votes(id)}/2`)).body.users).toEqual([]);
  });

  it('take several answers only where the poll does, and none that it lacks', async () => {
    const { id } = await create();
    expect((await vote('member', id, 1, 2)).body.code).toBe(50035);
    expect((await vote('member', id, 3)).body.code).toBe(50035);
    const { id: multiple } = await create({ allow_multiselect: true });
    expect((await vote('member', multiple, 1, 2)).status).toBe(204);
    expect((await small.bot('PUT', `${votes(id)}/@me`, { answer_ids: [1] })).status).toBe(403);
  });

  it('end by the clock with a result message, and take no more votes', async () => {
    const { id } = await create();
    await vote('member', id, 2);
    small.sandbox.advance(2 * HOUR - 1000);
    expect((await message(id)).poll.results.is_finalized).toBe(false);
    small.sandbox.advance(2000);
    expect((await message(id)).poll.results.is_finalized).toBe(true);
    const [latest] = (await small.as('member')('GET', `/channels/${general}/messages?limit=1`)).body;
    expect(latest).toMatchObject({
      type: 46,
      message_reference: { message_id: id },
      embeds: [{ type: 'poll_result' }],
    });
    expect(latest.embeds[0].fields).toContainEqual({
      name: 'victor_answer_text',
      value: 'Dark',
      inline: false,
    });
    expect((await vote('other', id, 1)).body.code).toBe(520001);
  });

  it('end early by their author alone, and only once', async () => {
    const { id } = await create();
    const path = `/channels/${general}/polls/${id}/expire`;
    expect((await small.as('admin')('POST', path)).body.code).toBe(50005);
    expect((await small.bot('POST', path)).body.poll.results.is_finalized).toBe(true);
    expect((await small.bot('POST', path)).body.code).toBe(520001);
    const { body: plain } = await small.bot('POST', `/channels/${general}/messages`, { content: 'a' });
    expect((await small.bot('POST', `/channels/${general}/polls/${plain.id}/expire`)).body.code).toBe(520006);
  });

  it('cannot be edited (520003)', async () => {
    const { id } = await create();
    expect(
      (await small.bot('PATCH', `/channels/${general}/messages/${id}`, { content: 'a' })).body.code,
    ).toBe(520003);
  });
});

describe('invites', () => {
  const create = (body: object = {}) => small.as('member')('POST', `/channels/${general}/invites`, body);

  it('let people in, as long as they hold', async () => {
    const { body } = await create({ max_age: 3600, max_uses: 1 });
    expect(body).toMatchObject({ uses: 0, max_uses: 1, inviter: { id: users.member } });
    expect((await small.as('stranger')('GET', `/channels/${general}`)).body.code).toBe(50001);
    small.heard();
    expect((await small.as('stranger')('POST', `/invites/${body.code}`)).status).toBe(200);
    expect(small.heard()).toEqual(['GUILD_MEMBER_ADD']);
    expect((await small.as('stranger')('GET', `/channels/${general}`)).status).toBe(200);
    expect((await small.as('stranger')('GET', `/invites/${body.code}`)).body.code).toBe(10006);
  });

  it('expire by the clock', async () => {
    const { body } = await create({ max_age: 3600 });
    expect(
      (await small.bot('GET', `/invites/${body.code}?with_counts=true`)).body.approximate_member_count,
    ).toBe(8);
    small.sandbox.advance(HOUR);
    expect((await small.bot('GET', `/invites/${body.code}`)).body.code).toBe(10006);
  });

  it('are bounded, listed and taken back by those who manage', async () => {
    expect((await create({ max_age: 604_801, max_uses: 101 })).body.errors).toMatchObject({
      max_age: { _errors: [{ code: 'NUMBER_TYPE_MAX' }] },
      max_uses: { _errors: [{ code: 'NUMBER_TYPE_MAX' }] },
    });
    const { body } = await create();
    expect((await small.as('member')('GET', `/guilds/${guild}/invites`)).body.code).toBe(50013);
    expect((await small.as('admin')('GET', `/guilds/${guild}/invites`)).body).toMatchObject([
      { code: body.code },
    ]);
    expect((await small.as('member')('DELETE', `/invites/${body.code}`)).body.code).toBe(50013);
    expect((await small.as('admin')('DELETE', `/invites/${body.code}`)).status).toBe(200);
    expect((await small.as('admin')('GET', `/channels/${general}/invites`)).body).toEqual([]);
  });
});
