import { useState } from 'preact/hooks';
import { openChannel } from '../state/actions.ts';
import { useSession, useView } from '../state/context.ts';
import type { Channel } from '../state/model.ts';
import { P } from '../state/permissions.ts';
import {
  type ChannelGroup,
  channelGroups,
  channelName,
  directMessages,
  isForum,
  isUnread,
  isVoice,
  mentionCount,
  threadsOf,
} from '../state/selectors.ts';
import { Avatar } from './Avatar.tsx';
import { ChannelIcon } from './ChannelIcon.tsx';
import { Icon } from './Icon.tsx';
import { VoiceRoom } from './VoiceRoom.tsx';

const MOST_THREADS = 6;

/** Guilds, channels by category with their open threads, and direct messages. */
export function ChannelNav({ onOpen }: { onOpen(): void }) {
  const guildIds = useView((state) => state.guildOrder);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const nav = event.currentTarget as HTMLElement;
    const stops = [...nav.querySelectorAll<HTMLElement>('button')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    if (at === -1) return;
    event.preventDefault();
    stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  };
  return (
    <nav class="channel-nav" aria-label="Channels" onKeyDown={onKeyDown}>
      <DirectMessages onOpen={onOpen} />
      {guildIds.map((id) => (
        <GuildSection key={id} guildId={id} onOpen={onOpen} />
      ))}
    </nav>
  );
}

function GuildSection({ guildId, onOpen }: { guildId: string; onOpen(): void }) {
  const name = useView((state) => state.guilds[guildId]?.name);
  const several = useView((state) => state.guildOrder.length > 1);
  const state = useView((view) => view);
  const groups = channelGroups(state, guildId);
  return (
    <section aria-label={name}>
      {several && <h2 class="guild-name">{name}</h2>}
      {groups.map((group) => (
        <Category key={group.category?.id ?? 'loose'} group={group} onOpen={onOpen} />
      ))}
    </section>
  );
}

function Category({ group, onOpen }: { group: ChannelGroup; onOpen(): void }) {
  const [open, setOpen] = useState(true);
  const state = useView((view) => view);
  const shown = open
    ? group.channels
    : group.channels.filter((channel) => isUnread(state, channel) || channel.id === state.channelId);
  return (
    <div class="category">
      {group.category !== undefined && (
        <button type="button" class="category-name" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'chevron' : 'right'} size={14} />
          {group.category.name}
        </button>
      )}
      <ul>
        {shown.map((channel) => (
          <li key={channel.id}>
            {isVoice(channel) ? (
              <VoiceRoom channel={channel}>
                <ChannelRow channel={channel} onOpen={onOpen} />
              </VoiceRoom>
            ) : (
              <ChannelRow channel={channel} onOpen={onOpen} />
            )}
            <Threads parent={channel} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Threads({ parent, onOpen }: { parent: Channel; onOpen(): void }) {
  const threads = useView((state) => {
    const open = threadsOf(state, parent.id).filter((thread) => thread.thread_metadata?.archived !== true);
    const wanted = isForum(parent)
      ? open.filter((thread) => thread.id === state.channelId || isUnread(state, thread))
      : open;
    return wanted.slice(0, MOST_THREADS);
  });
  if (threads.length === 0) return null;
  return (
    <ul class="threads">
      {threads.map((thread) => (
        <li key={thread.id}>
          <ChannelRow channel={thread} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

function isLocked(channel: Channel): boolean {
  const everyone = channel.permission_overwrites?.find((item) => item.id === channel.guild_id);
  return everyone !== undefined && (BigInt(everyone.deny) & P.ViewChannel) !== 0n;
}

function ChannelRow({ channel, onOpen }: { channel: Channel; onOpen(): void }) {
  const session = useSession();
  const [name, current, unread, mentions] = useView<[string, boolean, boolean, number]>((state) => [
    channelName(state, channel),
    state.channelId === channel.id,
    isUnread(state, channel) ||
      (isForum(channel) && threadsOf(state, channel.id).some((thread) => isUnread(state, thread))),
    mentionCount(state, channel.id),
  ]);
  const marks = [
    unread && !current ? 'unread' : '',
    mentions > 0 ? `${mentions} ${mentions === 1 ? 'mention' : 'mentions'}` : '',
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <button
      type="button"
      class={`channel-row ${current ? 'current' : ''} ${unread && !current ? 'unread' : ''}`}
      aria-label={marks === '' ? undefined : `${name}, ${marks}`}
      aria-current={current ? 'page' : undefined}
      onClick={() => {
        openChannel(session, channel.id);
        onOpen();
      }}
    >
      <ChannelIcon channel={channel} locked={isLocked(channel)} />
      <span class="channel-name">{name}</span>
      {mentions > 0 && (
        <span class="badge" aria-hidden="true">
          {mentions}
        </span>
      )}
    </button>
  );
}

function DirectMessages({ onOpen }: { onOpen(): void }) {
  const session = useSession();
  const state = useView((view) => view);
  const list = directMessages(state);
  if (list.length === 0) return null;
  return (
    <section aria-label="Direct messages" class="category">
      <h2 class="category-name as-heading">Direct messages</h2>
      <ul>
        {list.map((channel) => {
          const other = channel.recipients?.find((user) => user.id !== state.me?.id);
          const unread = isUnread(state, channel) && state.channelId !== channel.id;
          const mentions = mentionCount(state, channel.id);
          return (
            <li key={channel.id}>
              <button
                type="button"
                class={`channel-row ${state.channelId === channel.id ? 'current' : ''} ${unread ? 'unread' : ''}`}
                aria-current={state.channelId === channel.id ? 'page' : undefined}
                onClick={() => {
                  openChannel(session, channel.id);
                  onOpen();
                }}
              >
                {other !== undefined && <Avatar user={other} size={24} />}
                <span class="channel-name">{channelName(state, channel)}</span>
                {unread && <span class="visually-hidden">, unread</span>}
                {mentions > 0 && (
                  <span class="badge" aria-hidden="true">
                    {mentions}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
