import type { Message } from '../api/types.ts';
import { useSession } from '../state/context.ts';
import { isEphemeral } from '../state/selectors.ts';
import { dialogs } from './dialog-store.ts';
import { Icon } from './Icon.tsx';
import { openMessageMenu, startReply } from './menus.ts';

/** The little bar at the corner of a message; in the tab order while the message has focus or the pointer. */
export function MessageTools({ message }: { message: Message }) {
  const session = useSession();
  const react = (event: MouseEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    dialogs.react(message, { x: box.left, y: box.bottom });
  };
  return (
    <div class="message-tools" role="group" aria-label="Message actions">
      {!isEphemeral(message) && (
        <>
          <button type="button" class="extra" aria-label="Add reaction" title="Add reaction" onClick={react}>
            <Icon name="smile" />
          </button>
          <button
            type="button"
            class="extra"
            aria-label="Reply"
            title="Reply"
            onClick={() => startReply(session, message)}
          >
            <Icon name="reply" />
          </button>
        </>
      )}
      <button
        type="button"
        aria-label="More and apps"
        aria-haspopup="menu"
        title="More and apps"
        onClick={(event) => void openMessageMenu(session, message, event.currentTarget)}
      >
        <Icon name="dots" />
      </button>
    </div>
  );
}
