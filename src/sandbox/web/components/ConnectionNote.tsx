import { useSession, useView } from '../state/context.ts';

/** Says when the page or the bot has lost the sandbox. */
export function ConnectionNote() {
  const session = useSession();
  const status = useView((state) => state.status);
  const connected = useView((state) => state.botConnected);
  if (session.sessionId() === 'still') return null;
  if (status === 'reconnecting')
    return (
      <p class="note problem" role="status">
        Connection lost. Trying again…
      </p>
    );
  if (connected === false)
    return (
      <p class="note" role="status">
        The bot is offline. Commands and buttons will not be answered.
      </p>
    );
  return null;
}
