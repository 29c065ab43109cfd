import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../api/types.ts';
import { dayText, sameDay } from '../markdown/time-text.ts';
import { acknowledge, loadHistory } from '../state/actions.ts';
import { useSession, useView } from '../state/context.ts';
import { isNewer } from '../state/ids.ts';
import type { Channel } from '../state/model.ts';
import { messagesIn } from '../state/reduce-messages.ts';
import { ChannelIntro } from './ChannelIntro.tsx';
import { Icon } from './Icon.tsx';
import { MessageRow } from './MessageRow.tsx';
import { PendingCommands } from './PendingCommands.tsx';
import { isSystem } from './SystemMessage.tsx';

const RUN_MS = 7 * 60_000;
const NEAR_PX = 120;

function startsRun(message: Message, before: Message | undefined): boolean {
  if (before === undefined || before.author.id !== message.author.id || isSystem(before)) return true;
  if (message.type === 19 || message.interaction !== undefined || message.interaction_metadata?.type === 2)
    return true;
  if (((message.flags ?? 0) & 64) !== ((before.flags ?? 0) & 64)) return true;
  const [at, earlier] = [Date.parse(message.timestamp), Date.parse(before.timestamp)];
  return at - earlier > RUN_MS || !sameDay(at, earlier);
}

/** Keeps the newest message in sight unless the reader has scrolled away. */
function useStickyEnd(channelId: string, count: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [away, setAway] = useState(false);
  const toEnd = () => {
    const element = scroller.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  };
  useLayoutEffect(() => {
    atEnd.current = true;
    toEnd();
  }, [channelId]);
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
  }, [count]);
  useEffect(() => {
    if (inner.current === null) return;
    const watch = new ResizeObserver(() => atEnd.current && toEnd());
    watch.observe(inner.current);
    return () => watch.disconnect();
  }, [channelId]);
  const onScroll = () => {
    const element = scroller.current;
    if (element === null) return;
    const distance = element.scrollHeight - element.scrollTop - element.clientHeight;
    atEnd.current = distance < NEAR_PX;
    setAway(distance > 600);
  };
  return { scroller, inner, onScroll, away, toEnd };
}

/** Loads what came before when the reader reaches the top, and keeps the place. */
function useOlder(channelId: string, scroller: RefObject<HTMLDivElement | null>) {
  const session = useSession();
  return () => {
    const element = scroller.current;
    if (element === null || element.scrollTop > 300) return;
    const { scrollHeight, scrollTop } = element;
    const oldest = messagesIn(session.store.get(), channelId).list[0]?.id;
    void loadHistory(session, channelId, true).then(() =>
      requestAnimationFrame(() => {
        if (messagesIn(session.store.get(), channelId).list[0]?.id === oldest) return;
        element.scrollTop = element.scrollHeight - scrollHeight + scrollTop;
      }),
    );
  };
}

export function MessageList({ channel }: { channel: Channel }) {
  const session = useSession();
  const view = useView((state) => messagesIn(state, channel.id));
  const ready = useView((state) => state.status === 'ready');
  const newFrom = useView((state) => state.newFrom[channel.id]);
  const [focused, setFocused] = useState<string | undefined>();
  const { scroller, inner, onScroll, away, toEnd } = useStickyEnd(channel.id, view.list.length);
  const older = useOlder(channel.id, scroller);
  useEffect(() => {
    if (ready && !view.loaded) void loadHistory(session, channel.id);
  }, [channel.id, ready, view.loaded]);
  useEffect(() => {
    const seen = () => !document.hidden && acknowledge(session, channel.id);
    seen();
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [channel.id, view.list.length]);
  const focusable = view.list.some((message) => message.id === focused) ? focused : view.list.at(-1)?.id;
  const firstNew = view.list.find(
    (message) =>
      newFrom !== undefined && isNewer(message.id, newFrom) && message.author.id !== session.persona.id,
  )?.id;

  const onKeyDown = (event: KeyboardEvent) => {
    const row =
      event.target instanceof HTMLElement && event.target.classList.contains('message')
        ? event.target
        : undefined;
    if (row === undefined || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const rows = [...(inner.current?.querySelectorAll<HTMLElement>('.message') ?? [])];
    const next = rows[rows.indexOf(row) + (event.key === 'ArrowUp' ? -1 : 1)];
    event.preventDefault();
    next?.focus();
  };
  return (
    <div
      class="messages"
      ref={scroller}
      onScroll={() => {
        onScroll();
        if (view.loaded && !view.loading) older();
      }}
    >
      <div
        class="messages-inner"
        ref={inner}
        role="region"
        aria-label={`Messages in ${channel.name ?? 'this conversation'}`}
        onKeyDown={onKeyDown}
      >
        {view.loaded && view.reachedStart && <ChannelIntro channel={channel} />}
        {(view.loading || !view.loaded) && view.list.length === 0 && <Skeleton />}
        {view.list.map((message, index) => {
          const before = view.list[index - 1];
          const newDay =
            before === undefined || !sameDay(Date.parse(before.timestamp), Date.parse(message.timestamp));
          return (
            <div key={message.id} class="message-slot">
              {newDay && <Divider text={dayText(Date.parse(message.timestamp))} />}
              {message.id === firstNew && <Divider text="New" fresh />}
              <MessageRow
                message={message}
                leads={newDay || startsRun(message, before)}
                focusable={message.id === focusable}
                onFocus={() => setFocused(message.id)}
              />
            </div>
          );
        })}
        <PendingCommands channelId={channel.id} />
      </div>
      {away && (
        <button type="button" class="to-present" onClick={toEnd}>
          Jump to the latest <Icon name="down" size={16} />
        </button>
      )}
    </div>
  );
}

function Divider({ text, fresh = false }: { text: string; fresh?: boolean }) {
  return (
    <div class={fresh ? 'divider fresh' : 'divider'} role="separator" aria-label={text}>
      <span>{text}</span>
    </div>
  );
}

function Skeleton() {
  return (
    <div class="skeleton" aria-label="Loading messages" role="status">
      {[62, 38, 75, 50].map((width) => (
        <div key={width}>
          <i />
          <b style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  );
}
