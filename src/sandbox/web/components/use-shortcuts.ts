import { useEffect } from 'preact/hooks';
import { openChannel } from '../state/actions.ts';
import { useSession } from '../state/context.ts';
import { channelGroups, directMessages, isUnread } from '../state/selectors.ts';
import { focusComposer } from './composer-bus.ts';

/** Alt+Up and Alt+Down go through the channels, with Shift through the unread ones; typing starts a message. */
export function useShortcuts(): void {
  const session = useSession();
  useEffect(() => {
    const step = (by: number, unreadOnly: boolean) => {
      const state = session.store.get();
      const inGuilds = state.guildOrder.flatMap((id) =>
        channelGroups(state, id).flatMap((group) => group.channels),
      );
      const all = [...inGuilds, ...directMessages(state)];
      const wanted = all.filter(
        (channel) => !unreadOnly || channel.id === state.channelId || isUnread(state, channel),
      );
      const at = wanted.findIndex((channel) => channel.id === state.channelId);
      const next = wanted.at((at + by + wanted.length) % wanted.length);
      if (next !== undefined) openChannel(session, next.id);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        event.preventDefault();
        return step(event.key === 'ArrowDown' ? 1 : -1, event.shiftKey);
      }
      const plain =
        event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (
        plain &&
        (document.activeElement === document.body ||
          document.activeElement?.classList.contains('message') === true)
      )
        focusComposer();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [session]);
}
