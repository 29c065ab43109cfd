import { useNow } from '../state/clock.ts';
import { useView } from '../state/context.ts';
import { nameOf } from '../state/selectors.ts';

/** Who is typing. The line keeps its room, so that nothing jumps. */
export function TypingLine({ channelId }: { channelId: string }) {
  useNow(2000);
  const names = useView((state) => {
    const guildId = state.channels[channelId]?.guild_id;
    return Object.entries(state.typing[channelId] ?? {})
      .filter(([, until]) => until > Date.now())
      .map(([id]) => (state.users[id] === undefined ? 'Someone' : nameOf(state, guildId, state.users[id])));
  });
  return (
    <div class="typing-line" aria-live="off">
      {names.length > 0 && (
        <>
          <span class="dots" aria-hidden="true" />
          {names.length > 2
            ? 'Several people are typing…'
            : `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} typing…`}
        </>
      )}
    </div>
  );
}
