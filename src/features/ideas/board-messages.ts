import { delivered, postOnce, refused } from '../../discord/post-once.ts';
import type { Delivery, Once } from '../../shared/delivery.ts';
import { boardMark, boardView } from './board-views.ts';
import { ledgerMark, ledgerView } from './ledger-views.ts';
import { type IdeaMessagesDeps, type Message } from './messages-deps.ts';
import type { IdeaSummary } from './ports.ts';

/** What stands in channels of its own: the board, and the pages of the ledger. */
export interface BoardMessages {
  /** Brings the board up to date, or puts it up and pins it. `at`: where it stands. `nothing`: no channel for it. */
  board(
    guildId: string,
    standing: Message | undefined,
    once: Once,
  ): Promise<Delivery<{ at: Message }> | { kind: 'nothing' }>;
  ledger(
    guildId: string,
    page: { page: number; lines: readonly IdeaSummary[]; messageId: string | undefined },
    once: Once,
  ): Promise<Delivery<{ at: Message }> | { kind: 'nothing' }>;
}

export function boardMessages(deps: IdeaMessagesDeps): BoardMessages {
  const { messenger, live, ideas, guildT, settingsOf } = deps;

  return {
    async board(guildId, standing, once) {
      const { boardChannelId: channelId } = settingsOf(guildId);
      if (channelId === undefined) {
        // One that nobody updates would tell yesterday's news.
        const removed = standing && (await messenger.delete(standing.channelId, standing.messageId));
        return removed?.ok === false && removed.failure.kind === 'retry'
          ? refused(removed.failure)
          : { kind: 'nothing' };
      }
      const t = guildT(guildId);
      const body = boardView(ideas.roadmap(guildId), t);
      if (standing?.channelId === channelId) {
        const edited = delivered(await live.finish(standing, { body }));
        if (edited.kind !== 'gone') return edited.kind === 'sent' ? { ...edited, at: standing } : edited;
      }
      const posted = await postOnce(messenger, { channelId, body, mark: boardMark(t), once });
      if (posted.kind !== 'sent') return posted;
      const at = { channelId, messageId: posted.messageId };
      const pinned = await messenger.pin(channelId, posted.messageId);
      if (!pinned.ok && pinned.failure.kind === 'forbidden')
        deps.report({ what: 'cannot-pin', guildId, channelId });
      // The board moved.
      if (standing && standing.channelId !== channelId)
        await messenger.delete(standing.channelId, standing.messageId);
      return { kind: 'sent', at };
    },

    async ledger(guildId, { page, lines, messageId }, once) {
      const { ledgerChannelId: channelId } = settingsOf(guildId);
      if (channelId === undefined) return { kind: 'nothing' };
      // A page that is there already says so when its last idea is taken off it again.
      if (lines.length === 0 && messageId === undefined) return { kind: 'nothing' };
      const t = guildT(guildId);
      const body = ledgerView(page, lines, t);
      if (messageId !== undefined) {
        const at = { channelId, messageId };
        const edited = delivered(await live.finish(at, { body }));
        if (edited.kind !== 'gone') return edited.kind === 'sent' ? { ...edited, at } : edited;
      }
      const posted = await postOnce(messenger, { channelId, body, mark: ledgerMark(page, t), once });
      if (posted.kind !== 'sent') return posted;
      return { kind: 'sent', at: { channelId, messageId: posted.messageId } };
    },
  };
}
