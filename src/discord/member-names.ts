import type { REST } from '@discordjs/rest';
import type { APIGuildMember } from 'discord-api-types/v10';
import { Routes } from 'discord-api-types/v10';
import { sorted } from './messenger.ts';

/** Names cost a request each without the Members intent: enough for a small community, not for a crowd. */
const MOST_NAMES = 300;
const AT_ONCE = 10;

/** What the guild calls these people; without those who left, and without all but the first 300. */
export async function memberNames(
  rest: REST,
  guildId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const waiting = userIds.slice(0, MOST_NAMES);
  const ask = async (): Promise<void> => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const userId = id;
      const member = await sorted<APIGuildMember>(() => rest.get(Routes.guildMember(guildId, userId)));
      if (member.ok) names.set(userId, nameOf(member.value));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return names;
}

function nameOf({ nick, user }: APIGuildMember): string {
  return nick ?? user.global_name ?? user.username;
}
