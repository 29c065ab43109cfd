import type { Message } from '../api/types.ts';
import { longStamp, shortStamp, stampText } from '../markdown/time-text.ts';
import { sandboxNow } from '../state/clock.ts';
import { useSession, useView } from '../state/context.ts';
import { colourOf, isEphemeral, mentionsMe, nameOf } from '../state/selectors.ts';
import { Avatar } from './Avatar.tsx';
import { MessageBody } from './MessageBody.tsx';
import { MessageTools } from './MessageTools.tsx';
import { openMessageMenu, openUserMenu } from './menus.ts';
import { CommandLine, ReplyLine } from './ReplyLine.tsx';
import { isSystem, SystemMessage } from './SystemMessage.tsx';

interface Props {
  message: Message;
  /** The first of a run by the same author carries name and picture. */
  leads: boolean;
  focusable: boolean;
  onFocus(): void;
}

function classes(message: Message, leads: boolean, mentioned: boolean): string {
  const list = ['message'];
  if (leads) list.push('leads');
  if (isEphemeral(message)) list.push('ephemeral');
  else if (mentioned) list.push('mentioned');
  if (message.local !== undefined) list.push(message.local);
  return list.join(' ');
}

export function MessageRow({ message, leads, focusable, onFocus }: Props) {
  const session = useSession();
  const guildId = useView((state) => state.channels[message.channel_id]?.guild_id);
  const name = useView((state) => nameOf(state, guildId, message.author));
  const mentioned = useView((state) => mentionsMe(state, message));
  const at = Date.parse(message.timestamp);
  if (isSystem(message)) return <SystemMessage message={message} />;
  const open = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a, input, textarea, img') !== null) return;
    event.preventDefault();
    void openMessageMenu(session, message, { x: event.clientX, y: event.clientY });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const wants = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
    if (!wants || event.target !== event.currentTarget || !(event.currentTarget instanceof Element)) return;
    event.preventDefault();
    void openMessageMenu(session, message, event.currentTarget);
  };
  return (
    <article
      class={classes(message, leads, mentioned)}
      id={`message-${message.id}`}
      aria-label={`${name}, ${stampText(at, sandboxNow())}${isEphemeral(message) ? ', only you can see this' : ''}`}
      tabIndex={focusable ? 0 : -1}
      onFocus={onFocus}
      onContextMenu={open}
      onKeyDown={onKeyDown}
    >
      <ReplyLine message={message} />
      <CommandLine message={message} />
      <div class="message-side">
        {leads ? (
          <button
            type="button"
            class="avatar-button"
            tabIndex={-1}
            aria-label={`${name}: actions`}
            onClick={(event) => void openUserMenu(session, message.author.id, event.currentTarget)}
            onContextMenu={(event) => userMenu(event)}
          >
            <Avatar user={message.author} />
          </button>
        ) : (
          <time class="side-stamp" title={longStamp(at)} aria-hidden="true">
            {shortStamp(at)}
          </time>
        )}
      </div>
      <div class="message-main">
        {leads && <AuthorLine message={message} name={name} at={at} />}
        <MessageBody message={message} authorName={name} />
      </div>
      {message.local === undefined && <MessageTools message={message} />}
    </article>
  );

  function userMenu(event: MouseEvent) {
    event.preventDefault();
    event.stopPropagation();
    void openUserMenu(session, message.author.id, { x: event.clientX, y: event.clientY });
  }
}

function AuthorLine({ message, name, at }: { message: Message; name: string; at: number }) {
  const session = useSession();
  const guildId = useView((state) => state.channels[message.channel_id]?.guild_id);
  const colour = useView((state) => colourOf(state, guildId, message.author.id));
  const openMenu = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void openUserMenu(session, message.author.id, { x: event.clientX, y: event.clientY });
  };
  return (
    <h3 class="author-line">
      <button
        type="button"
        class="author"
        style={colour && { '--role': colour }}
        onClick={(event) => void openUserMenu(session, message.author.id, event.currentTarget)}
        onContextMenu={openMenu}
      >
        {name}
      </button>
      {message.author.bot === true && <span class="app-tag">App</span>}
      <time dateTime={message.timestamp} title={longStamp(at)}>
        {stampText(at, sandboxNow())}
      </time>
    </h3>
  );
}
