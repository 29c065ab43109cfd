import type { MessageBody } from '../../discord/interaction.ts';
import { delivered, postOnce } from '../../discord/post-once.ts';
import type { Delivery, Once } from '../../shared/delivery.ts';
import { type IdeaMessagesDeps } from './messages-deps.ts';
import type { Idea } from './model.ts';
import { type NewsState, newsMark, newsView } from './news-views.ts';
import { consentMark, consentView } from './note-views.ts';
import type { IdeaNews, Receipt } from './ports.ts';
import { receiptCard, receiptMark } from './receipt-views.ts';

/** What is said where people talk about an idea. `gone`: that place is not there any more. */
export interface ThreadMessages {
  /** `nothing`: none of it is for everybody. */
  tell(news: IdeaNews, once: Once): Promise<Delivery | { kind: 'nothing' }>;
  receipt(receipt: Receipt, once: Once): Promise<Delivery>;
  askConsent(idea: Idea, once: Once): Promise<Delivery>;
  giveRole(receipt: Receipt): Promise<Delivery | { kind: 'nothing' }>;
}

export function threadMessages(deps: IdeaMessagesDeps): ThreadMessages {
  const { ideas, messenger } = deps;

  const newsState = (news: IdeaNews): NewsState => {
    const review = ideas.caseOf(news.idea.id);
    return {
      ...news,
      dueAt: review?.closedAt === undefined ? review?.dueAt : undefined,
      mergeOf(mergeId) {
        const merge = ideas.mergeById(mergeId);
        const source = merge && ideas.ideaOf(merge.sourceId);
        const target = merge && ideas.ideaOf(merge.targetId);
        return source && target ? { merge, source, target } : undefined;
      },
    };
  };

  /** In its thread; where that is gone, under its card in the text channel. */
  const say = async (
    { threadId, channelId, messageId }: Idea,
    said: { body: MessageBody; mark: string; once: Once },
  ): Promise<Delivery> => {
    if (threadId !== undefined) {
      const delivery = await postOnce(messenger, { ...said, channelId: threadId });
      if (delivery.kind !== 'gone' || threadId === channelId) return delivery;
    }
    if (channelId === undefined) return { kind: 'gone' };
    return postOnce(messenger, { ...said, channelId, replyTo: messageId });
  };

  return {
    async tell(news, once) {
      const body = newsView(newsState(news), deps.guildT(news.idea.guildId));
      return body ? say(news.idea, { body, mark: newsMark(news), once }) : { kind: 'nothing' };
    },
    receipt(receipt, { nonce }) {
      const { idea } = receipt;
      const roleId = deps.settingsOf(idea.guildId).shippedRoleId;
      const body = receiptCard({ receipt, roleId }, deps.guildT(idea.guildId));
      // Looked for each time: an idea has one receipt, however often it is said to have shipped.
      return say(idea, { body, mark: receiptMark(idea), once: { nonce, mayHaveHappened: true } });
    },
    askConsent(idea, once) {
      const body = consentView(idea, deps.guildT(idea.guildId));
      return say(idea, { body, mark: consentMark(idea), once });
    },
    async giveRole({ idea, authorId }) {
      const { shippedRoleId: roleId } = deps.settingsOf(idea.guildId);
      // A role is seen by everybody: it would tell who wrote an anonymous idea.
      if (roleId === undefined || authorId === undefined || idea.anonymous) return { kind: 'nothing' };
      const reason = `Idea ${idea.number ?? ''} shipped: ${idea.title}`;
      return delivered(await deps.giveRole({ guildId: idea.guildId, userId: authorId, roleId, reason }));
    },
  };
}
