import type { CommunitySeed, SeedGuild } from '../../../src/sandbox/community/seed-types.ts';

/** Everything in a seed that points at something that is not there, in words. Empty when all is well. */
export function danglingReferences(seed: CommunitySeed): string[] {
  const users = new Set(seed.users.map(({ id }) => id));
  const problems = [
    ...(users.has(seed.application.bot_user_id) ? [] : ['the bot is not a user']),
    ...(users.has(seed.application.owner_id) ? [] : ['the application has no owner']),
  ];
  for (const guild of seed.guilds) problems.push(...danglingInGuild(guild, users));
  return problems;
}

function danglingInGuild(guild: SeedGuild, users: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const expect = (known: ReadonlySet<string>, id: string | null | undefined, what: string) => {
    if (id !== null && id !== undefined && !known.has(id)) problems.push(`${guild.name}: ${what} ${id}`);
  };
  const roles = new Set(guild.roles.map(({ id }) => id));
  const channels = new Set(guild.channels.map(({ id }) => id));
  const threads = new Set(guild.threads.map(({ id }) => id));
  const members = new Set(guild.members.map(({ user_id }) => user_id));
  const emojis = new Set(guild.emojis.map(({ id }) => id));
  const tags = new Set(guild.channels.flatMap((channel) => channel.available_tags ?? []).map(({ id }) => id));
  expect(roles, guild.id, '@everyone');
  expect(members, guild.owner_id, 'owner');
  expect(channels, guild.system_channel_id, 'system channel');
  expect(channels, guild.rules_channel_id, 'rules channel');
  expect(channels, guild.public_updates_channel_id, 'updates channel');
  for (const member of guild.members) {
    expect(users, member.user_id, 'member');
    for (const role of member.roles) expect(roles, role, 'role of a member');
  }
  for (const channel of guild.channels) {
    expect(channels, channel.parent_id, 'category');
    for (const { id } of channel.permission_overwrites)
      expect(new Set([...roles, ...members]), id, 'overwrite');
  }
  for (const thread of guild.threads) {
    expect(channels, thread.parent_id, 'parent of a thread');
    for (const id of [thread.owner_id, ...thread.member_ids]) expect(members, id, 'in a thread');
    for (const tag of thread.applied_tags) expect(tags, tag, 'tag');
  }
  const places = new Map(guild.messages.map((message) => [message.id, message.channel_id]));
  for (const message of guild.messages) {
    expect(new Set([...channels, ...threads]), message.channel_id, 'channel of a message');
    expect(members, message.author_id, 'author');
    expect(new Set(places.keys()), message.reply_to, 'answered message');
    if (message.reply_to !== undefined && places.get(message.reply_to) !== message.channel_id) {
      problems.push(`${guild.name}: ${message.id} answers a message of another channel`);
    }
    for (const reaction of message.reactions) {
      expect(emojis, reaction.emoji.id, 'emoji');
      for (const id of reaction.user_ids) expect(members, id, 'reaction of');
    }
  }
  return problems;
}

/** Every id of a seed. A forum post shares its id with its first message, and @everyone with its guild. */
export function allIds(seed: CommunitySeed): string[] {
  return [
    ...seed.users.map(({ id }) => id),
    ...seed.guilds.flatMap((guild) => [
      ...guild.roles.map(({ id }) => id),
      ...guild.channels.map(({ id }) => id),
      ...guild.channels.flatMap((channel) => (channel.available_tags ?? []).map(({ id }) => id)),
      ...guild.emojis.map(({ id }) => id),
      ...guild.messages.map(({ id }) => id),
    ]),
  ];
}
