import { useNow } from '../state/clock.ts';
import { useSession, useView } from '../state/context.ts';
import { dismissInteraction } from '../state/interaction-actions.ts';
import type { PendingInteraction } from '../state/model.ts';
import { Avatar } from './Avatar.tsx';
import { applicationUser } from './application.ts';
import { Icon } from './Icon.tsx';

const SHOW_AFTER_MS = 400;

/** Commands on their way, and those whose app stayed silent, at the end of the channel. */
export function PendingCommands({ channelId }: { channelId: string }) {
  const pending = useView((state) =>
    Object.values(state.interactions).filter(
      (item) => item.kind === 'command' && item.channelId === channelId,
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
  const session = useSession();
  useNow(200);
  const app = useView((state) => applicationUser(state, item.applicationId));
  const failed = item.state === 'failed';
  // A quick answer should not flash a row first.
  if (!failed && Date.now() - item.sentAt < SHOW_AFTER_MS) return null;
  return (
    <div class="message leads ephemeral pending" role={failed ? 'alert' : 'status'}>
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
        {failed ? (
          <p class="failure">
            <Icon name="alert" size={15} /> {item.problem}
          </p>
        ) : (
          <p class="thinking">
            <span class="dots" aria-hidden="true" /> Sending command…
          </p>
        )}
        {failed && (
          <p class="ephemeral-foot">
            <Icon name="eye" size={15} /> Only you can see this ·{' '}
            <button type="button" class="text-button" onClick={() => dismissInteraction(session, item.nonce)}>
              Dismiss message
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
