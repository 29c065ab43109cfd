import type { Messenger } from '../../discord/messenger.ts';
import { delivered, findMarked, postOnce, refused } from '../../discord/post-once.ts';
import { sentence } from '../../discord/press.ts';
import type { Translate } from '../../i18n/translate.ts';
import { cardView } from './card-views.ts';
import { cardMark } from './custom-ids.ts';
import type { GuardMessages } from './ports.ts';

/** Everything of the guard that stands on Discord. */
export function guardMessages(deps: {
  messenger: Messenger;
  guildT: (guildId: string) => Translate;
  noticesChannelOf: (guildId: string) => string | undefined;
}): GuardMessages {
  const { messenger, guildT, noticesChannelOf } = deps;
  return {
    async post(card) {
      // The same on every try, and another for a card of the same number in a new data file.
      const nonce = `guard-${card.id}-${card.madeAt.toString(36)}`;
      const body = cardView(card, guildT(card.guildId));
      const posted = await messenger.post(card.channelId, body, { nonce, quiet: true });
      return posted.ok ? { kind: 'sent', messageId: posted.value.id } : refused(posted.failure);
    },
    find: ({ channelId, id }) => findMarked(messenger, channelId, cardMark(id)),
    edit: async (card, messageId) =>
      delivered(await messenger.edit(card.channelId, messageId, cardView(card, guildT(card.guildId)))),
    async cannotPost({ id, guildId, channelId }, reason) {
      const notices = noticesChannelOf(guildId);
      if (notices === undefined || notices === channelId) return;
      const words = guildT(guildId)('guard.cannot', { channel: `<#${channelId}>`, reason });
      const once = { nonce: `guard-no-${id}`, mayHaveHappened: true };
      await postOnce(messenger, { channelId: notices, body: sentence(words), mark: words, once });
    },
  };
}
