import { useEffect, useState } from 'preact/hooks';
import { Markdown } from '../markdown/Markdown.tsx';
import { relativeTime } from '../markdown/time-text.ts';
import { openChannel } from '../state/actions.ts';
import { useNow } from '../state/clock.ts';
import { useSession, useView } from '../state/context.ts';
import { timeOfId } from '../state/ids.ts';
import { loadArchivedThreads } from '../state/message-actions.ts';
import type { Channel } from '../state/model.ts';
import { has, P, permissionsIn } from '../state/permissions.ts';
import { isUnread, nameOf, threadsOf } from '../state/selectors.ts';
import { dialogs } from './dialog-store.ts';
import { Icon } from './Icon.tsx';
import { TagChoice } from './TagChoice.tsx';
import { TagView } from './TagView.tsx';

const PINNED = 1 << 1;

function sorted(posts: Channel[], order: 'activity' | 'created'): Channel[] {
  const stamp = (post: Channel) =>
    timeOfId(order === 'activity' ? (post.last_message_id ?? post.id) : post.id);
  const pinned = (post: Channel) => ((post.flags ?? 0) & PINNED ? 1 : 0);
  return posts.toSorted((a, b) => pinned(b) - pinned(a) || stamp(b) - stamp(a));
}

/** A forum: its posts with tags, a filter, two orders, and a button for a new post. */
export function ForumView({ forum }: { forum: Channel }) {
  const session = useSession();
  const [tagIds, setTagIds] = useState<string[]>([]);
  const [order, setOrder] = useState<'activity' | 'created'>('activity');
  const [query, setQuery] = useState('');
  const posts = useView((state) => threadsOf(state, forum.id));
  const mayPost = useView((state) => has(permissionsIn(state, forum), P.SendMessages));
  const ready = useView((state) => state.status === 'ready');
  useEffect(() => {
    if (ready) void loadArchivedThreads(session, forum.id);
  }, [forum.id, ready]);
  const tags = forum.available_tags ?? [];
  const words = query.trim().toLowerCase();
  const shown = sorted(posts, order)
    .filter((post) => tagIds.length === 0 || tagIds.some((id) => post.applied_tags?.includes(id) ?? false))
    .filter((post) => post.name?.toLowerCase().includes(words) ?? true);
  return (
    <div class="forum">
      {forum.topic && (
        <details class="forum-topic">
          <summary>Guidelines</summary>
          <Markdown text={forum.topic} />
        </details>
      )}
      <div class="forum-bar">
        <label class="forum-search">
          <Icon name="search" />
          <span class="visually-hidden">Search posts</span>
          <input
            placeholder="Search posts"
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </label>
        <label class="forum-order">
          <span>Sort by</span>
          <select
            value={order}
            onChange={(event) => setOrder(event.currentTarget.value as 'activity' | 'created')}
          >
            <option value="activity">Latest activity</option>
            <option value="created">Newest post</option>
          </select>
        </label>
        {mayPost && (
          <button type="button" class="button primary" onClick={() => dialogs.post(forum.id)}>
            <Icon name="plus" size={16} /> <span>New post</span>
          </button>
        )}
      </div>
      {tags.length > 0 && (
        <TagChoice tags={tags} chosen={tagIds} onChange={setTagIds} label="Filter by tag" />
      )}
      <ul class="post-list" aria-label="Posts">
        {shown.map((post) => (
          <li key={post.id}>
            <PostCard post={post} forum={forum} />
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p class="forum-empty">No posts here yet.</p>}
    </div>
  );
}

function answersTo({ message_count = 0 }: Channel): string {
  if (message_count === 0) return 'no answers yet';
  return message_count === 1 ? '1 answer' : `${message_count} answers`;
}

function PostCard({ post, forum }: { post: Channel; forum: Channel }) {
  const session = useSession();
  const now = useNow(30_000);
  const [author, unread] = useView<[string, boolean]>((state) => {
    const user = state.users[post.owner_id ?? ''];
    return [user === undefined ? 'Someone' : nameOf(state, forum.guild_id, user), isUnread(state, post)];
  });
  const tags = (forum.available_tags ?? []).filter((tag) => post.applied_tags?.includes(tag.id) ?? false);
  const at = timeOfId(post.last_message_id ?? post.id);
  const archived = post.thread_metadata?.archived === true;
  return (
    <button
      type="button"
      class={unread ? 'post-card unread' : 'post-card'}
      onClick={() => openChannel(session, post.id)}
    >
      <span class="post-tags">
        {((post.flags ?? 0) & PINNED) !== 0 && (
          <span class="tag small">
            <Icon name="pin" size={13} /> Pinned
          </span>
        )}
        {tags.map((tag) => (
          <span class="tag small" key={tag.id}>
            <TagView tag={tag} />
          </span>
        ))}
      </span>
      <span class="post-name">
        {post.name}
        {unread && <span class="visually-hidden">, unread</span>}
      </span>
      <span class="post-facts">
        {author} · {answersTo(post)}
        {at > 0 && ` · ${relativeTime(at, now)}`}
        {archived && ' · archived'}
        {post.thread_metadata?.locked === true && ' · locked'}
      </span>
    </button>
  );
}
