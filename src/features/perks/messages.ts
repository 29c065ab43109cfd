import type { LiveEditor } from '../../discord/live-editor.ts';
import type { Messenger } from '../../discord/messenger.ts';
import { delivered, postOnce } from '../../discord/post-once.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Delivery, Once } from '../../shared/delivery.ts';
import { cardMark, perkCard } from './card-views.ts';
import type { Perk } from './model.ts';
import { noteText, noteView, type PerkNote } from './note-views.ts';
import type { PerkWork } from './ports.ts';

export interface PerkMessagesDeps {
  work: Pick<PerkWork, 'find'>;
  messenger: Messenger;
  live: Pick<LiveEditor, 'refresh' | 'finish'>;
  /** The server's language. */
  guildT: (guildId: string) => Translate;
  noticesChannelOf: (guildId: string) => string | undefined;
}

/** Everything of perks that stands on Discord. */
export type PerkMessages = ReturnType<typeof perkMessages>;

export function perkMessages({ work, messenger, live, guildT, noticesChannelOf }: PerkMessagesDeps) {
  const cardOf = (perk: Perk) => perkCard(perk, guildT(perk.guildId));

  return {
    post: (perk: Perk, channelId: string, once: Once): Promise<Delivery<{ messageId: string }>> =>
      postOnce(messenger, { channelId, body: cardOf(perk), mark: cardMark(perk), once }),

    /** Brings the card up to date, coalesced; costs nothing that has to be waited for. */
    refresh({ id, channelId, messageId }: Perk): void {
      if (channelId === undefined || messageId === undefined) return;
      live.refresh({ channelId, messageId }, () => {
        const perk = work.find(id);
        return perk?.messageId === messageId ? cardOf(perk) : undefined;
      });
    },
    /** The same, made certain: resolves with how it went. */
    async finish(perk: Perk): Promise<Delivery> {
      const { channelId, messageId } = perk;
      if (channelId === undefined || messageId === undefined) return { kind: 'gone' };
      return delivered(await live.finish({ channelId, messageId }, { body: cardOf(perk) }));
    },
    takeDown: async (channelId: string, messageId: string): Promise<Delivery> =>
      delivered(await messenger.delete(channelId, messageId)),

    /** `nothing`: there is no channel for it. */
    async note(guildId: string, note: PerkNote, once: Once): Promise<Delivery | { kind: 'nothing' }> {
      const channelId = noticesChannelOf(guildId);
      if (channelId === undefined) return { kind: 'nothing' };
      const t = guildT(guildId);
      return postOnce(messenger, { channelId, body: noteView(note, t), mark: noteText(note, t), once });
    },
  };
}
