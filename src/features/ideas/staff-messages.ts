import { delivered, postOnce } from '../../discord/post-once.ts';
import type { Delivery, Once } from '../../shared/delivery.ts';
import { caseCard, caseMark, overdueView } from './case-views.ts';
import { type IdeaMessagesDeps, type Message, staffChannelOf } from './messages-deps.ts';
import type { Idea, ReviewCase } from './model.ts';
import { noteMark, type StaffNote, staffNote } from './note-views.ts';

/** What staff reads. `no-channel`: there is none for it. */
export interface StaffMessages {
  /** Posts the case, or brings its message up to date; `at` is where it stands now. */
  showCase(
    state: { idea: Idea; review: ReviewCase },
    once: Once,
  ): Promise<Delivery<{ at: Message }> | { kind: 'no-channel' }>;
  remind(state: { idea: Idea; review: ReviewCase }, once: Once): Promise<Delivery | { kind: 'no-channel' }>;
  /** Notes about trouble stay away while the same one stands among the last messages. */
  note(guildId: string, note: StaffNote, once: Once): Promise<Delivery | { kind: 'no-channel' }>;
}

export function staffMessages(deps: IdeaMessagesDeps): StaffMessages {
  const { messenger, live, guildT, settingsOf } = deps;

  return {
    async showCase({ idea, review }, once) {
      const t = guildT(idea.guildId);
      const body = caseCard({ idea, review, need: settingsOf(idea.guildId).reviewers }, t);
      const { channelId, messageId } = review;
      if (channelId !== undefined && messageId !== undefined) {
        const at = { channelId, messageId };
        const edited = delivered(await live.finish(at, { body }));
        if (edited.kind !== 'gone') return edited.kind === 'sent' ? { ...edited, at } : edited;
      }
      // Nobody needs a closed case that is not there.
      if (review.closedAt !== undefined) return { kind: 'gone' };
      const staffChannelId = staffChannelOf(deps, idea.guildId);
      if (staffChannelId === undefined) return { kind: 'no-channel' };
      const mark = caseMark({ idea, review });
      const posted = await postOnce(messenger, { channelId: staffChannelId, body, mark, once });
      if (posted.kind !== 'sent') return posted;
      return { kind: 'sent', at: { channelId: staffChannelId, messageId: posted.messageId } };
    },

    async remind({ idea, review }, once) {
      const { guildId } = idea;
      const channelId = deps.noticesChannelOf(guildId) ?? staffChannelOf(deps, guildId);
      if (channelId === undefined) return { kind: 'no-channel' };
      const body = overdueView({ idea, review, staffRoleId: deps.staffRoleOf(guildId) }, guildT(guildId));
      const posted = await messenger.post(channelId, body, { nonce: once.nonce });
      return delivered(posted);
    },

    async note(guildId, note, once) {
      const channelId = staffChannelOf(deps, guildId);
      if (channelId === undefined) return { kind: 'no-channel' };
      const t = guildT(guildId);
      const { mark, always } = noteMark(note, t);
      const body = staffNote(note, t);
      return postOnce(messenger, {
        channelId,
        body,
        mark,
        once: { ...once, mayHaveHappened: always || once.mayHaveHappened },
      });
    },
  };
}
