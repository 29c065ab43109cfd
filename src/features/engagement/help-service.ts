import type {
  GatewayMessageCreateDispatchData,
  GatewayMessageReactionAddDispatchData,
} from 'discord-api-types/v10';
import { MessageType } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import { recentIds } from '../../discord/recent-ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Timers } from '../../platform/timers.ts';
import type { Help, HelpRepository } from './help-repository.ts';
import { dayOf } from './rules.ts';

export interface HelpCount {
  /** Any gateway event. Hot path: no write; it is written down later. Never throws. */
  hear(event: string, data: unknown): void;
  /** Who got replies or reactions since then (UTC ms, whole days), written down or not. */
  since(guildId: string, from: number, now: number): readonly Omit<Help, 'guildId'>[];
  /** Writes down all that waits; resolves when that is done or failed. What failed goes on waiting. */
  flush(): Promise<void>;
  /** What waits of somebody who is not to be counted. */
  forget(guildId: string, userId: string): void;
  /** A write. Forgets days older than 31; returns how many rows went. */
  purge(now: number): number;
}

/** Real ms. */
const flushAfterMs = 1_000;
const keptDays = 31;
const DAY = 86_400_000;
/** What a RESUME may repeat is counted once. */
const remembered = 5_000;
const knownBots = 1_000;

/** Counts whom others answer or react to; of messages it reads who wrote to whom, and never their text. */
export function createHelpCount(parts: {
  repository: HelpRepository;
  /** Who asked not to be counted. */
  isPaused: (guildId: string, userId: string) => boolean;
  writer: Writer;
  clock: Clock;
  timers: Timers;
  log: Logger;
  ownId: () => string;
}): HelpCount {
  const { repository, isPaused, writer, clock, timers, log, ownId } = parts;
  const heardOf = recentIds(remembered);
  const bots = new Set<string>();
  let waiting = new Map<string, Help & { day: number }>();
  let flushing: Promise<void> | undefined;
  let flushesSoon = false;

  const add = (help: Help & { day: number }): void => {
    const { day, guildId, userId, replies, reactions } = help;
    const key = `${day}:${guildId}:${userId}`;
    const known = waiting.get(key) ?? { replies: 0, reactions: 0 };
    const sums = { replies: known.replies + replies, reactions: known.reactions + reactions };
    waiting.set(key, { ...help, ...sums });
  };

  const count = (guildId: string, userId: string, what: 'replies' | 'reactions'): void => {
    if (bots.has(userId) || userId === ownId()) return;
    add({ day: dayOf(clock.now()), guildId, userId, replies: 0, reactions: 0, [what]: 1 });
    if (flushesSoon) return;
    flushesSoon = true;
    timers.after(flushAfterMs, () => {
      flushesSoon = false;
      void flush();
    });
  };

  const onMessage = ({
    id,
    guild_id: guildId,
    author,
    type,
    ...rest
  }: GatewayMessageCreateDispatchData): void => {
    if (author.bot) {
      if (bots.size < knownBots) bots.add(author.id);
      return;
    }
    const to = rest.referenced_message?.author;
    if (guildId === undefined || type !== MessageType.Reply || !to || to.bot || to.id === author.id) return;
    if (heardOf.add(id)) count(guildId, to.id, 'replies');
  };

  const onReaction = (data: GatewayMessageReactionAddDispatchData): void => {
    const { guild_id: guildId, message_id: id, user_id: by, message_author_id: to, emoji, member } = data;
    if (guildId === undefined || to === undefined || to === by || member?.user.bot === true) return;
    if (heardOf.add(`${id}:${by}:${emoji.id ?? emoji.name}`)) count(guildId, to, 'reactions');
  };

  /** False: it could not be written, and waits with what came meanwhile. */
  const save = async (): Promise<boolean> => {
    const batch = [...waiting.values()];
    waiting = new Map();
    try {
      await writer.write(() => {
        for (const each of batch) if (!isPaused(each.guildId, each.userId)) repository.add(each);
      });
      return true;
    } catch (error) {
      batch.forEach(add);
      log.warn({ err: error, people: batch.length }, 'who was answered could not be noted yet');
      return false;
    }
  };

  /** Also what came while it was written: at the end of the process there is no later. */
  const saveAll = async (): Promise<void> => {
    let goesOn = waiting.size > 0;
    while (goesOn) goesOn = (await save()) && waiting.size > 0;
  };

  const flush = (): Promise<void> => {
    // Not within `saveAll`: where nothing waits it ends before its promise is kept here.
    flushing ??= saveAll().finally(() => {
      flushing = undefined;
    });
    return flushing;
  };

  return {
    hear(event, data) {
      if (event === 'MESSAGE_CREATE') onMessage(data as GatewayMessageCreateDispatchData);
      if (event === 'MESSAGE_REACTION_ADD') onReaction(data as GatewayMessageReactionAddDispatchData);
    },
    since(guildId, from, now) {
      const first = dayOf(from);
      const days = Array.from({ length: dayOf(now) - first + 1 }, (_, index) => first + index);
      const people = new Map(repository.onDays(guildId, days).map((each) => [each.userId, each]));
      for (const { day, guildId: at, userId, replies, reactions } of waiting.values()) {
        if (at !== guildId || day < first || isPaused(guildId, userId)) continue;
        const known = people.get(userId) ?? { userId, replies: 0, reactions: 0 };
        people.set(userId, {
          userId,
          replies: known.replies + replies,
          reactions: known.reactions + reactions,
        });
      }
      return [...people.values()];
    },
    flush,
    forget(guildId, userId) {
      for (const [key, each] of waiting) {
        if (each.guildId === guildId && each.userId === userId) waiting.delete(key);
      }
    },
    purge: (now) => repository.deleteBefore(dayOf(now - keptDays * DAY)),
  };
}
