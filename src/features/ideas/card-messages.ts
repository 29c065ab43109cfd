import type { Result } from '../../discord/failure.ts';
import type { MessageBody, OutgoingFile } from '../../discord/interaction.ts';
import { limits } from '../../discord/limits.ts';
import { delivered, findMarked, holds, refused } from '../../discord/post-once.ts';
import { plain } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Delivery, Once } from '../../shared/delivery.ts';
import { type CardPlace, pictureMemory, picturesFor } from './card-pictures.ts';
import { type CardState, ideaCard } from './card-views.ts';
import { detailsId } from './custom-ids.ts';
import { type ForumTags, forumTags, type PostTags } from './forum-tags.ts';
import { type IdeaMessagesDeps } from './messages-deps.ts';
import type { Idea } from './model.ts';

export interface Place {
  channelId: string;
  messageId: string;
  threadId: string | undefined;
}

/** The card of an idea, where everybody sees it. */
export interface CardMessages {
  /** Puts it into the channel of ideas, once. `no-channel`: there is none, or it is gone. */
  post(idea: Idea, once: Once): Promise<Delivery<{ place: Place }> | { kind: 'no-channel' }>;
  /** Brings the card up to date, coalesced; costs nothing that has to be waited for. */
  refresh(idea: CardPlace): void;
  /** The same, made certain: resolves with how it went. */
  finish(idea: Idea): Promise<Delivery>;
  /** Discord found something wrong with an edit: perhaps its pictures are not there any more. Tried without them. */
  refused(messageId: string): void;
  tags: ForumTags;
}

/** What a post or thread is called: the number that people say, and the title, unless that was taken back. */
export function threadName(idea: Pick<Idea, 'number' | 'title' | 'status'>, t: Translate): string {
  const title = idea.status === 'withdrawn' ? t('ideas.status.withdrawn') : idea.title;
  return plain(`${numbered(idea.number)}${title}`, limits.threadName);
}

function numbered(number: number | undefined): string {
  return number === undefined ? '' : `${number} · `;
}

