import { wordsOf } from '../api/client.ts';
import { sandboxNow } from './clock.ts';
import { compareIds, newNonce } from './ids.ts';
import type { Channel, Id, Message } from './model.ts';
import {
  addHistory,
  markRead,
  messageCreated,
  messagesDeleted,
  messagesIn,
  messageUpdated,
  patchChannelMessages,
} from './reduce-messages.ts';
import { channelSet } from './reduce-world.ts';
import type { Session } from './session.ts';
import { uploadsFor } from './uploads.ts';

export const PAGE_SIZE = 50;

/** Loads the newest page, or the page before the oldest one that is there. */
export async function loadHistory(session: Session, channelId: Id, older = false): Promise<void> {
  const now = messagesIn(session.store.get(), channelId);
  if (now.loading || (older && now.reachedStart)) return;
  session.store.set((state) => patchChannelMessages(state, channelId, { loading: true }));
  const oldest = now.list.find((message) => ((message.flags ?? 0) & 64) === 0);
  const before = older && oldest !== undefined ? `&before=${oldest.id}` : '';
  try {
    const page = await session.client.send<Message[]>(
      'GET',
      `/channels/${channelId}/messages?limit=${PAGE_SIZE}${before}`,
    );
    session.store.set((state) => addHistory(state, channelId, page, PAGE_SIZE));
  } catch (error) {
    session.store.set((state) => patchChannelMessages(state, channelId, { loading: false, loaded: true }));
    session.say(`Messages could not be loaded. ${wordsOf(error)}`, 'problem');
  }
}

export function openChannel(session: Session, channelId: Id): void {
  session.store.set((state) => {
    const mark = state.read[channelId];
    const last = state.channels[channelId]?.last_message_id;
    const unread =
      mark !== undefined && last !== undefined && last !== null && compareIds(last, mark.lastId) > 0;
    const newFrom = { ...state.newFrom };
    if (state.channelId !== undefined) delete newFrom[state.channelId];
    if (unread) newFrom[channelId] = mark.lastId;
    return { ...state, channelId, newFrom };
  });
  acknowledge(session, channelId);
}

/** Marks everything in a channel as read, here and on the server. */
export function acknowledge(session: Session, channelId: Id): void {
  const state = session.store.get();
  const last = state.channels[channelId]?.last_message_id;
  const mark = state.read[channelId];
  if (last === undefined || last === null) return;
  if (mark !== undefined && mark.mentions === 0 && compareIds(mark.lastId, last) >= 0) return;
  session.store.set((now) => markRead(now, channelId, last));
  session.client.send('POST', `/channels/${channelId}/messages/${last}/ack`, {}).catch(() => undefined);
}

export interface Outgoing {
  content: string;
  files?: File[];
  replyTo?: Message;
}

function draftMessage(session: Session, channelId: Id, nonce: string, out: Outgoing): Message {
  const me = session.store.get().me ?? { id: '0', username: '' };
  return {
    id: `local-${nonce}`,
    channel_id: channelId,
    type: out.replyTo === undefined ? 0 : 19,
    author: me,
    content: out.content,
    timestamp: new Date(sandboxNow()).toISOString(),
    referenced_message: out.replyTo,
    message_reference: out.replyTo && { message_id: out.replyTo.id, channel_id: channelId },
    local: 'sending',
  };
}

export async function sendMessage(session: Session, channelId: Id, out: Outgoing): Promise<void> {
  const nonce = newNonce();
  const draft = draftMessage(session, channelId, nonce, out);
  session.store.set((state) =>
    patchChannelMessages(state, channelId, { list: [...messagesIn(state, channelId).list, draft] }),
  );
  const body = {
    content: out.content,
    nonce,
    message_reference: out.replyTo && { message_id: out.replyTo.id, channel_id: channelId },
    attachments: out.files?.map((file, index) => ({ id: String(index), filename: file.name })),
  };
  try {
    const message = await session.client.send<Message>(
      'POST',
      `/channels/${channelId}/messages`,
      body,
      uploadsFor(out.files ?? []),
    );
    session.store.set((state) => messageCreated(messagesDeleted(state, channelId, [draft.id]), message));
  } catch (error) {
    const failed = { ...draft, local: 'failed' as const, problem: wordsOf(error) };
    session.store.set((state) => messageUpdated(state, failed));
  }
}

export const forgetDraft = (session: Session, message: Message): void =>
  session.store.set((state) => messagesDeleted(state, message.channel_id, [message.id]));

/** Runs a request whose failure is only worth a sentence. Answers whether it worked. */
export async function attempt(session: Session, what: string, run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    session.say(`${what} ${wordsOf(error)}`, 'problem');
    return false;
  }
}

export function editMessage(session: Session, message: Message, content: string): Promise<boolean> {
  return attempt(session, 'The message could not be changed.', async () => {
    const edited = await session.client.send<Message>(
      'PATCH',
      `/channels/${message.channel_id}/messages/${message.id}`,
      { content },
    );
    session.store.set((state) => messageUpdated(state, edited));
  });
}

export function deleteMessage(session: Session, message: Message): Promise<boolean> {
  return attempt(session, 'The message could not be deleted.', async () => {
    await session.client.send('DELETE', `/channels/${message.channel_id}/messages/${message.id}`);
    session.store.set((state) => messagesDeleted(state, message.channel_id, [message.id]));
  });
}

export function setPinned(session: Session, message: Message, pinned: boolean): Promise<boolean> {
  const path = `/channels/${message.channel_id}/messages/pins/${message.id}`;
  return attempt(session, 'Pinning did not work.', () =>
    session.client.send(pinned ? 'PUT' : 'DELETE', path),
  );
}

export async function listPins(session: Session, channelId: Id): Promise<Message[]> {
  const answer = await session.client.send<Message[] | { items: { message: Message }[] }>(
    'GET',
    `/channels/${channelId}/messages/pins`,
  );
  return Array.isArray(answer) ? answer : answer.items.map((item) => item.message);
}

export async function openDirectMessage(session: Session, userId: Id): Promise<void> {
  await attempt(session, 'The conversation could not be opened.', async () => {
    const channel = await session.client.send<Channel>('POST', '/users/@me/channels', {
      recipient_id: userId,
    });
    session.store.set((state) => channelSet(state, channel));
    openChannel(session, channel.id);
  });
}
