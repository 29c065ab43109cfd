import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { buildCommunity } from '../../../src/sandbox/community/build-community.ts';
import type {
  SeedChannel,
  SeedGuild,
  SeedMember,
  SeedMessage,
} from '../../../src/sandbox/community/seed-types.ts';
import { allIds, danglingReferences } from './check-seed.ts';

const NOW = Date.UTC(2026, 3, 20, 17, 30);
const DAY = 86_400_000;
const community = buildCommunity({ seed: 7, now: NOW });
const guild = community.guilds[0] as SeedGuild;
const userNamed = (name: string) => community.users.find((user) => user.username === name)?.id ?? '';
const channelNamed = (name: string) => guild.channels.find((channel) => channel.name === name) as SeedChannel;
/** Who wrote a message or reacted to it. */
const involvedIn = (message: SeedMessage) =>
  message.reactions.flatMap((reaction) => reaction.user_ids).concat(message.author_id);
const roleNamed = (name: string) => guild.roles.find((role) => role.name === name);

describe('the sample community', () => {
  test('is the same for the same seed and moment, and another one for another seed', () => {
    expect(buildCommunity({ seed: 7, now: NOW })).toEqual(community);
    expect(buildCommunity({ seed: 8, now: NOW })).not.toEqual(community);
  });

  test('survives JSON, so it can be saved and loaded', () => {
    expect(JSON.parse(JSON.stringify(community))).toEqual(community);
  });

  test.each([1, 7, 99, 4_000_000_000])('names nothing that does not exist, seed %i', (seed) => {
    expect(danglingReferences(buildCommunity({ seed, now: NOW }))).toEqual([]);
  });

  test('gives no id twice', () => {
    const ids = allIds(community);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('says on its face that it is sample data', () => {
    const notes = guild.messages.filter((message) => message.pinned);
    expect(community.sample).toBe(true);
    expect(`${guild.name} ${guild.description}`).toMatch(/sample/i);
    expect(notes.map((note) => note.content).join()).toMatch(/Sample data.*invented/);
    expect(notes[0]?.channel_id).toBe(channelNamed('welcome').id);
  });

  test('has about 60 people, all with different names, and one persona of each kind', () => {
    const people = community.users.filter((user) => !user.bot);
    expect(people.length).toBeGreaterThanOrEqual(55);
    expect(people.length).toBeLessThanOrEqual(65);
    expect(new Set(people.map((user) => user.username)).size).toBe(people.length);
    expect(new Set(people.map((user) => user.persona))).toEqual(
      new Set([undefined, 'Member', 'Moderator', 'Admin', 'Newcomer', 'Guest']),
    );
  });

  test('talks for 12 weeks up to now, in every week, and never in the future', () => {
    const times = guild.messages.map((message) => Date.parse(message.timestamp));
    const weeks = new Set(times.map((time) => Math.floor((NOW - time) / (7 * DAY))));
    expect(guild.messages.length).toBeGreaterThan(450);
    expect(guild.messages.length).toBeLessThan(1500);
    expect([...weeks].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(Math.max(...times)).toBeLessThanOrEqual(NOW);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  test('has nobody talk or react before they joined', () => {
    const joined = new Map(guild.members.map((member) => [member.user_id, Date.parse(member.joined_at)]));
    const early = guild.messages.filter((message) =>
      involvedIn(message).some((id) => (joined.get(id) ?? Infinity) > Date.parse(message.timestamp)),
    );
    expect(early).toEqual([]);
  });

  test('has ids that agree with their instants', () => {
    const off = guild.messages.filter(
      (message) => Number(BigInt(message.id) >> 22n) + 1_420_070_400_000 !== Date.parse(message.timestamp),
    );
    expect(off).toEqual([]);
  });

  test('has talkers, occasional writers and silent readers', () => {
    const counts = community.users
      .filter((user) => !user.bot)
      .map(
        (user) => guild.messages.filter((message) => message.author_id === user.id && !message.joined).length,
      );
    const silent = counts.filter((count) => count === 0).length;
    expect(Math.max(...counts)).toBeLessThan(guild.messages.length * 0.15);
    expect(silent).toBeGreaterThanOrEqual(5);
    expect(silent).toBeLessThan(25);
  });

  test('answers, reacts and opens threads; ideas are forum posts with tags', () => {
    const forum = channelNamed('ideas');
    const startsItself = (id: string) =>
      guild.messages.some((message) => message.id === id && message.channel_id === id);
    const posts = guild.threads.filter((thread) => thread.parent_id === forum.id);
    expect(forum.type).toBe(ChannelType.GuildForum);
    expect(posts.length).toBeGreaterThanOrEqual(10);
    expect(posts.every((post) => post.applied_tags.length > 0)).toBe(true);
    expect(posts.filter((post) => !startsItself(post.id))).toEqual([]);
    expect(guild.threads.length).toBeGreaterThan(posts.length);
    expect(guild.messages.filter((message) => message.reply_to).length).toBeGreaterThan(50);
    expect(guild.messages.filter((message) => message.reactions.length > 0).length).toBeGreaterThan(120);
  });

  test('starts a thread under a message that stands in its channel', () => {
    const forum = channelNamed('ideas').id;
    const starters = guild.threads
      .filter((thread) => thread.parent_id !== forum)
      .map(
        (thread) =>
          guild.messages.find((message) => message.id === thread.id)?.channel_id === thread.parent_id,
      );
    expect(starters.length).toBeGreaterThan(0);
    expect(starters).not.toContain(false);
  });

  test('never names a reaction by nobody', () => {
    const reactions = guild.messages.flatMap((message) => message.reactions);
    expect(reactions.filter((reaction) => reaction.user_ids.length === 0)).toEqual([]);
  });
});

describe('the permissions of the sample community', () => {
  test('give the bot exactly the documented least', () => {
    const role = guild.roles.find((role) => role.tags?.bot_id === community.application.bot_user_id);
    expect(role?.permissions).toBe('563259191184384');
    expect(role?.managed).toBe(true);
  });

  test('let nobody but admins administrate, and nobody mention everyone by default', () => {
    const bits = (name: string) => BigInt(roleNamed(name)?.permissions ?? 0);
    expect(
      guild.roles.filter((role) => BigInt(role.permissions) & P.Administrator).map((role) => role.name),
    ).toEqual(['Admin']);
    expect(bits('@everyone') & (P.MentionEveryone | P.ManageMessages | P.ManageGuild)).toBe(0n);
    expect(bits('Moderator') & P.ManageMessages).toBe(P.ManageMessages);
  });

  test('hide the staff room from everyone but staff, and the bot from it', () => {
    const overwrites = channelNamed('staff-only').permission_overwrites;
    const of = (id: string | undefined) => overwrites.find((overwrite) => overwrite.id === id);
    expect(BigInt(of(guild.id)?.deny ?? 0) & P.ViewChannel).toBe(P.ViewChannel);
    expect(BigInt(of(roleNamed('Moderator')?.id)?.allow ?? 0) & P.ViewChannel).toBe(P.ViewChannel);
    expect(of(roleNamed('Hearth')?.id)).toBeUndefined();
  });

  test('keep staff talk and staff reactions among staff', () => {
    const staffRoles = new Set(['Moderator', 'Roastery Team', 'Admin'].map((name) => roleNamed(name)?.id));
    const isStaff = (member: SeedMember) => member.roles.some((id) => staffRoles.has(id));
    const staff = new Set(guild.members.filter(isStaff).map((member) => member.user_id));
    const room = channelNamed('staff-only').id;
    const involved = guild.messages.flatMap((message) =>
      message.channel_id === room ? involvedIn(message) : [],
    );
    expect(involved.length).toBeGreaterThan(10);
    expect(involved.filter((id) => !staff.has(id))).toEqual([]);
  });

  test('put the owner, the moderator and the guest where their labels say', () => {
    const rolesOf = (name: string) =>
      guild.members
        .find((member) => member.user_id === userNamed(name))
        ?.roles.map((id) => guild.roles.find((role) => role.id === id)?.name);
    expect(guild.owner_id).toBe(userNamed('ines.morningfox'));
    expect(rolesOf('tomasz.w')).toEqual(['Moderator']);
    expect(rolesOf('sam_visits')).toEqual(['Guest']);
    expect(rolesOf('priya.n')).toEqual([]);
  });
});
