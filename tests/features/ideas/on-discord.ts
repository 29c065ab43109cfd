import { type APIMessage, ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import * as fc from 'fast-check';
import { forums } from '../../../src/discord/forum.ts';
import { liveEditor } from '../../../src/discord/live-editor.ts';
import { giveRole } from '../../../src/discord/member-roles.ts';
import { ideaMessages } from '../../../src/features/ideas/messages.ts';
import type { Idea, IdeaSettings, Merge, ReviewCase } from '../../../src/features/ideas/model.ts';
import type { ImageFile, Roadmap } from '../../../src/features/ideas/ports.ts';
import { defaultIdeaSettings } from '../../../src/features/ideas/settings-rules.ts';
import type { Trouble } from '../../../src/features/ideas/trouble.ts';
import { translatorFor } from '../../../src/i18n/translator.ts';
import { systemTimers } from '../../../src/platform/timers.ts';
import { SMALL } from '../../../src/sandbox/community/build-small-seed.ts';
import { as, kit, localDiscord } from '../../discord/sandbox-bot.ts';
import { memoryLog } from '../../discord/support.ts';
import { anyIdea } from './any-idea.ts';

const { ManageChannels, ManageThreads, ManageRoles, PinMessages } = PermissionFlagsBits;
/** What ideas need beyond what polls need. */
export const everything = ManageChannels | ManageThreads | ManageRoles | PinMessages;

/** The messages of ideas against a local Discord, with ideas that a test holds in its hands. */
export async function onDiscord(options: { permissions?: bigint; settings?: Partial<IdeaSettings> } = {}) {
  const discord = await localDiscord();
  const hearth = kit(discord);
  await hearth.connection.connect();
  const { admin, owner, bot } = SMALL.users;
  const admins = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await as(discord, owner, method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };
  const allow = async (more: bigint) => {
    const roles = await admins<{ id: string; permissions: string }[]>('GET', `/guilds/${SMALL.guild}/roles`);
    const own = roles.find(({ id }) => id === SMALL.roles.bot);
    const permissions = String(BigInt(own?.permissions ?? 0) | more);
    await admins('PATCH', `/guilds/${SMALL.guild}/roles/${SMALL.roles.bot}`, { permissions });
  };
  await allow(options.permissions ?? everything);
  const forum = await admins<{ id: string }>('POST', `/guilds/${SMALL.guild}/channels`, {
    name: 'ideas',
    type: ChannelType.GuildForum,
  });

  const settings: IdeaSettings = {
    ...defaultIdeaSettings,
    channelId: forum.id,
    channelKind: 'forum',
    staffChannelId: SMALL.channels.polls,
    boardChannelId: SMALL.channels.general,
    ledgerChannelId: SMALL.channels.general,
    categories: [{ key: 'beans', name: 'Beans', emoji: '🫘' }],
    ...options.settings,
  };
  const held = {
    ideas: new Map<number, Idea>(),
    reviews: new Map<number, ReviewCase>(),
    merges: new Map<number, Merge>(),
    images: new Map<number, ImageFile[]>(),
    roadmap: { planned: [], inProgress: [], shipped: [] } as Roadmap,
  };
  const troubles: Trouble[] = [];
  const { messenger, connection } = hearth;
  const { rest, restOnce, ownId } = connection;
  const { clock } = discord;
  const live = liveEditor({
    messenger,
    clock,
    timers: systemTimers,
    log: memoryLog().log,
    onFailure: () => {},
  });
  const messages = ideaMessages({
    ideas: {
      ideaOf: (id) => held.ideas.get(id),
      caseOf: (id) => held.reviews.get(id),
      mergeById: (id) => held.merges.get(id),
      roadmap: () => held.roadmap,
    },
    work: { images: (id) => held.images.get(id) ?? [] },
    messenger,
    forums: forums({ rest, restOnce, ownId }),
    live,
    giveRole: (gift) => giveRole(rest, gift),
    clock,
    guildT: () => translatorFor('en'),
    settingsOf: () => settings,
    noticesChannelOf: () => undefined,
    staffRoleOf: () => SMALL.roles.staff,
    report: (trouble) => void troubles.push(trouble),
  });

  const change = (id: number, over: Partial<Idea>): Idea => {
    const idea = { ...held.ideas.get(id)!, ...over };
    held.ideas.set(id, idea);
    return idea;
  };
  return {
    discord,
    messages,
    settings,
    held,
    troubles,
    forumId: forum.id,
    admins,
    allow,
    botId: bot,
    adminId: admin,
    live,
    /** An idea that gathers, not yet posted. */
    idea: (over: Partial<Idea> = {}): Idea => {
      const [any] = fc.sample(anyIdea, { numRuns: 1, seed: 11 });
      const idea = { ...any!, ...plainIdea, ...over };
      held.ideas.set(idea.id, idea);
      return idea;
    },
    change,
    thread: (id: string) =>
      admins<{ name: string; applied_tags: string[]; thread_metadata: { archived: boolean } }>(
        'GET',
        `/channels/${id}`,
      ),
    tagNames: async (threadId: string) => {
      const { available_tags: tags } = await admins<{ available_tags: { id: string; name: string }[] }>(
        'GET',
        `/channels/${forum.id}`,
      );
      const { applied_tags: applied } = await admins<{ applied_tags?: string[] }>(
        'GET',
        `/channels/${threadId}`,
      );
      return (applied ?? []).map((id) => tags.find((tag) => tag.id === id)?.name);
    },
    history: (channelId: string) => admins<APIMessage[]>('GET', `/channels/${channelId}/messages?limit=100`),
    posts: async () => {
      const { threads } = await admins<{ threads: { id: string; name: string; parent_id: string }[] }>(
        'GET',
        `/guilds/${SMALL.guild}/threads/active`,
      );
      return threads.filter(({ parent_id }) => parent_id === forum.id);
    },
  };
}

export type OnDiscord = Awaited<ReturnType<typeof onDiscord>>;

const plainIdea = {
  id: 1,
  guildId: SMALL.guild,
  number: 12,
  authorId: SMALL.users.member,
  anonymous: false,
  suggestedBy: undefined,
  consent: 'none',
  title: 'Oat milk in the subscription',
  body: 'Let us choose oat milk.',
  problem: 'Some take none from cows.',
  category: 'beans',
  status: 'gathering',
  deadline: Date.UTC(2027, 0, 1),
  rungs: [{ goal: 14, days: 14 }],
  reached: 0,
  supporters: 9,
  basis: { active: 58, days: 28, counted: 'used-hearth' },
  reason: undefined,
  mergedInto: undefined,
  channelId: undefined,
  messageId: undefined,
  threadId: undefined,
  imageNames: [],
  updates: [],
  chances: 0,
} as const satisfies Partial<Idea>;
