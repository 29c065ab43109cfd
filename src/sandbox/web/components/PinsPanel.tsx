import { useEffect, useRef, useState } from 'preact/hooks';
import { wordsOf } from '../api/client.ts';
import type { Message } from '../api/types.ts';
import { useOutside } from '../hooks/use-outside.ts';
import { plainText } from '../markdown/plain.ts';
import { stampText } from '../markdown/time-text.ts';
import { listPins } from '../state/actions.ts';
import { sandboxNow } from '../state/clock.ts';
import { useSession } from '../state/context.ts';
import { nameOf } from '../state/selectors.ts';
import { Avatar } from './Avatar.tsx';
import { jumpTo } from './ReplyLine.tsx';

export function PinsPanel({ channelId, onClose }: { channelId: string; onClose(): void }) {
  const session = useSession();
  const root = useRef<HTMLDivElement>(null);
  const [pins, setPins] = useState<Message[] | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  useOutside(root, true, onClose);
  useEffect(() => {
    root.current?.focus();
    listPins(session, channelId).then(setPins, (error: unknown) => setProblem(wordsOf(error)));
  }, [channelId]);
  const state = session.store.get();
  return (
    <div
      class="popover pins"
      role="dialog"
      aria-label="Pinned messages"
      tabIndex={-1}
      ref={root}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <h2>Pinned messages</h2>
      {problem !== undefined && <p class="field-problem">{problem}</p>}
      {pins === undefined && problem === undefined && <p class="list-empty">Loading…</p>}
      {pins?.length === 0 && <p class="list-empty">Nothing is pinned here yet.</p>}
      <ul>
        {pins?.map((message) => (
          <li key={message.id}>
            <button
              type="button"
              onClick={() => {
                onClose();
                jumpTo(message.id);
              }}
            >
              <Avatar user={message.author} size={28} />
              <span>
                <strong>{nameOf(state, state.channels[channelId]?.guild_id, message.author)}</strong>{' '}
                <time>{stampText(Date.parse(message.timestamp), sandboxNow())}</time>
                <span class="pin-words">{plainText(message, state).slice(0, 200)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
