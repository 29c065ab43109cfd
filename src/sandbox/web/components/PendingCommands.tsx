import { applicationUser } from '../state/application.ts';
import { useNow } from '../state/clock.ts';
import { useView } from '../state/context.ts';
import type { PendingInteraction } from '../state/model.ts';
import { Avatar } from './Avatar.tsx';

const SHOW_AFTER_MS = 400;

/** Commands on their way, at the end of the channel. */
export function PendingCommands({ channelId }: { channelId: string }) {
  const pending = useView((state) =>
    Object.values(state.interactions).filter(
      (item) => item.kind === 'command' && item.state === 'sending' && item.channelId === channelId,
    ),
  );
  return (
    <>
      {pending.map((item) => (
        <PendingRow key={item.nonce} item={item} />
      ))}
    </>
  );
}

function PendingRow({ item }: { item: PendingInteraction }) {
  useNow(200);
  const app = useView((state) => applicationUser(state, item.applicationId));
  // A quick answer should not flash a row first.
  if (Date.now() - item.sentAt < SHOW_AFTER_MS) return null;
  return (
    <div class="message leads ephemeral pending" role="status">
      <div class="reply-line command-line">
        <strong>You</strong>
        <span>
          used <span class="mention">{item.commandName}</span>
        </span>
      </div>
      <div class="message-side">
        <Avatar user={app} />
      </div>
      <div class="message-main">
        <h3 class="author-line">
          <span class="author">{app.global_name ?? app.username}</span>
          <span class="app-tag">App</span>
        </h3>
        <p class="thinking">
          <span class="dots" aria-hidden="true" /> Sending command…
        </p>
      </div>
    </div>
  );
}
