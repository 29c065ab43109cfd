import type { Chart, ChartRenderer } from '../../charts/types.ts';
import type { MessageBody, OutgoingFile } from '../../discord/interaction.ts';
import type { Messenger } from '../../discord/messenger.ts';
import { delivered, findMarked, postOnce } from '../../discord/post-once.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Delivery, Once } from '../../shared/delivery.ts';
import { cardMark, drawnCard, shoutoutCard } from './card-views.ts';
import type { Milestone, Shoutout } from './model.ts';
import type { ShoutoutWork } from './ports.ts';
import {
  ringMark,
  ringView,
  roundUpMark,
  roundUpView,
  troubleView,
  yearMark,
  yearView,
} from './public-views.ts';
import type { RingReport, RoundUp } from './result-types.ts';
import { roundUpChart } from './round-up-chart.ts';

export interface ShoutoutMessagesDeps {
  work: Pick<ShoutoutWork, 'settings' | 'milestonesOf'>;
  messenger: Messenger;
  charts: Pick<ChartRenderer, 'png'>;
  /** The server's language. */
  guildT: (guildId: string) => Translate;
  noticesChannelOf: (guildId: string) => string | undefined;
  namesOf: (guildId: string, userIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** A picture that could not be made. */
  onNoPicture: (error: unknown) => void;
}

/** Everything of shout-outs that stands on Discord. */
export type ShoutoutMessages = ReturnType<typeof shoutoutMessages>;

const pictureName = 'thanks.png';

interface Picture {
  file: OutgoingFile;
  alt: string;
}

export function shoutoutMessages(deps: ShoutoutMessagesDeps) {
  const { work, messenger, charts, guildT, noticesChannelOf } = deps;

  /** Attach Files may be missing: the words still go out. */
  const postWithPicture = async (
    said: { channelId: string; mark: string; once: Once },
    body: (picture: boolean) => MessageBody,
    files: readonly OutgoingFile[],
  ): Promise<Delivery<{ messageId: string }>> => {
    const full = await postOnce(messenger, { ...said, body: body(files.length > 0), files });
    if (full.kind !== 'forbidden' || files.length === 0) return full;
    const once = { ...said.once, nonce: `${said.once.nonce}p` };
    return postOnce(messenger, { ...said, once, body: body(false) });
  };

  /** Undefined: it goes without. */
  const draw = async (chart: Chart, alt: string): Promise<Picture | undefined> => {
    try {
      const data = await charts.png(chart);
      return { file: { name: pictureName, data, contentType: 'image/png', description: alt }, alt };
    } catch (error) {
      deps.onNoPicture(error);
      return undefined;
    }
  };

  const drawnPicture = async (shoutout: Shoutout): Promise<Picture | undefined> => {
    const { guildId, giverId, receiverIds } = shoutout;
    const { pictures, values } = work.settings(guildId);
    if (!pictures) return undefined;
    const names = await deps.namesOf(guildId, [giverId, ...receiverIds]);
    const drawing = drawnCard(shoutout, values, (id) => names.get(id), guildT(guildId));
    return drawing && draw(drawing.card, drawing.alt);
  };

  const notice = async (
    guildId: string,
    said: { body: MessageBody; mark: string; once: Once },
  ): Promise<Delivery | { kind: 'nothing' }> => {
    const channelId = noticesChannelOf(guildId);
    return channelId === undefined ? { kind: 'nothing' } : postOnce(messenger, { ...said, channelId });
  };

  return {
    async card(shoutout: Shoutout, channelId: string, once: Once): Promise<Delivery<{ messageId: string }>> {
      const { guildId, id } = shoutout;
      const milestones = work.milestonesOf(id);
      const { values } = work.settings(guildId);
      const picture = await drawnPicture(shoutout);
      const shown = picture && { file: picture.file.name, alt: picture.alt };
      const body = (withPicture: boolean) => {
        const state = { shoutout, values, milestones, picture: withPicture ? shown : undefined };
        return shoutoutCard(state, guildT(guildId));
      };
      const said = { channelId, mark: cardMark(shoutout), once };
      return postWithPicture(said, body, picture ? [picture.file] : []);
    },

    /** Of a shout-out that does not count any more. `lookIn`: its card may stand there without our knowing. */
    async takeDown(shoutout: Shoutout, lookIn: string | undefined): Promise<Delivery> {
      const { channelId, messageId } = shoutout;
      if (channelId !== undefined && messageId !== undefined) {
        return delivered(await messenger.delete(channelId, messageId));
      }
      const found =
        lookIn === undefined ? undefined : await findMarked(messenger, lookIn, cardMark(shoutout));
      if (found?.kind !== 'sent' || lookIn === undefined) return found ?? { kind: 'gone' };
      return delivered(await messenger.delete(lookIn, found.messageId));
    },

    year: (milestone: Milestone, channelId: string, once: Once): Promise<Delivery> =>
      postOnce(messenger, {
        channelId,
        body: yearView(milestone, guildT(milestone.guildId)),
        mark: yearMark(milestone),
        once,
      }),

    async roundUp(roundUp: RoundUp, channelId: string, once: Once): Promise<Delivery> {
      const t = guildT(roundUp.guildId);
      const { values } = work.settings(roundUp.guildId);
      const { chart, alt } = roundUpChart(roundUp, values, t);
      const picture = await draw(chart, alt);
      const shown = picture && { file: picture.file.name, alt: picture.alt };
      const body = (withPicture: boolean) =>
        roundUpView({ roundUp, values, picture: withPicture ? shown : undefined }, t);
      const said = { channelId, mark: roundUpMark(roundUp.month), once };
      return postWithPicture(said, body, picture ? [picture.file] : []);
    },

    rings(guildId: string, report: RingReport, month: string, once: Once) {
      const t = guildT(guildId);
      return notice(guildId, { body: ringView(report, month, t), mark: ringMark(month, t), once });
    },

    /** Admins that have it among the last messages are not told again. */
    trouble(guildId: string, words: (t: Translate) => string, nonce: string) {
      const said = words(guildT(guildId));
      return notice(guildId, { body: troubleView(said), mark: said, once: { nonce, mayHaveHappened: true } });
    },
  };
}
