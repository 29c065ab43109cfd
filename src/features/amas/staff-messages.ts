import { delivered, postOnce } from '../../discord/post-once.ts';
import type { Delivery, Once } from '../../shared/delivery.ts';
import { exposedView } from './exposed-views.ts';
import type { AmaMessagesDeps } from './messages-deps.ts';
import type { Ama } from './model.ts';
import { type AmaNote, noteMark, noteView } from './note-views.ts';
import { overdueMark, overdueView, parkedMark, parkedView } from './parked-views.ts';
import { PARKED_MS } from './ports.ts';

/** What staff reads besides panel and queue. */
export interface StaffMessages {
  /** The list of what is owed. `nothing`: nothing is, and nothing stands there. */
  parked(ama: Ama, once: Once): Promise<Delivery<{ messageId: string }> | { kind: 'nothing' }>;
  /** Reminds the host of it. `nothing`: nothing is owed any more. */
  overdue(ama: Ama, once: Once): Promise<Delivery | { kind: 'nothing' }>;
  /** Notes about trouble stay away while the same one stands among the last messages. */
  note(note: AmaNote, once: Once): Promise<Delivery | { kind: 'nothing' }>;
}

export function staffMessages(deps: AmaMessagesDeps): StaffMessages {
  const { work, messenger, live, clock, guildT, team } = deps;

  return {
    async parked(ama, once) {
      const { id, guildId, staffChannelId: channelId, parkedMessageId: messageId } = ama;
      const parked = work.parked(id);
      const dueAt = ama.statusAt + PARKED_MS;
      const state = { ama, parked, dueAt, late: clock.now() >= dueAt };
      await team.look(ama);
      const t = guildT(guildId);
      const body = team.isExposed(channelId) ? exposedView(ama, parkedMark(ama), t) : parkedView(state, t);
      if (messageId !== undefined) {
        const edited = delivered(await live.finish({ channelId, messageId }, { body }));
        if (edited.kind !== 'gone') return edited.kind === 'sent' ? { ...edited, messageId } : edited;
      }
      if (parked.length === 0) return { kind: 'nothing' };
      return postOnce(messenger, { channelId, body, mark: parkedMark(ama), once });
    },

    async overdue(ama, once) {
      const parked = work.parked(ama.id);
      if (parked.length === 0) return { kind: 'nothing' };
      const round = Math.max(0, Math.floor((clock.now() - ama.statusAt) / PARKED_MS));
      const body = overdueView({ ama, parked }, round, guildT(ama.guildId));
      return postOnce(messenger, {
        channelId: ama.staffChannelId,
        body,
        mark: overdueMark(ama, round),
        once,
      });
    },

    async note(note, once) {
      const { guildId, staffChannelId } = note.ama;
      const t = guildT(guildId);
      const body = noteView(note, t);
      if (!body) return { kind: 'nothing' };
      const { mark, always } = noteMark(note, t);
      const said = { body, mark, once: { ...once, mayHaveHappened: always || once.mayHaveHappened } };
      const told = await postOnce(messenger, { ...said, channelId: staffChannelId });
      const instead = deps.noticesChannelOf(guildId);
      const refused = told.kind === 'gone' || told.kind === 'forbidden';
      if (!refused || instead === undefined || instead === staffChannelId) return told;
      return postOnce(messenger, { ...said, channelId: instead });
    },
  };
}
