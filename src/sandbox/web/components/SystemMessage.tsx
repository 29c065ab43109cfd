import type { Message } from '../api/types.ts';
import { stampText } from '../markdown/time-text.ts';
import { openChannel } from '../state/actions.ts';
import { sandboxNow } from '../state/clock.ts';
import { useSession, useView } from '../state/context.ts';
import { nameOf } from '../state/selectors.ts';
import { Icon, type IconName } from './Icon.tsx';
import { jumpTo } from './ReplyLine.tsx';

/** Message types that Discord writes itself. */
const icons: Record<number, IconName> = {
  1: 'people',
  2: 'people',
  4: 'edit',
  6: 'pin',
  7: 'join',
  8: 'smile',
  12: 'megaphone',
  18: 'thread',
  21: 'thread',
  46: 'check',
};

export const isSystem = (message: Message): boolean => icons[message.type] !== undefined;

function Words({ message, name }: { message: Message; name: string }) {
  const session = useSession();
  const original = message.message_reference?.message_id;
  switch (message.type) {
    case 4:
      return (
        <>
          {name} changed the channel name: <strong>{message.content}</strong>
        </>
      );
    case 6:
      return (
        <>
          <strong>{name}</strong> pinned{' '}
          <button
            type="button"
            class="text-button"
            onClick={() => original !== undefined && jumpTo(original)}
          >
            a message
          </button>{' '}
          to this channel.
        </>
      );
    case 7:
      return (
        <>
          <strong>{name}</strong> joined the server. Welcome!
        </>
      );
    case 18: {
      const threadId = message.message_reference?.channel_id;
      return (
        <>
          <strong>{name}</strong> started a thread:{' '}
          <button
            type="button"
            class="text-button"
            onClick={() => threadId !== undefined && openChannel(session, threadId)}
          >
            {message.content}
          </button>
        </>
      );
    }
    case 21:
      return <>This thread continues a message in the channel above.</>;
    case 46:
      return <PollResult message={message} name={name} />;
    default:
      return (
        <>
          <strong>{name}</strong> {message.content}
        </>
      );
  }
}

function PollResult({ message, name }: { message: Message; name: string }) {
  const fields = Object.fromEntries(
    (message.embeds?.[0]?.fields ?? []).map((field) => [field.name, field.value]),
  );
  const winner = fields.victor_answer_text;
  return (
    <>
      <strong>{name}</strong>’s poll <strong>{fields.poll_question_text ?? ''}</strong> has closed.{' '}
      {winner === undefined
        ? 'There was no winner.'
        : `“${winner}” won with ${fields.victor_answer_votes ?? '?'} of ${fields.total_votes ?? '?'} votes.`}
    </>
  );
}

export function SystemMessage({ message }: { message: Message }) {
  const name = useView((state) =>
    nameOf(state, state.channels[message.channel_id]?.guild_id, message.author),
  );
  return (
    <div class="system-message" id={`message-${message.id}`} tabIndex={-1}>
      <Icon name={icons[message.type] ?? 'right'} />
      <p>
        <Words message={message} name={name} />{' '}
        <time dateTime={message.timestamp}>{stampText(Date.parse(message.timestamp), sandboxNow())}</time>
      </p>
    </div>
  );
}
