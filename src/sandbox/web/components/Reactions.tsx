import type { Message } from '../api/types.ts';
import { useSession } from '../state/context.ts';
import { toggleReaction } from '../state/message-actions.ts';
import { emojiKey } from '../state/reduce-reactions.ts';
import { dialogs } from './dialog-store.ts';
import { EmojiView } from './Emoji.tsx';
import { Icon } from './Icon.tsx';

export function Reactions({ message }: { message: Message }) {
  const session = useSession();
  const list = message.reactions ?? [];
  if (list.length === 0) return null;
  return (
    <div class="reactions" role="group" aria-label="Reactions">
      {list.map((reaction) => (
        <button
          type="button"
          key={emojiKey(reaction.emoji)}
          class={reaction.me ? 'reaction mine' : 'reaction'}
          aria-pressed={reaction.me}
          aria-label={`${reaction.emoji.name ?? 'emoji'}, ${reaction.count} ${reaction.count === 1 ? 'reaction' : 'reactions'}`}
          onClick={() => void toggleReaction(session, message, reaction.emoji)}
        >
          <EmojiView emoji={reaction.emoji} />
          <span>{reaction.count}</span>
        </button>
      ))}
      <button
        type="button"
        class="reaction add"
        aria-label="Add reaction"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          dialogs.react(message, { x: box.left, y: box.top });
        }}
      >
        <Icon name="smile" size={16} />
      </button>
    </div>
  );
}