export function cardMessages(deps: IdeaMessagesDeps): CardMessages {
  const { ideas, messenger, forums, live } = deps;
  const tags = forumTags(deps);
  const pictures = pictureMemory();

  const stateOf = (idea: Idea): CardState => {
    const review = ideas.caseOf(idea.id);
    return {
      idea,
      categories: deps.settingsOf(idea.guildId).categories,
      dueAt: review?.closedAt === undefined ? review?.dueAt : undefined,
      target: idea.mergedInto === undefined ? undefined : ideas.ideaOf(idea.mergedInto),
    };
  };
  const cardOf = (idea: Idea, withPictures = !pictures.areGone(idea.messageId)) =>
    ideaCard(stateOf(idea), deps.guildT(idea.guildId), { pictures: withPictures });
  const markOf = ({ id }: Idea) => detailsId.build({ idea: id, on: 'card', event: 0 });

  /** Attach Files may be missing, or Discord finds something wrong with a file: the words still go out. */
  const withPicturesIfTaken = async <T extends { id: string }>(
    idea: Idea,
    attempt: (outgoing: { body: MessageBody; files: OutgoingFile[] }) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    // Those that are not in the store any more cannot be shown again.
    const files = picturesFor(idea, deps.work.images(idea.id));
    const first = await attempt({ body: cardOf(idea, files.length > 0), files });
    if (first.ok || files.length === 0) return first;
    if (first.failure.kind === 'retry' || first.failure.kind === 'gone') return first;
    const without = await attempt({ body: cardOf(idea, false), files: [] });
    if (without.ok) pictures.lose(without.value.id);
    return without;
  };

  const postInForum = async (
    idea: Idea,
    forumId: string,
    once: Once,
  ): Promise<Delivery<{ place: Place }>> => {
    const begins = numbered(idea.number);
    const found = once.mayHaveHappened
      ? await forums.findOwn(
          { guildId: idea.guildId, forumId },
          { name: (name) => name.startsWith(begins), message: (message) => holds(message, markOf(idea)) },
        )
      : undefined;
    if (found && !found.ok) return refused(found.failure);
    if (found?.value) return { kind: 'sent', place: postPlace(found.value.id) };
    const name = threadName(idea, deps.guildT(idea.guildId));
    const wanted = await tags.tagsFor(idea, forumId);
    const created = await withPicturesIfTaken(idea, (outgoing) =>
      withFewerTags(wanted, idea, forumId, (tagIds) => forums.post(forumId, { name, ...outgoing, tagIds })),
    );
    return created.ok ? { kind: 'sent', place: postPlace(created.value.id) } : refused(created.failure);
  };

  /** A tag may have been deleted a moment ago, or be one that only Manage Threads can give. */
  const withFewerTags = async <T>(
    wanted: PostTags,
    idea: Idea,
    forumId: string,
    attempt: (tagIds: readonly string[]) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const first = await attempt(wanted.ids);
    if (first.ok || wanted.ids.length === 0) return first;
    if (first.failure.kind === 'retry' || first.failure.kind === 'gone') return first;
    tags.forget(forumId);
    const without = await attempt([]);
    if (without.ok) {
      const names = deps.guildT(idea.guildId)(`ideas.status.${idea.status}`);
      deps.report({ what: 'tags-forbidden', guildId: idea.guildId, channelId: forumId, tags: [names] });
    }
    return without;
  };

  const postInChannel = async (
    idea: Idea,
    channelId: string,
    once: Once,
  ): Promise<Delivery<{ place: Place }>> => {
    const found = once.mayHaveHappened ? await findMarked(messenger, channelId, markOf(idea)) : undefined;
    if (found && found.kind !== 'sent') return found;
    let messageId = found?.messageId;
    if (messageId === undefined) {
      const posted = await withPicturesIfTaken(idea, ({ body, files }) =>
        messenger.post(channelId, body, { nonce: once.nonce, files }),
      );
      if (!posted.ok) return refused(posted.failure);
      messageId = posted.value.id;
    }
    const thread = await messenger.startThread(
      channelId,
      messageId,
      threadName(idea, deps.guildT(idea.guildId)),
    );
    if (!thread.ok && thread.failure.kind === 'retry') return refused(thread.failure);
    if (!thread.ok) {
      const { guildId, id: ideaId } = idea;
      deps.report({ what: 'cannot-tell', guildId, ideaId, reason: thread.failure.reason });
    }
    const threadId = thread.ok ? thread.value.id : undefined;
    return { kind: 'sent', place: { channelId, messageId, threadId } };
  };

  const refresh = ({ id, channelId, messageId }: CardPlace): void => {
    if (channelId === undefined || messageId === undefined) return;
    pictures.shownBy(messageId, { id, channelId, messageId });
    live.refresh({ channelId, messageId }, () => {
      const idea = ideas.ideaOf(id);
      return idea?.messageId === messageId ? cardOf(idea) : undefined;
    });
  };

  return {
    tags,
    async post(idea, once) {
      const { channelId, channelKind } = deps.settingsOf(idea.guildId);
      if (channelId === undefined) return { kind: 'no-channel' };
      const delivery =
        channelKind === 'forum'
          ? await postInForum(idea, channelId, once)
          : await postInChannel(idea, channelId, once);
      return delivery.kind === 'gone' ? { kind: 'no-channel' } : delivery;
    },
    refresh,
    refused(messageId) {
      const card = pictures.areGone(messageId) ? undefined : pictures.lose(messageId);
      if (card) refresh(card);
    },
    async finish(idea) {
      const { channelId, messageId } = idea;
      if (channelId === undefined || messageId === undefined) return { kind: 'gone' };
      const key = { channelId, messageId };
      // What was taken back goes with its pictures.
      if (idea.status === 'withdrawn')
        return delivered(await live.finish(key, { body: cardOf(idea), files: [] }));
      const shown = await live.finish(key, { body: cardOf(idea) });
      if (shown.ok || shown.failure.kind !== 'bug' || idea.imageNames.length === 0) return delivered(shown);
      // Somebody took the pictures off the message: the words still count.
      pictures.lose(messageId);
      return delivered(await live.finish(key, { body: cardOf(idea, false), files: [] }));
    },
  };
}

function postPlace(id: string): Place {
  return { channelId: id, messageId: id, threadId: id };
}
