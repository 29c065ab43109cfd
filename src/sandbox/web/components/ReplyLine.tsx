import type { Message } from '../api/types.ts';
import { plainText } from '../markdown/plain.ts';
import { useView } from '../state/context.ts';
import { nameOf } from '../state/selectors.ts';
import { Avatar } from './Avatar.tsx';

export function jumpTo(messageId: string): void {
  const row = document.querySelector<HTMLElement>(`#message-${CSS.escape(messageId)}`);
  if (row === null) return;
  row.scrollIntoView({ block: 'center' });
  row.focus({ preventScroll: true });
  row.classList.add('flash');
  setTimeout(() => row.classList.remove('flash'), 1600);
}

/** The quoted line above a reply. */
export function ReplyLine({ message }: { message: Message }) {
  const original = message.referenced_message;
  const guildId = useView((state) => state.channels[message.channel_id]?.guild_id);
  const name = useView((state) => (original ? nameOf(state, guildId, original.author) : ''));
  const words = useView((state) => (original ? plainText(original, state).slice(0, 140) : ''));
  if (message.type !== 19) return null;
  if (!original) {
    return (
      <div class="reply-line">
        <em>Original message was deleted</em>
      </div>
    );
  }
  return (
    <button
      type="button"
      class="reply-line"
      tabIndex={-1}
      aria-label={`In reply to ${name}`}
      onClick={() => jumpTo(original.id)}
    >
      <Avatar user={original.author} size={16} />
      <strong>{name}</strong>
      <span>{words || 'Press to see attachment'}</span>
    </button>
  );
}

/** Who used which command to get this answer. */
export function CommandLine({ message }: { message: Message }) {
  const meta = message.interaction_metadata;
  const name = message.interaction?.name ?? meta?.name ?? meta?.command_name;
  const user = message.interaction?.user ?? meta?.user;
  const guildId = useView((state) => state.channels[message.channel_id]?.guild_id);
  const who = useView((state) =>
    user === undefined ? '' : nameOf(state, guildId, state.users[user.id] ?? user),
  );
  const type = message.interaction?.type ?? meta?.type;
  if (user === undefined || name === undefined || type !== 2 || message.type === 19) return null;
  const shown = message.type === 23 || message.local !== undefined ? name : `/${name}`;
  return (
    <div class="reply-line command-line">
      <Avatar user={user} size={16} />
      <strong>{who}</strong>
      <span>
        used <span class="mention">{shown}</span>
      </span>
    </div>
  );
}
