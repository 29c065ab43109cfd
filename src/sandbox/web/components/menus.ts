import type { Command } from '../api/command-types.ts';
import type { Message } from '../api/types.ts';
import { deleteMessage, openDirectMessage, setPinned } from '../state/actions.ts';
import { DM_INDEX, loadCommands, runCommand } from '../state/interaction-actions.ts';
import { has, P, permissionsIn } from '../state/permissions.ts';
import { isEphemeral, nameOf } from '../state/selectors.ts';
import type { Session } from '../state/session.ts';
import { focusComposer, insertText } from './composer-bus.ts';
import { dialogs } from './dialog-store.ts';
import { type Anchor, type MenuItem, openMenu } from './menu-store.ts';

function appItems(session: Session, channelId: string, type: 2 | 3, targetId: string): MenuItem[] {
  const state = session.store.get();
  const index = state.commands[state.channels[channelId]?.guild_id ?? DM_INDEX];
  const matching = (index?.application_commands ?? []).filter((command) => command.type === type);
  return matching.map((command: Command, position) => ({
    label: command.name,
    icon: 'apps' as const,
    heading: position === 0 ? 'Apps' : undefined,
    run: () =>
      void runCommand(session, channelId, { command, options: [], targetId, fullName: command.name }),
  }));
}

function ownItems(session: Session, message: Message): MenuItem[] {
  const state = session.store.get();
  const bits = permissionsIn(state, state.channels[message.channel_id]);
  const mine = message.author.id === state.me?.id;
  const items: MenuItem[] = [];
  const inGuild = state.channels[message.channel_id]?.guild_id !== undefined;
  if (mine) items.push({ label: 'Edit message', icon: 'edit', run: () => dialogs.edit(message) });
  if (!inGuild || has(bits, P.PinMessages) || has(bits, P.ManageMessages)) {
    const pinned = message.pinned === true;
    items.push({
      label: pinned ? 'Unpin message' : 'Pin message',
      icon: 'pin',
      run: () => void setPinned(session, message, !pinned),
    });
  }
  if (inGuild && message.thread === undefined && has(bits, P.CreatePublicThreads)) {
    items.push({ label: 'Start thread', icon: 'thread', run: () => dialogs.thread(message) });
  }
  items.push({ label: 'Copy message ID', icon: 'copy', run: () => copy(session, message.id, 'Message ID') });
  if (mine || has(bits, P.ManageMessages)) {
    items.push({ label: 'Delete message', icon: 'trash', danger: true, run: () => dialogs.delete(message) });
  }
  return items;
}

function copy(session: Session, text: string, what: string): void {
  navigator.clipboard.writeText(text).then(
    () => session.say(`${what} copied: ${text}`),
    () => session.say(`${what}: ${text}`),
  );
}

function replyItem(session: Session, message: Message): MenuItem {
  return { label: 'Reply', icon: 'reply', run: () => startReply(session, message) };
}

export function startReply(session: Session, message: Message): void {
  session.store.set((state) => ({ ...state, replyTo: { ...state.replyTo, [message.channel_id]: message } }));
  focusComposer();
}

/** Opens at once with what is known, and refreshes the Apps part when the commands arrive. */
export async function openMessageMenu(session: Session, message: Message, anchor: Anchor): Promise<void> {
  const place = anchor instanceof Element ? anchor.getBoundingClientRect() : undefined;
  const at =
    place === undefined ? (anchor as { x: number; y: number }) : { x: place.left, y: place.bottom + 4 };
  if (isEphemeral(message)) {
    const dismiss: MenuItem = {
      label: 'Dismiss message',
      icon: 'close',
      run: () => void deleteMessage(session, message),
    };
    openMenu('Message actions', [dismiss], at);
    return;
  }
  await loadCommands(session, message.channel_id);
  const apps = appItems(session, message.channel_id, 3, message.id);
  const react: MenuItem = { label: 'Add reaction', icon: 'smile', run: () => dialogs.react(message, at) };
  openMenu(
    'Message actions',
    [react, replyItem(session, message), ...ownItems(session, message), ...apps],
    at,
  );
}

export async function openUserMenu(session: Session, userId: string, anchor: Anchor): Promise<void> {
  const place = anchor instanceof Element ? anchor.getBoundingClientRect() : undefined;
  const at =
    place === undefined ? (anchor as { x: number; y: number }) : { x: place.left, y: place.bottom + 4 };
  const state = session.store.get();
  const channelId = state.channelId ?? '';
  const user = state.users[userId];
  await loadCommands(session, channelId);
  const items: MenuItem[] = [{ label: 'Mention', icon: 'at', run: () => insertText(`<@${userId}> `) }];
  if (userId !== state.me?.id) {
    items.push({
      label: 'Send direct message',
      icon: 'send',
      run: () => void openDirectMessage(session, userId),
    });
  }
  items.push({ label: 'Copy user ID', icon: 'copy', run: () => copy(session, userId, 'User ID') });
  items.push(...appItems(session, channelId, 2, userId));
  const name = user === undefined ? 'User' : nameOf(state, state.channels[channelId]?.guild_id, user);
  openMenu(`${name}: actions`, items, at);
}
