import type { Forums } from '../../discord/forum.ts';
import { limits } from '../../discord/limits.ts';
import { delivered, refused } from '../../discord/post-once.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Delivery } from '../../shared/delivery.ts';
import { threadName } from './card-messages.ts';
import type { ForumTags, PostTags } from './forum-tags.ts';
import type { Idea } from './model.ts';
import type { ReportTrouble } from './trouble.ts';

/** Discord takes about two new names of a thread in ten minutes; the client would wait in silence. */
const RENAME_EVERY = 5 * 60_000;
/** Ideas whose post is known to be right; forgetting one costs a request. */
const REMEMBERED = 2_000;

/** Keeps name and tags of an idea's thread as they should be. */
export interface PostSync {
  /** Asks Discord only when something has changed since it last looked. `retry`: a new name has to wait. */
  sync(idea: Idea): Promise<Delivery>;
}

export function postSync(deps: {
  forums: Forums;
  tags: ForumTags;
  clock: Clock;
  guildT: (guildId: string) => Translate;
  report: ReportTrouble;
}): PostSync {
  const { forums, tags, clock, report } = deps;
  const right = new Map<number, string>();
  const renamedAt = new Map<string, number>();

  const remember = (ideaId: number, state: string) => {
    right.delete(ideaId);
    right.set(ideaId, state);
    const oldest = right.keys().next().value;
    if (right.size > REMEMBERED && oldest !== undefined) right.delete(oldest);
  };

  const retag = async (idea: Idea, threadId: string, present: readonly string[], wanted: PostTags) => {
    const others = present.filter((id) => !wanted.managed.has(id) && wanted.existing?.has(id) !== false);
    const next = (own: readonly string[]) => [...own, ...others].slice(0, limits.postTags);
    if (sameSet(next(wanted.ids), present)) return undefined;
    const edited = await forums.editThread(threadId, { tagIds: next(wanted.ids) });
    if (edited.ok || edited.failure.kind === 'retry' || edited.failure.kind === 'gone') return edited;
    const { guildId, id: ideaId } = idea;
    // Without Manage Threads only tags that everybody may use can be changed: it goes on without.
    report({ what: 'cannot-update', guildId, ideaId, reason: edited.failure.reason });
    return undefined;
  };

  /** A post may still name a tag that was deleted, with which Discord takes no edit; or one that is new. */
  const tagsNow = async (idea: Idea, forumId: string, present: readonly string[]): Promise<PostTags> => {
    const known = await tags.tagsFor(idea, forumId);
    if (present.every((id) => known.existing?.has(id) !== false)) return known;
    tags.forget(forumId);
    return tags.tagsFor(idea, forumId);
  };

  const rename = async (threadId: string, name: string): Promise<Delivery> => {
    const last = renamedAt.get(threadId);
    const wait = last === undefined ? 0 : last + RENAME_EVERY - clock.now();
    if (wait > 0) return { kind: 'retry', reason: 'the name changed a moment ago', after: wait };
    renamedAt.set(threadId, clock.now());
    for (const [id, at] of renamedAt) if (at + RENAME_EVERY <= clock.now()) renamedAt.delete(id);
    return delivered(await forums.editThread(threadId, { name }));
  };

  return {
    async sync(idea) {
      const { threadId, channelId } = idea;
      if (threadId === undefined) return { kind: 'sent' };
      const name = threadName(idea, deps.guildT(idea.guildId));
      const state = JSON.stringify([name, idea.status, idea.category]);
      if (right.get(idea.id) === state) return { kind: 'sent' };

      const thread = await forums.thread(threadId);
      if (!thread.ok && thread.failure.kind === 'gone' && threadId !== channelId) {
        // The card is still there without its thread.
        remember(idea.id, state);
        return { kind: 'sent' };
      }
      if (!thread.ok) return refused(thread.failure);
      const forumId = thread.value.parent_id;
      if (threadId === channelId && forumId) {
        const present = thread.value.applied_tags ?? [];
        const wanted = await tagsNow(idea, forumId, present);
        const edited = await retag(idea, threadId, present, wanted);
        if (edited && !edited.ok) return refused(edited.failure);
      }
      if (thread.value.name !== name) {
        const renamed = await rename(threadId, name);
        if (renamed.kind !== 'sent') return renamed;
      }
      remember(idea.id, state);
      return { kind: 'sent' };
    },
  };
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each) => others.includes(each));
}
