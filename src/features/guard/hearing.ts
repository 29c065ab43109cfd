import type {
  GatewayGuildCreateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageReactionAddDispatchData,
} from 'discord-api-types/v10';
import { recentIds } from '../../discord/recent-ids.ts';
import { snowflakeTime } from '../../discord/snowflake.ts';
import type { NewFirst } from './first-repository.ts';
import { type First, NEW_MS } from './model.ts';
import { answersDirectly, isAnother } from './rules.ts';

/** Newcomers whose first message was kept lately. */
const REMEMBERED = 20_000;

export interface GuardHearing {
  /** Whether anybody looks after newcomers of that server. */
  isOn: (guildId: string) => boolean;
  isStaff: (guildId: string, userId: string, roleIds: readonly string[]) => boolean;
  /** What greeters know of and nobody has answered. */
  open: () => readonly First[];
  /** Keeps it. */
  notice: (first: NewFirst) => void;
  /** Something happened to one, or (undefined) to any in that server. */
  lookAgain: (guildId: string, messageId: string | undefined) => void;
}

/** Hears first messages, and what happens to those without an answer. Hot path: mostly nothing. Never throws. */
export function guardHearing(deps: GuardHearing): (event: string, data: unknown) => void {
  const { isOn, isStaff, open, notice, lookAgain } = deps;
  const known = recentIds(REMEMBERED);

  const newcomer = (raw: GatewayMessageCreateDispatchData): void => {
    const { guild_id: guildId, author, member, id: messageId, channel_id: placeId } = raw;
    if (guildId === undefined || !member?.joined_at || !isAnother(raw, '')) return;
    const at = snowflakeTime(messageId);
    const joinedAt = Date.parse(member.joined_at);
    // Most have been there for long: they cost no look into the settings.
    if (!(at - joinedAt < NEW_MS) || !isOn(guildId) || isStaff(guildId, author.id, member.roles)) return;
    if (!known.add(`${guildId}:${author.id}`)) return;
    notice({ guildId, userId: author.id, placeId, messageId, at, joinedAt });
  };
  const about = (is: (first: First) => boolean): void => {
    for (const first of open()) if (is(first)) lookAgain(first.guildId, first.messageId);
  };

  const heard: Readonly<Record<string, (data: never) => void>> = {
    MESSAGE_CREATE(raw: GatewayMessageCreateDispatchData) {
      newcomer(raw);
      about((first) => answersDirectly(raw, raw.channel_id, first));
    },
    MESSAGE_REACTION_ADD: ({
      message_id: id,
      user_id: userId,
      member,
    }: GatewayMessageReactionAddDispatchData) =>
      about((first) => first.messageId === id && first.userId !== userId && member?.user.bot !== true),
    MESSAGE_DELETE: ({ id }: { id: string }) => about(({ messageId }) => messageId === id),
    MESSAGE_DELETE_BULK: ({ ids }: { ids: string[] }) => about(({ messageId }) => ids.includes(messageId)),
    CHANNEL_DELETE: ({ id }: { id: string }) => about(({ placeId }) => placeId === id),
    THREAD_DELETE: ({ id }: { id: string }) => about(({ placeId }) => placeId === id),
    GUILD_CREATE({ id, unavailable }: GatewayGuildCreateDispatchData) {
      if (unavailable !== true) lookAgain(id, undefined);
    },
  };
  return (event, data) => heard[event]?.(data as never);
}
