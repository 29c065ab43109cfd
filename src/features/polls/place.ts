import { ChannelType } from 'discord-api-types/v10';
import type { Call } from '../../discord/interaction.ts';
import { missing } from '../../discord/permissions.ts';
import { refuse } from './rules.ts';

const threads = new Set<ChannelType>([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** Whether it happens in a thread, where writing is a permission of its own. */
export function isInThread({ raw }: Call): boolean {
  const type = raw.channel?.type;
  return type !== undefined && threads.has(type);
}

/** The channel that a public thread belongs to: its readers are the thread's. A private thread has its own. */
export function publicThreadParent(call: Call): string | undefined {
  const { channel } = call.raw;
  if (!isInThread(call) || channel?.type === ChannelType.PrivateThread) return undefined;
  return channel && 'parent_id' in channel ? (channel.parent_id ?? undefined) : undefined;
}

/** Hearth speaks for nobody in a channel where they may only read: menus of messages can be used there too. */
export function requireMayWriteHere(call: Call): void {
  const needed = isInThread(call) ? 'SendMessagesInThreads' : 'SendMessages';
  if (missing(call.actor.permissions, [needed]).length === 0) return;
  refuse('polls.refusals.may-not-write', { channel: `<#${call.channelId}>` });
}
