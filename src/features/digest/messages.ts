import type { Messenger } from '../../discord/messenger.ts';
import { postOnce } from '../../discord/post-once.ts';
import { container, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { tableId } from './custom-ids.ts';
import { type DigestPictures, digestView } from './digest-views.ts';
import { type DrawDigest, picturesIn } from './pictures.ts';
import type { DigestMessages } from './ports.ts';

export interface DigestMessagesDeps {
  messenger: Messenger;
  draw: DrawDigest;
  /** The language of the server's digests. */
  digestT: (guildId: string) => Translate;
  noticesChannelOf: (guildId: string) => string | undefined;
}

const noPictures: DigestPictures = { trend: undefined, hours: undefined };

/** Everything of digests that stands on Discord. */
export function digestMessages(deps: DigestMessagesDeps): DigestMessages {
  const { messenger, draw, digestT, noticesChannelOf } = deps;

  return {
    async post({ id: digestId, guildId, content }, channelId, once) {
      const t = digestT(guildId);
      const body = (pictures: DigestPictures) => digestView({ guildId, digestId, content, pictures }, t);
      const said = { channelId, mark: tableId.build({ digest: digestId }) };
      const files = await draw.digest(content, t);
      const full = await postOnce(messenger, { ...said, once, body: body(picturesIn(files)), files });
      if (full.kind !== 'forbidden' || files.length === 0) return full;
      // Attach Files may be missing: the words still go out.
      const plain = { ...once, nonce: `${once.nonce}p` };
      return postOnce(messenger, { ...said, once: plain, body: body(noPictures) });
    },

    /** Told to those in charge once for each digest, where they read other notices. */
    async cannotPost({ id, guildId }, channelId, reason) {
      const notices = noticesChannelOf(guildId);
      if (notices === undefined || notices === channelId) return;
      const words = digestT(guildId)('digest.post.cannot', { channel: `<#${channelId}>`, reason });
      const body = { components: [container([text(words)])] };
      const once = { nonce: `digest-${id}`, mayHaveHappened: true };
      await postOnce(messenger, { channelId: notices, body, mark: words, once });
    },
  };
}
