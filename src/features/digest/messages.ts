import type { Chart, ChartRenderer } from '../../charts/types.ts';
import type { OutgoingFile } from '../../discord/interaction.ts';
import type { Messenger } from '../../discord/messenger.ts';
import { postOnce } from '../../discord/post-once.ts';
import { container, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { digestCharts } from './chart-views.ts';
import { tableId } from './custom-ids.ts';
import { type DigestPictures, digestView } from './digest-views.ts';
import type { DigestContent } from './model.ts';
import type { DigestMessages } from './ports.ts';

export interface DigestMessagesDeps {
  messenger: Messenger;
  charts: Pick<ChartRenderer, 'png'>;
  /** The language of the server's digests. */
  digestT: (guildId: string) => Translate;
  noticesChannelOf: (guildId: string) => string | undefined;
  /** A picture that could not be made. */
  onNoPicture: (error: unknown) => void;
}

const noPictures: DigestPictures = { trend: undefined, hours: undefined };

/** Everything of digests that stands on Discord. */
export function digestMessages(deps: DigestMessagesDeps): DigestMessages {
  const { messenger, digestT, noticesChannelOf } = deps;

  return {
    async post({ id: digestId, guildId, content }, channelId, once) {
      const t = digestT(guildId);
      const body = (pictures: DigestPictures) => digestView({ guildId, digestId, content, pictures }, t);
      const said = { channelId, mark: tableId.build({ digest: digestId }) };
      const files = await digestFiles(deps, content, t);
      const pictures = { trend: nameOf(files, 'trend'), hours: nameOf(files, 'hours') };
      const full = await postOnce(messenger, { ...said, once, body: body(pictures), files });
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

const nameOf = (files: readonly OutgoingFile[], which: keyof DigestPictures): string | undefined =>
  files.find(({ name }) => name.startsWith(which))?.name;

/** What could be drawn of a digest's pictures; it goes out without the others. */
export async function digestFiles(
  { charts, onNoPicture }: Pick<DigestMessagesDeps, 'charts' | 'onNoPicture'>,
  content: DigestContent,
  t: Translate,
): Promise<OutgoingFile[]> {
  const draw = async (name: string, { chart, alt }: { chart: Chart; alt: string }) => {
    try {
      const data = await charts.png(chart);
      return [{ name: `${name}.png`, data, contentType: 'image/png', description: alt }];
    } catch (error) {
      onNoPicture(error);
      return [];
    }
  };
  const { trend, hours } = digestCharts(content, t);
  return (await Promise.all([draw('trend', trend), draw('hours', hours)])).flat();
}
