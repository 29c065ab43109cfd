import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { sendMessage } from '../state/actions.ts';
import { type CommandEntry, commandEntries, matchEntries } from '../state/command-entries.ts';
import { useSession, useView } from '../state/context.ts';
import { DM_INDEX, loadCommands } from '../state/interaction-actions.ts';
import type { Channel } from '../state/model.ts';
import { channelName, isDm, nameOf } from '../state/selectors.ts';
import { CommandList } from './CommandList.tsx';
import { FileChips } from './FileChips.tsx';
import { Icon } from './Icon.tsx';
import { Listbox, stepActive } from './Listbox.tsx';
import { useComposerWishes } from './use-composer-wishes.ts';
import { useMentionList } from './use-mention-list.tsx';

const LONGEST = 2000;
/** Room enough for the hint in the empty field. */
const ROOMY = matchMedia('(min-width: 760px)');

interface TextProps {
  channel: Channel;
  blocked: string | undefined;
  autoFocus: boolean;
  onCommand(entry: CommandEntry): void;
}

/** The message field: text, files, a reply, the lists of commands and people. */
export function TextComposer({ channel, blocked, autoFocus, onCommand }: TextProps) {
  const session = useSession();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useView((state) => state.drafts[channel.id] ?? '');
  const replyTo = useView((state) => state.replyTo[channel.id]);
  const name = useView((state) => channelName(state, channel));
  const index = useView((state) => state.commands[channel.guild_id ?? DM_INDEX]);
  const [files, setFiles] = useState<File[]>([]);
  const [active, setActive] = useState(0);
  const [closedFor, setClosedFor] = useState<string | undefined>();
  const slash = text.startsWith('/') && !text.includes('\n') && closedFor !== text;
  const entries = slash ? matchEntries(commandEntries(index), text.slice(1)) : [];
  const mentions = useMentionList(field, channel, text);

  const setText = (next: string) => {
    session.store.set((state) => ({ ...state, drafts: { ...state.drafts, [channel.id]: next } }));
    setActive(0);
  };
  const setReply = (message: undefined) =>
    session.store.set((state) => {
      const replies = { ...state.replyTo };
      if (message === undefined) delete replies[channel.id];
      return { ...state, replyTo: replies };
    });
  const pickEntry = (entry: CommandEntry) => {
    setText('');
    onCommand(entry);
  };
  const submit = () => {
    const content = text.trim();
    if ((content === '' && files.length === 0) || content.length > LONGEST) return;
    setText('');
    setFiles([]);
    setReply(undefined);
    void sendMessage(session, channel.id, { content, files, replyTo });
  };

  useLayoutEffect(() => {
    if (autoFocus) field.current?.focus();
  }, []);
  useEffect(() => {
    if (slash) void loadCommands(session, channel.id);
  }, [slash, channel.id]);
  useEffect(() => {
    const area = field.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, innerHeight * 0.4)}px`;
  }, [text]);
  useComposerWishes({ field, channel, setText, onCommand });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (mentions.onKeyDown(event)) return;
    if (slash && entries.length > 0) {
      const step = stepActive(event.key, active, entries.length);
      const chosen = entries[active];
      if (step !== undefined) {
        event.preventDefault();
        return setActive(step);
      }
      if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) {
        event.preventDefault();
        return pickEntry(chosen);
      }
    }
    if (event.key === 'Escape') {
      if (slash) setClosedFor(text);
      else if (replyTo !== undefined) setReply(undefined);
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
  };

  const over = LONGEST - text.length;
  const listId = slash ? 'command-list' : mentions.open ? 'mention-list' : undefined;
  const activeId = slash
    ? `command-list-${active}`
    : mentions.open
      ? `mention-list-${mentions.active}`
      : undefined;
  return (
    <div class="composer">
      {slash && (
        <CommandList
          entries={entries}
          index={index}
          active={active}
          onActive={setActive}
          onChoose={pickEntry}
        />
      )}
      {mentions.open && (
        <div class="composer-panel">
          <Listbox
            id="mention-list"
            label="People and roles"
            choices={mentions.choices}
            active={mentions.active}
            onActive={mentions.setActive}
            onChoose={mentions.choose}
          />
        </div>
      )}
      {replyTo !== undefined && (
        <ReplyBar
          name={nameOf(session.store.get(), channel.guild_id, replyTo.author)}
          onClose={() => setReply(undefined)}
        />
      )}
      <FileChips files={files} onRemove={(index) => setFiles(files.filter((_, at) => at !== index))} />
      <div class="composer-row">
        <label class="icon-button" title="Attach a file">
          <Icon name="plus" size={20} />
          <span class="visually-hidden">Attach a file</span>
          <input
            type="file"
            multiple
            class="visually-hidden"
            disabled={blocked !== undefined}
            onChange={(event) => {
              setFiles([...files, ...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
              field.current?.focus();
            }}
          />
        </label>
        <textarea
          id="composer"
          ref={field}
          rows={1}
          value={text}
          aria-label={`Message ${isDm(channel) ? name : `#${name}`}`}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={listId}
          aria-activedescendant={activeId}
          placeholder={
            blocked ??
            `Message ${isDm(channel) ? name : `#${name}`}${ROOMY.matches ? ', or type / for commands' : ''}`
          }
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const pasted = [...(event.clipboardData?.files ?? [])];
            if (pasted.length > 0) setFiles([...files, ...pasted]);
          }}
        />
        {over < 200 && (
          <span class={over < 0 ? 'counter over' : 'counter'} role="status">
            {over}
          </span>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label="Use a command"
          title="Use a command"
          onClick={() => {
            setText('/');
            setClosedFor(undefined);
            field.current?.focus();
          }}
        >
          <Icon name="slash" size={20} />
        </button>
        <button
          type="button"
          class="icon-button send"
          aria-label="Send message"
          title="Send message"
          disabled={(text.trim() === '' && files.length === 0) || over < 0}
          onClick={submit}
        >
          <Icon name="send" size={20} />
        </button>
      </div>
    </div>
  );
}

function ReplyBar({ name, onClose }: { name: string; onClose(): void }) {
  return (
    <div class="reply-bar">
      <span>
        Replying to <strong>{name}</strong>
      </span>
      <button type="button" class="icon-button small" aria-label="Cancel reply" onClick={onClose}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
