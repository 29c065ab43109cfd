import type { REST } from '@discordjs/rest';
import type { APIGuildMember, APIMessage, APIUser } from 'discord-api-types/v10';
import { Routes } from 'discord-api-types/v10';
import type { Failure, Result } from '../../discord/failure.ts';
import { compareIds } from '../../discord/id-order.ts';
import { sorted } from '../../discord/messenger.ts';
import { type First, NEW_MS } from './model.ts';
import type { LookAt, Looked } from './ports.ts';
import { isAnother, isAnswered } from './rules.ts';

/** Messages are read so far; whoever answers later than that is not found. */
const READ = 100;
/** A newcomer's own reaction, and a bot's, are no answer: who reacted is asked for the first few emoji. */
const MOST_EMOJI = 5;

/**
 * What Discord knows of a first message now, and not what was heard: so an answer counts that came while Hearth was away.
 * Each question is asked only where the one before it found no answer.
 */
export function firstMessageReader({
  rest,
  isStaff,
  firstsAmong,
}: {
  rest: REST;
  isStaff: (guildId: string, userId: string, roleIds: readonly string[]) => boolean;
  /** Which of these messages are the first of somebody new. */
  firstsAmong: (messageIds: readonly string[]) => ReadonlySet<string>;
}): LookAt {
  const messages = (placeId: string, query: Record<string, string>) =>
    sorted<APIMessage[]>(() =>
      rest.get(Routes.channelMessages(placeId), { query: new URLSearchParams(query) }),
    );

  async function isLiked(
    { userId, placeId, messageId }: First,
    message: APIMessage,
  ): Promise<Result<boolean>> {
    for (const { emoji } of (message.reactions ?? []).slice(0, MOST_EMOJI)) {
      const name = emoji.id === null ? (emoji.name ?? '') : `${emoji.name}:${emoji.id}`;
      const route = Routes.channelMessageReaction(placeId, messageId, encodeURIComponent(name));
      const users = known(await sorted<APIUser[]>(() => rest.get(route)), []);
      if (!users.ok) return users;
      if (users.value.some(({ id, bot }) => id !== userId && bot !== true)) return { ok: true, value: true };
    }
    return { ok: true, value: false };
  }

  async function isSpokenTo(first: First, message: APIMessage): Promise<Result<boolean>> {
    const { placeId, messageId, userId } = first;
    const none: APIMessage[] = [];
    const read = async (place: string, query: Record<string, string>) =>
      known(await messages(place, query), none);
    const threadId = message.thread?.id;
    const thread = await (threadId
      ? read(threadId, { limit: String(READ) })
      : { ok: true as const, value: none });
    const after = await read(placeId, { after: messageId, limit: String(READ) });
    const earlier = await read(placeId, { before: messageId, limit: '20' });
    if (!thread.ok) return thread;
    if (!after.ok) return after;
    if (!earlier.ok) return earlier;
    const before = inOrder(earlier.value).findLast((said) => isAnother(said, userId));
    const around = { before, after: inOrder(after.value), thread: thread.value };
    const greetings = firstsAmong(after.value.map(({ id }) => id));
    return { ok: true, value: isAnswered({ ...around, greetings }, first) };
  }

  /** What hinders, where they are no newcomer (any more). */
  async function memberOf({ guildId, userId, at, joinedAt }: First): Promise<Result<Looked>> {
    const member = await sorted<APIGuildMember>(() => rest.get(Routes.guildMember(guildId, userId)));
    if (!member.ok) return without(member.failure);
    // Heard at once, it was known; read later, it is asked now.
    if (joinedAt !== undefined) return { ok: true, value: { finding: 'unanswered', joinedAt } };
    const joined = Date.parse(member.value.joined_at ?? '');
    const isNew = at - joined < NEW_MS && !isStaff(guildId, userId, member.value.roles);
    return { ok: true, value: { finding: isNew ? 'unanswered' : 'not-new', joinedAt: joined } };
  }

  return async (first) => {
    const { placeId, messageId } = first;
    const message = await sorted<APIMessage>(() => rest.get(Routes.channelMessage(placeId, messageId)));
    if (!message.ok) return without(message.failure);
    const member = await memberOf(first);
    if (!member.ok || member.value.finding !== 'unanswered') return member;
    const liked = await isLiked(first, message.value);
    const done = liked.ok && !liked.value ? await isSpokenTo(first, message.value) : liked;
    if (!done.ok) return done;
    return { ok: true, value: { ...member.value, finding: done.value ? 'answered' : 'unanswered' } };
  };
}

const inOrder = (all: readonly APIMessage[]): APIMessage[] => all.toSorted((a, b) => compareIds(a.id, b.id));

/** What Discord does not show is not there; what it could not say just now is asked again, so that nobody is told in vain. */
function known<T>(result: Result<T>, otherwise: T): Result<T> {
  return result.ok || result.failure.kind === 'retry' ? result : { ok: true, value: otherwise };
}

/** What it means that Discord does not show it. */
function without(failure: Failure): Result<Looked> {
  if (failure.kind === 'retry') return { ok: false, failure };
  return { ok: true, value: { finding: failure.kind === 'gone' ? 'gone' : 'hidden' } };
}
