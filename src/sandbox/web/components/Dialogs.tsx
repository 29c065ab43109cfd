import { useState } from 'preact/hooks';
import type { Message } from '../api/types.ts';
import { useDialog } from '../hooks/use-dialog.ts';
import { plainText } from '../markdown/plain.ts';
import { deleteMessage, editMessage } from '../state/actions.ts';
import { useSession } from '../state/context.ts';
import { startThread, toggleReaction } from '../state/message-actions.ts';
import { useSelect } from '../state/store.ts';
import { dialogStore, dialogs } from './dialog-store.ts';
import { EmojiPicker } from './EmojiPicker.tsx';
import { Lightbox } from './Lightbox.tsx';
import { PostDialog } from './PostDialog.tsx';

/** The one dialog that may be open above the page. */
export function DialogHost() {
  const open = useSelect(dialogStore, (state) => state.open);
  const session = useSession();
  if (open === undefined) return null;
  switch (open.kind) {
    case 'pictures':
      return <Lightbox pictures={open.pictures} start={open.index} />;
    case 'react':
      return (
        <EmojiPicker
          x={open.x}
          y={open.y}
          onPick={(emoji) => void toggleReaction(session, open.message, emoji)}
        />
      );
    case 'post':
      return <PostDialog forumId={open.forumId} />;
    case 'delete':
      return <DeleteDialog message={open.message} />;
    case 'edit':
      return (
        <TextDialog
          title="Edit message"
          label="Message"
          multiline
          initial={open.message.content}
          action="Save"
          longest={2000}
          onSave={(text) => editMessage(session, open.message, text)}
        />
      );
    case 'thread':
      return (
        <TextDialog
          title="Start a thread"
          label="Thread name"
          initial={plainText(open.message, session.store.get()).slice(0, 60)}
          action="Start thread"
          longest={100}
          onSave={(text) => startThread(session, open.message, text)}
        />
      );
  }
}

function DeleteDialog({ message }: { message: Message }) {
  const session = useSession();
  const dialog = useDialog(dialogs.close);
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby="dialog-title">
      <div class="dialog-body">
        <h2 id="dialog-title">Delete this message?</h2>
        <blockquote class="quoted">
          {plainText(message, session.store.get()).slice(0, 200) || 'A message without text'}
        </blockquote>
        <p>This cannot be undone.</p>
      </div>
      <footer>
        <button type="button" class="button secondary" onClick={dialogs.close}>
          Cancel
        </button>
        <button
          type="button"
          class="button danger"
          autoFocus
          onClick={() => {
            dialogs.close();
            void deleteMessage(session, message);
          }}
        >
          Delete
        </button>
      </footer>
    </dialog>
  );
}

interface TextProps {
  title: string;
  label: string;
  initial: string;
  action: string;
  longest: number;
  multiline?: boolean;
  onSave(text: string): Promise<boolean>;
}

function TextDialog({ title, label, initial, action, longest, multiline, onSave }: TextProps) {
  const [text, setText] = useState(initial);
  const dialog = useDialog(dialogs.close);
  const good = text.trim() !== '' && text.length <= longest;
  const save = async () => {
    if (good && (await onSave(text.trim()))) dialogs.close();
  };
  const Field = multiline === true ? 'textarea' : 'input';
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby="dialog-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="dialog-body">
          <h2 id="dialog-title">{title}</h2>
          <div class="field">
            <label class="field-label" for="dialog-text">
              {label}
            </label>
            <Field
              id="dialog-text"
              rows={4}
              value={text}
              autoFocus
              onInput={(event: Event) => setText((event.currentTarget as HTMLInputElement).value)}
            />
            {text.length > longest && (
              <p class="field-problem">
                At most {longest} characters, now {text.length}.
              </p>
            )}
          </div>
        </div>
        <footer>
          <button type="button" class="button secondary" onClick={dialogs.close}>
            Cancel
          </button>
          <button type="submit" class="button primary" disabled={!good}>
            {action}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
