import { useState } from 'preact/hooks';
import { useDialog } from '../hooks/use-dialog.ts';
import { useSession, useView } from '../state/context.ts';
import { createPost } from '../state/message-actions.ts';
import { has, P, permissionsIn } from '../state/permissions.ts';
import { dialogs } from './dialog-store.ts';
import { FileChips } from './FileChips.tsx';
import { Icon } from './Icon.tsx';
import { TagChoice } from './TagChoice.tsx';

const MOST_TAGS = 5;
const REQUIRE_TAG = 1 << 4;

/** A new forum post: title, text, up to five tags, files. */
export function PostDialog({ forumId }: { forumId: string }) {
  const session = useSession();
  const dialog = useDialog(dialogs.close);
  const forum = useView((state) => state.channels[forumId]);
  const moderates = useView((state) => has(permissionsIn(state, state.channels[forumId]), P.ManageThreads));
  const [title, setTitle] = useState('');
  const [content, setContent] = useState('');
  const [tagIds, setTagIds] = useState<string[]>([]);
  const [files, setFiles] = useState<File[]>([]);
  const [checked, setChecked] = useState(false);
  const tags = (forum?.available_tags ?? []).filter((tag) => moderates || tag.moderated !== true);
  const needsTag = ((forum?.flags ?? 0) & REQUIRE_TAG) !== 0;
  const problems = {
    title: title.trim() === '' ? 'A post needs a title.' : undefined,
    content: content.trim() === '' && files.length === 0 ? 'A post needs some text or a file.' : undefined,
    tags: needsTag && tagIds.length === 0 ? 'Choose at least one tag.' : undefined,
  };
  const submit = async () => {
    setChecked(true);
    if (Object.values(problems).some((problem) => problem !== undefined)) return;
    if (await createPost(session, forumId, { title: title.trim(), content: content.trim(), tagIds, files }))
      dialogs.close();
  };
  const problem = (words: string | undefined) =>
    checked &&
    words !== undefined && (
      <p class="field-problem" role="alert">
        {words}
      </p>
    );
  return (
    <dialog class="dialog wide" ref={dialog} aria-labelledby="post-title-heading">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header>
          <h2 id="post-title-heading">New post in {forum?.name}</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={dialogs.close}>
            <Icon name="close" />
          </button>
        </header>
        <div class="dialog-body">
          <div class="field">
            <label class="field-label" for="post-title">
              Title
            </label>
            <input
              id="post-title"
              maxLength={100}
              autoFocus
              value={title}
              onInput={(event) => setTitle(event.currentTarget.value)}
            />
            {problem(problems.title)}
          </div>
          <div class="field">
            <label class="field-label" for="post-content">
              Text
            </label>
            <textarea
              id="post-content"
              rows={6}
              maxLength={2000}
              value={content}
              onInput={(event) => setContent(event.currentTarget.value)}
            />
            {problem(problems.content)}
          </div>
          {tags.length > 0 && (
            <fieldset class="field">
              <legend>
                Tags{needsTag ? ' *' : ''} <small>up to {MOST_TAGS}</small>
              </legend>
              <TagChoice
                tags={tags}
                chosen={tagIds}
                onChange={(chosen) => setTagIds(chosen.slice(0, MOST_TAGS))}
              />
              {problem(problems.tags)}
            </fieldset>
          )}
          <label class="file-field">
            <Icon name="plus" />
            <span>Attach files</span>
            <input
              type="file"
              multiple
              class="visually-hidden"
              onChange={(event) => setFiles([...files, ...(event.currentTarget.files ?? [])])}
            />
          </label>
          <FileChips files={files} onRemove={(index) => setFiles(files.filter((_, at) => at !== index))} />
        </div>
        <footer>
          <button type="button" class="button secondary" onClick={dialogs.close}>
            Cancel
          </button>
          <button type="submit" class="button primary">
            Post
          </button>
        </footer>
      </form>
    </dialog>
  );
}
