import {
  ChannelType,
  GuildFeature,
  GuildVerificationLevel,
  Locale,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { buildBot } from './build-bot.ts';
import { iso } from './ids.ts';
import type { CommunitySeed, PersonaLabel, SeedChannel, SeedRole, SeedUser } from './seed-types.ts';
import { BOT, EVERYONE } from './texts/house.ts';

/** The ids of the small seed, for tests to name. They stand for instants in January 2024. */
export const SMALL = {
  guild: '1191000000000000001',
  roles: { bot: '1191000000000000011', staff: '1191000000000000012', admin: '1191000000000000013' },
  channels: {
    general: '1191000000000000021',
    polls: '1191000000000000022',
    staff: '1191000000000000023',
  },
  users: {
    bot: '1190000000000000001',
    owner: '1190000000000000002',
    admin: '1190000000000000003',
    moderator: '1190000000000000004',
    member: '1190000000000000005',
    other: '1190000000000000006',
    german: '1190000000000000007',
    newcomer: '1190000000000000008',
    stranger: '1190000000000000009',
  },
} as const;

const FOUNDED = Date.UTC(2024, 0, 1);

/** One guild, three channels, a handful of people, no messages. `stranger` is not a member. For tests. */
export function buildSmallSeed(): CommunitySeed {
  const { users, roles } = SMALL;
  const bot = buildBot(FOUNDED, () => users.bot);
  const member = (userId: string, ...roleIds: string[]) => ({
    user_id: userId,
    nick: null,
    joined_at: iso(FOUNDED),
    roles: roleIds,
  });
  return {
    sample: true,
    application: { ...bot.application, owner_id: users.owner },
    users: [
      bot.user,
      person(users.owner, 'owner', 'Olu Owner'),
      person(users.admin, 'admin', 'Ada Admin', 'Admin'),
      person(users.moderator, 'moderator', 'Mo Moderator', 'Moderator'),
      person(users.member, 'member', 'Mia Member', 'Member'),
      person(users.other, 'other', 'Otto Other', 'Member'),
      { ...person(users.german, 'german', 'Greta German', 'Member'), locale: 'de' },
      person(users.newcomer, 'newcomer', 'Nia Newcomer', 'Newcomer'),
      person(users.stranger, 'stranger', 'Stu Stranger'),
    ],
    guilds: [
      {
        id: SMALL.guild,
        name: 'Small guild (sample)',
        description: 'Sample data for tests',
        owner_id: users.owner,
        features: [GuildFeature.Community],
        preferred_locale: Locale.EnglishUS,
        verification_level: GuildVerificationLevel.None,
        system_channel_id: null,
        rules_channel_id: null,
        public_updates_channel_id: null,
        roles: smallRoles(),
        channels: smallChannels(),
        threads: [],
        members: [
          member(users.bot, roles.bot),
          member(users.owner),
          member(users.admin, roles.admin),
          member(users.moderator, roles.staff),
          member(users.member),
          member(users.other),
          member(users.german),
          member(users.newcomer),
        ],
        emojis: [],
        messages: [],
      },
    ],
  };
}

function person(id: string, username: string, name: string, persona?: PersonaLabel): SeedUser {
  return {
    id,
    username,
    global_name: name,
    discriminator: '0',
    avatar: null,
    bot: false,
    locale: 'en-US',
    ...(persona ? { persona } : {}),
  };
}

function smallRoles(): SeedRole[] {
  const role = (id: string, name: string, position: number, permissions: bigint): SeedRole => ({
    id,
    name,
    color: 0,
    hoist: false,
    position,
    permissions: permissions.toString(),
    managed: false,
    mentionable: false,
  });
  return [
    role(SMALL.guild, '@everyone', 0, EVERYONE),
    { ...role(SMALL.roles.bot, 'Hearth', 1, BOT), managed: true, tags: { bot_id: SMALL.users.bot } },
    role(
      SMALL.roles.staff,
      'Staff',
      2,
      PermissionFlagsBits.ManageMessages | PermissionFlagsBits.ModerateMembers,
    ),
    role(SMALL.roles.admin, 'Admin', 3, PermissionFlagsBits.Administrator),
  ];
}

function smallChannels(): SeedChannel[] {
  const { ViewChannel, SendMessages } = PermissionFlagsBits;
  const overwrite = (id: string, allow: bigint, deny: bigint) => ({
    id,
    type: OverwriteType.Role,
    allow: allow.toString(),
    deny: deny.toString(),
  });
  const channel = (
    id: string,
    name: string,
    position: number,
    overwrites: ReturnType<typeof overwrite>[] = [],
  ) => ({
    id,
    type: ChannelType.GuildText as const,
    name,
    position,
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    permission_overwrites: overwrites,
  });
  return [
    channel(SMALL.channels.general, 'general', 0),
    channel(SMALL.channels.polls, 'polls', 1, [
      overwrite(SMALL.guild, 0n, SendMessages),
      overwrite(SMALL.roles.bot, SendMessages, 0n),
    ]),
    channel(SMALL.channels.staff, 'staff', 2, [
      overwrite(SMALL.guild, 0n, ViewChannel),
      overwrite(SMALL.roles.staff, ViewChannel, 0n),
    ]),
  ];
}
