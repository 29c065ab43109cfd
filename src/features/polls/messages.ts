import type { Logger } from 'pino';
import type { ChartRenderer } from '../../charts/types.ts';
import type { Failure } from '../../discord/failure.ts';
import type { OutgoingFile } from '../../discord/interaction.ts';
import type { LiveEditor } from '../../discord/live-editor.ts';
import type { Messenger } from '../../discord/messenger.ts';
import { delivered, postOnce, refused } from '../../discord/post-once.ts';
import { messageLink, plain } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Clock } from '../../platform/clock.ts';
import { chartAlt, resultChart } from './chart-views.ts';
import { detailsId } from './custom-ids.ts';
import type { Poll } from './model.ts';
import { noticeView } from './notice-views.ts';
import { pollCard } from './poll-card-views.ts';
import type { PollMessages, PollService, PollState } from './ports.ts';
import { announcement, resultCard } from './result-views.ts';

export interface PollMessagesDeps {
  polls: Pick<PollService, 'stateOf'>;
  messenger: Messenger;
  live: Pick<LiveEditor, 'refresh' | 'finish'>;
  charts: ChartRenderer;
  clock: Clock;
  log: Logger;
  /** The server's language. */
  guildT: (guildId: string) => Translate;
  /** How many people the server has, as far as is known without asking Discord. */
  memberCount: (guildId: string) => number | undefined;
  noticesChannelOf: (guildId: string) => string | undefined;
  /** The channel of a direct message; undefined where the person takes none. */
  directChannel: (userId: string) => Promise<string | undefined>;
}

/** `refreshPoll`: the same as `refresh` for whoever has the poll at hand already, as after a vote. */
export type PollMessagesWithPoll = PollMessages & { refreshPoll(poll: Poll): void };

const chartName = 'result.png';

/** Everything of a poll that stands in channels. */
export function pollMessages(deps: PollMessagesDeps): PollMessagesWithPoll {
  const { polls, messenger, live, clock, guildT } = deps;

  const refreshPoll = ({ id, channelId, messageId }: Poll): void => {
    if (messageId === undefined) return;
    live.refresh({ channelId, messageId }, () => {
      const state = polls.stateOf(id, clock.now());
      // The last state is shown by `finish`, with its picture.
      return state?.phase === 'open' ? pollCard(state, guildT(state.poll.guildId)) : undefined;
    });
  };

  return {
    post(state, once) {
      const { id, channelId, guildId } = state.poll;
      const mark = detailsId.build({ poll: id });
      return postOnce(messenger, { channelId, body: pollCard(state, guildT(guildId)), mark, once });
    },

    refresh(pollId) {
      const state = polls.stateOf(pollId, clock.now());
      if (state?.phase === 'open') refreshPoll(state.poll);
    },
    refreshPoll,

    async finish(state) {
      const { channelId, messageId, guildId } = state.poll;
      if (messageId === undefined) return { kind: 'gone' };
      const key = { channelId, messageId };
      const t = guildT(guildId);
      if (state.phase !== 'closed')
        return delivered(await live.finish(key, { body: pollCard(state, t), files: [] }));
      const members = deps.memberCount(guildId);
      const files = await chartFiles(deps, state, t);
      const withChart = resultCard(state, t, { members, chartFile: files[0]?.name });
      const shown = await live.finish(key, { body: withChart, files });
      if (shown.ok || files.length === 0 || !isAboutThePicture(shown.failure)) return delivered(shown);
      const without = resultCard(state, t, { members });
      return delivered(await live.finish(key, { body: without, files: [] }));
    },

    async announce(state, once) {
      const { channelId, guildId, messageId } = state.poll;
      if (messageId === undefined) return { kind: 'gone' };
      const mark = `(${messageLink({ guildId, channelId, messageId })})`;
      const body = announcement(state, guildT(guildId));
      return postOnce(messenger, { channelId, body, mark, once, replyTo: messageId });
    },

    async openThread({ poll }) {
      const { channelId, messageId, question } = poll;
      if (messageId === undefined) return { kind: 'gone' };
      const started = await messenger.startThread(channelId, messageId, plain(question, 100));
      return started.ok ? { kind: 'sent', threadId: started.value.id } : refused(started.failure);
    },

    async tellCreator(notice, once) {
      const { guildId, creatorId } = notice.poll;
      const channelId = deps.noticesChannelOf(guildId) ?? (await deps.directChannel(creatorId));
      if (channelId === undefined) return;
      await messenger.post(channelId, noticeView(notice, guildT(guildId)), { nonce: once.nonce });
    },
  };
}

async function chartFiles(deps: PollMessagesDeps, state: PollState, t: Translate): Promise<OutgoingFile[]> {
  const { poll, result } = state;
  const chart = result && resultChart(poll, result, t);
  if (!result || !chart) return [];
  try {
    const data = await deps.charts.png(chart);
    return [{ name: chartName, data, contentType: 'image/png', description: chartAlt(poll, result, t) }];
  } catch (error) {
    deps.log.warn({ err: error, poll: poll.id }, 'result goes out without its picture');
    return [];
  }
}

/** Attach Files may be missing, or Discord finds something wrong with the file: the words still go out. */
function isAboutThePicture(failure: Failure): boolean {
  return failure.kind === 'forbidden' || failure.kind === 'bug';
}
