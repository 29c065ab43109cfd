import type { Message } from '../api/types.ts';
import { Markdown } from '../markdown/Markdown.tsx';
import { longStamp } from '../markdown/time-text.ts';
import { deleteMessage, forgetDraft, openChannel, sendMessage } from '../state/actions.ts';
import { useSession, useView } from '../state/context.ts';
import { isEphemeral, isThinking, messageCount } from '../state/selectors.ts';
import { Attachments } from './Attachments.tsx';
import { EmbedView } from './EmbedView.tsx';
import { Failure } from './Failure.tsx';
import { Icon } from './Icon.tsx';
import { ComponentView } from './MessageComponents.tsx';
import { PollView } from './PollView.tsx';
import { Reactions } from './Reactions.tsx';

const SUPPRESS_EMBEDS = 4;

function Edited({ message }: { message: Message }) {
  if (!message.edited_timestamp) return null;
  return (
    <span class="edited" title={longStamp(Date.parse(message.edited_timestamp))}>
      {' '}
      (edited)
    </span>
  );
}

function Thinking({ name }: { name: string }) {
  return (
    <p class="thinking" role="status">
      <span class="dots" aria-hidden="true" /> {name} is thinking…
    </p>
  );
}

/** Everything below the author line of a message. */
export function MessageBody({ message, authorName }: { message: Message; authorName: string }) {
  if (isThinking(message)) {
    return (
      <>
        <Thinking name={authorName} />
        {isEphemeral(message) && <EphemeralFoot message={message} />}
      </>
    );
  }
  if (message.local === 'unanswered') return <Unanswered message={message} />;
  const v2 = ((message.flags ?? 0) & 0x8000) !== 0;
  const embeds = ((message.flags ?? 0) & SUPPRESS_EMBEDS) === 0 ? (message.embeds ?? []) : [];
  return (
    <>
      {message.content !== '' && <Markdown text={message.content} suffix={<Edited message={message} />} />}
      {message.poll !== undefined && <PollView message={message} poll={message.poll} />}
      {!v2 && <Attachments files={message.attachments ?? []} />}
      {embeds.map((embed, index) => (
        <EmbedView key={index} embed={embed} />
      ))}
      {(message.components?.length ?? 0) > 0 && (
        <div class={v2 ? 'components v2' : 'components'}>
          {message.components?.map((component, index) => (
            <ComponentView key={index} component={component} message={message} />
          ))}
        </div>
      )}
      {message.content === '' && <Edited message={message} />}
      <Failure messageId={message.id} />
      <Reactions message={message} />
      {message.thread !== undefined && <ThreadCard message={message} />}
      {isEphemeral(message) && <EphemeralFoot message={message} />}
      {message.local === 'failed' && <LocalFailure message={message} />}
    </>
  );
}

function EphemeralFoot({ message }: { message: Message }) {
  const session = useSession();
  return (
    <p class="ephemeral-foot">
      <Icon name="eye" size={15} /> Only you can see this ·{' '}
      <button type="button" class="text-button" onClick={() => void deleteMessage(session, message)}>
        Dismiss message
      </button>
    </p>
  );
}

function Unanswered({ message }: { message: Message }) {
  const session = useSession();
  return (
    <>
      <p class="failure">
        <Icon name="alert" size={15} /> {message.problem}
      </p>
      <p class="ephemeral-foot">
        <Icon name="eye" size={15} /> Only you can see this ·{' '}
        <button type="button" class="text-button" onClick={() => forgetDraft(session, message)}>
          Dismiss message
        </button>
      </p>
    </>
  );
}

function LocalFailure({ message }: { message: Message }) {
  const session = useSession();
  const again = () => {
    forgetDraft(session, message);
    void sendMessage(session, message.channel_id, {
      content: message.content,
      replyTo: message.referenced_message ?? undefined,
    });
  };
  return (
    <p class="failure" role="alert">
      <Icon name="alert" size={15} /> This message was not sent. {message.problem}{' '}
      <button type="button" class="text-button" onClick={again}>
        Try again
      </button>{' '}
      <button type="button" class="text-button" onClick={() => forgetDraft(session, message)}>
        Dismiss
      </button>
    </p>
  );
}

function ThreadCard({ message }: { message: Message }) {
  const session = useSession();
  // The message knows the thread as it was when it started.
  const thread = useView((state) => state.channels[message.thread?.id ?? ''] ?? message.thread);
  if (thread === undefined) return null;
  return (
    <button type="button" class="thread-card" onClick={() => openChannel(session, thread.id)}>
      <Icon name="thread" />
      <strong>{thread.name}</strong>
      <span>{messageCount(thread)}</span>
      <Icon name="right" size={16} />
    </button>
  );
}
