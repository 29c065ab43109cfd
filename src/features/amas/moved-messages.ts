import type { MessageBody } from '../../discord/interaction.ts';
import { delivered } from '../../discord/post-once.ts';
import { container, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Delivery } from '../../shared/delivery.ts';
import type { LeftBehind } from './ama-queue.ts';
import type { AmaMessagesDeps } from './messages-deps.ts';
import type { Ama } from './model.ts';
import { amaColours, titleText } from './words-views.ts';

/** What an AMA left in a channel that it no longer has. */
export interface MovedMessages {
  /** The announcement leads to the new channel, since answers may stand in its thread; everything else goes. */
  clear(ama: Ama, left: LeftBehind): Promise<Delivery>;
}

export function movedMessages({ messenger, guildT }: AmaMessagesDeps): MovedMessages {
  return {
    async clear(ama, { channelId, messageId, announcement }) {
      if (!announcement) return delivered(await messenger.delete(channelId, messageId));
      return delivered(await messenger.edit(channelId, messageId, movedView(ama, guildT(ama.guildId))));
    },
  };
}

export function movedView(ama: Ama, t: Translate): MessageBody {
  const words = t('amas.card.moved', { channel: `<#${ama.channelId}>` });
  return {
    components: [container([text(`## 🎤 ${titleText(ama)}\n${words}`)], { accent: amaColours.closed })],
  };
}
