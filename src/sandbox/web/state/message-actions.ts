import type { Emoji } from '../api/types.ts';
import { attempt, openChannel } from './actions.ts';
import type { Channel, Id, Message } from './model.ts';
import { emojiKey } from './reduce-reactions.ts';
import { channelSet } from './reduce-world.ts';
import type { Session } from './session.ts';
import { uploadsFor } from './uploads.ts';

const emojiPath = (emoji: Emoji): string =>
  encodeURIComponent(emoji.id ? `${emoji.name ?? '_'}:${emoji.id}` : (emoji.name ?? ''));

export function toggleReaction(session: Session, message: Message, emoji: Emoji): Promise<boolean> {
  const own = message.reactions?.some((item) => item.me && emojiKey(item.emoji) === emojiKey(emoji)) ?? false;
  const path = `/channels/${message.channel_id}/messages/${message.id}/reactions/${emojiPath(emoji)}/@me`;
  return attempt(session, 'The reaction did not arrive.', () =>
    session.client.send(own ? 'DELETE' : 'PUT', path),
  );
}

/** Votes in a native poll; no answers takes the vote back. The route is the one real clients use. */
export function votePoll(session: Session, message: Message, answerIds: number[]): Promise<boolean> {
  const path = `/channels/${message.channel_id}/polls/${message.id}/answers/@me`;
  return attempt(session, 'The vote did not arrive.', () =>
    session.client.send('PUT', path, { answer_ids: answerIds.map(String) }),
  );
}

export function startThread(session: Session, message: Message, name: string): Promise<boolean> {
  return attempt(session, 'The thread could not be started.', async () => {
    const path = `/channels/${message.channel_id}/messages/${message.id}/threads`;
    const thread = await session.client.send<Channel>('POST', path, { name, auto_archive_duration: 1440 });
    session.store.set((state) => channelSet(state, thread));
    openChannel(session, thread.id);
  });
}

export interface NewPost {
  title: string;
  content: string;
  tagIds: Id[];
  files: File[];
}

export function createPost(session: Session, forumId: Id, post: NewPost): Promise<boolean> {
  return attempt(session, 'The post could not be made.', async () => {
    const attachments = post.files.map((file, index) => ({ id: String(index), filename: file.name }));
    const body = {
      name: post.title,
      applied_tags: post.tagIds,
      message: { content: post.content, attachments },
    };
    const thread = await session.client.send<Channel>(
      'POST',
      `/channels/${forumId}/threads`,
      body,
      uploadsFor(post.files),
    );
    session.store.set((state) => channelSet(state, thread));
    openChannel(session, thread.id);
  });
}

/** Archived posts and threads are not in READY; they are fetched when their parent is opened. */
export async function loadArchivedThreads(session: Session, parentId: Id): Promise<void> {
  try {
    const path = `/channels/${parentId}/threads/archived/public?limit=50`;
    const answer = await session.client.send<{ threads: Channel[] }>('GET', path);
    session.store.set((state) => answer.threads.reduce(channelSet, state));
  } catch {
    // Without permission to read them there are none to show.
  }
}
