import { ChannelType, ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import type { Resident } from './build-people.ts';
import { talkTime } from './calendar.ts';
import type { Audience, Cast } from './cast.ts';
import { iso } from './ids.ts';
import type { Prng } from './prng.ts';
import type { Block, Line } from './script.ts';
import type { SeedChannel, SeedMessage, SeedThread } from './seed-types.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Where blocks are played: the stage collects what is said. Instants in UTC ms. */
export interface Stage {
  cast: Cast;
  random: Prng;
  snowflake: (at: number) => string;
  from: number;
  /** Nothing is said after this. */
  to: number;
  messages: SeedMessage[];
  threads: SeedThread[];
}

/** Plays blocks in their order, spread over the stage's time, most of them in the evening. */
export function play(stage: Stage, channel: SeedChannel, blocks: readonly Block[], audience: Audience): void {
  const step = (stage.to - stage.from) / blocks.length;
  blocks.forEach((block, index) => {
    const day = stage.from + step * index + stage.random.between(0, Math.floor(step * 0.7));
    const start = Math.max(stage.from, talkTime(day, stage.random));
    playBlock(stage, channel, block, Math.min(start, stage.to - HOUR), audience);
  });
}

/** Plays one block from an instant on. */
export function playBlock(
  stage: Stage,
  channel: SeedChannel,
  block: Block,
  start: number,
  audience: Audience,
): void {
  const speakerOf = stage.cast.forBlock(start);
  const isPost = channel.type === ChannelType.GuildForum;
  const said: { line: Line; message: SeedMessage }[] = [];
  let thread: SeedThread | undefined;
  let at = start;
  block.lines.forEach((line, index) => {
    const author = speakerOf(line.speaker);
    const id = stage.snowflake(at);
    if (block.title !== undefined && index === (isPost ? 0 : 1)) {
      thread = openThread(channel, block, { id: isPost ? id : (said[0]?.message.id ?? id), at, author });
      stage.threads.push(thread);
    }
    const earlier = said.findLast(
      (entry) => line.answers !== undefined && entry.line.speaker === line.answers,
    );
    const message = speak(id, thread?.id ?? channel.id, author, line, at);
    message.reactions = stage.cast.reactions(line.reactions, author, at, audience);
    if (earlier?.message.channel_id === message.channel_id) message.reply_to = earlier.message.id;
    said.push({ line, message });
    stage.messages.push(message);
    if (thread && !thread.member_ids.includes(author.user.id)) thread.member_ids.push(author.user.id);
    at += pause(stage, at, block, block.lines.length - index);
  });
  if (thread) thread.archived = at < stage.to - 7 * DAY;
}

function speak(id: string, channelId: string, author: Resident, line: Line, at: number): SeedMessage {
  return {
    id,
    channel_id: channelId,
    author_id: author.user.id,
    content: line.text,
    timestamp: iso(at),
    pinned: line.text.startsWith('📌'),
    reactions: [],
  };
}

function openThread(
  channel: SeedChannel,
  block: Block,
  starter: { id: string; at: number; author: Resident },
): SeedThread {
  const tagIds = block.tags.map((name) => {
    const tag = channel.available_tags?.find((tag) => tag.name === name);
    if (!tag) throw new Error(`${channel.name} has no tag ${name}`);
    return tag.id;
  });
  return {
    id: starter.id,
    type: ChannelType.PublicThread,
    parent_id: channel.id,
    name: block.title ?? '',
    owner_id: starter.author.user.id,
    created_at: iso(starter.at),
    archived: false,
    locked: false,
    auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
    applied_tags: tagIds,
    member_ids: [],
  };
}

/** Minutes between lines, hours in threads and posts, and never so long that the block outlives the stage. */
function pause(stage: Stage, at: number, block: Block, linesLeft: number): number {
  const longest = block.title === undefined ? 14 * MINUTE : 9 * HOUR;
  const wanted = stage.random.between(MINUTE, longest);
  return Math.max(1, Math.min(wanted, Math.floor((stage.to - at) / (linesLeft + 1))));
}
