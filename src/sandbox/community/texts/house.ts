import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { SeedChannelType } from '../seed-types.ts';

/** What everybody may do: Discord's defaults without mentioning @everyone. */
export const EVERYONE =
  P.ViewChannel |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.CreatePublicThreads |
  P.EmbedLinks |
  P.AttachFiles |
  P.AddReactions |
  P.UseExternalEmojis |
  P.ReadMessageHistory |
  P.ChangeNickname |
  P.CreateInstantInvite |
  P.UseApplicationCommands |
  P.SendPolls |
  P.Connect |
  P.Speak |
  P.Stream |
  P.UseVAD |
  P.RequestToSpeak;

/**
 * The least that Hearth’s core needs: view, send, embed, attach, read history, public threads, send in
 * threads, polls. The same number as in the invite link of the README.
 */
export const BOT =
  P.ViewChannel |
  P.SendMessages |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.CreatePublicThreads |
  P.SendMessagesInThreads |
  P.SendPolls;

const MODERATOR =
  P.ManageMessages | P.PinMessages | P.ManageThreads | P.ModerateMembers | P.KickMembers | P.ManageNicknames;
const TEAM = P.MentionEveryone | P.CreateEvents | P.ManageEvents | P.PinMessages | P.PrioritySpeaker;

export type RoleKey = 'guest' | 'taster' | 'barista' | 'bot' | 'moderator' | 'team' | 'admin';

/** From the lowest to the highest, above @everyone. */
export const ROLES: readonly {
  key: RoleKey;
  name: string;
  color: number;
  permissions: bigint;
  hoist?: true;
}[] = [
  { key: 'guest', name: 'Guest', color: 0x95a5a6, permissions: 0n },
  { key: 'taster', name: 'Roast Taster', color: 0xc27c0e, permissions: 0n },
  { key: 'barista', name: 'Home Barista', color: 0x2e8b57, permissions: 0n },
  { key: 'bot', name: 'Hearth', color: 0xe8743b, permissions: BOT },
  { key: 'moderator', name: 'Moderator', color: 0x3498db, permissions: MODERATOR, hoist: true },
  { key: 'team', name: 'Roastery Team', color: 0xa0522d, permissions: TEAM, hoist: true },
  { key: 'admin', name: 'Admin', color: 0xe74c3c, permissions: P.Administrator, hoist: true },
];

/** `read-only`: only the team writes. `no-guests`: guests do not see it. `staff`: moderators and the team. */
export type Access = 'everyone' | 'read-only' | 'no-guests' | 'staff';

export interface ChannelPlan {
  name: string;
  type: SeedChannelType;
  topic?: string;
  access: Access;
  /** What the bot gets on top of its role; without it, it has what everyone has here. */
  bot?: bigint;
}

const text = (name: string, topic: string, access: Access = 'everyone', bot?: bigint): ChannelPlan => ({
  name,
  type: ChannelType.GuildText,
  topic,
  access,
  ...(bot === undefined ? {} : { bot }),
});

export const CATEGORIES: readonly { name: string; channels: readonly ChannelPlan[] }[] = [
  {
    name: 'Come in',
    channels: [
      text(
        'welcome',
        'What this place is, and what is where. Sample data: nobody here is real.',
        'read-only',
      ),
      {
        name: 'announcements',
        type: ChannelType.GuildAnnouncement,
        topic: 'News from the roastery',
        access: 'read-only',
      },
      text('introductions', 'Who are you, and what is in your cup?'),
    ],
  },
  {
    name: 'Coffee bar',
    channels: [
      text('general', 'Anything, kindly'),
      text('brew-talk', 'Recipes, questions, morning cups'),
      text('gear', 'Grinders, kettles, water, filters'),
    ],
  },
  {
    name: 'The roastery',
    channels: [
      text('roast-feedback', 'Tell us what you taste', 'no-guests'),
      {
        name: 'ideas',
        type: ChannelType.GuildForum,
        topic: 'What should we make or change?',
        access: 'no-guests',
      },
      text(
        'polls',
        'Two taps, and you see what came of it',
        'read-only',
        P.SendMessages | P.CreatePublicThreads,
      ),
      text('events', 'Cuppings, brew-alongs, AMAs'),
    ],
  },
  {
    name: 'Behind the bar',
    channels: [
      text('staff-only', 'Moderators and the team', 'staff'),
      text('hearth-notices', 'What Hearth wants the team to know', 'staff', P.ViewChannel),
    ],
  },
  {
    name: 'Out loud',
    channels: [
      { name: 'Coffee break', type: ChannelType.GuildVoice, access: 'everyone' },
      { name: 'Tasting table', type: ChannelType.GuildStageVoice, access: 'everyone' },
    ],
  },
];

/** The guild's own emojis. */
export const EMOJIS: readonly string[] = ['fox', 'crema', 'cupping'];
