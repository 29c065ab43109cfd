import type { MessageBody } from '../../discord/interaction.ts';
import { delivered, postOnce, refused } from '../../discord/post-once.ts';
import { snowflakeTime } from '../../discord/snowflake.ts';
import type { Delivery, Once, Undelivered } from '../../shared/delivery.ts';
import { airCard, airMark } from './air-views.ts';
import {
  announcementMark,
  announcementView,
  askAgainMark,
  askAgainView,
  threadName,
} from './announcement-views.ts';
import { exposedView } from './exposed-views.ts';
import type { AmaMessagesDeps } from './messages-deps.ts';
import type { Ama } from './model.ts';
import { panelMark, panelView } from './panel-views.ts';
import { queueMark, queueView } from './queue-views.ts';

/** The messages that stand as long as an AMA runs, in the order in which they are needed. */
const standing = ['messageId', 'panelMessageId', 'queueMessageId', 'airMessageId'] as const;
type Standing = (typeof standing)[number];

/** What stood in the way, and where. `thread`: there is none for the answers. */
export interface Obstacle {
  what: 'post' | 'thread';
  channelId: string;
  delivery: Undelivered;
}

/** What of an AMA stands in channels and changes often. */
export interface PlaceMessages {
  /** Posts what is missing, each once. Tells what was in the way; the rest is posted all the same. */
  ensure(amaId: number, once: Once): Promise<readonly Obstacle[]>;
  /** The thread for the answers, where there is none (any more); also long after the end. */
  openThread(amaId: number): Promise<void>;
  /** Brings all of it up to date, coalesced; costs nothing that has to be waited for. */
  refresh(ama: Ama): void;
  /** The same, made certain; with the Ask button below taken away where nobody can ask any more. */
  finish(ama: Ama): Promise<readonly Delivery[]>;
  /** The Ask button once more, at the end of the channel, and the old one gone. */
  askAgain(ama: Ama, once: Once): Promise<Delivery>;
}

/**
 * Of messages older than an hour Discord takes an edit in ten seconds only, too few for a show: before, they are posted
 * anew.
 */
const FRESH_MS = 50 * 60_000;

export function placeMessages(deps: AmaMessagesDeps): PlaceMessages {
  const { work, messenger, live, clock, guildT, team } = deps;
  /** Two jobs may find the same message missing: one after the other they do not post it twice. */
  const turns = new Map<number, Promise<unknown>>();

  const bodyOf = (spot: Standing, ama: Ama): MessageBody | undefined => {
    const t = guildT(ama.guildId);
    if (spot === 'messageId') return announcementView(ama, t);
    const forTeam = spot === 'queueMessageId' || spot === 'panelMessageId';
    if (forTeam && team.isExposed(ama.staffChannelId)) return exposedView(ama, marks[spot](ama), t);
    if (spot === 'queueMessageId') {
      const queue = work.queue(ama.id);
      return queue && queueView(queue, t);
    }
    const panel = work.panel(ama.id);
    if (!panel) return undefined;
    if (spot === 'panelMessageId') return panelView(panel, t);
    return airCard({ ama: panel.ama, onAir: panel.onAir, next: panel.counts.approved }, t);
  };
  const marks: Readonly<Record<Standing, (ama: Ama) => string>> = {
    messageId: announcementMark,
    panelMessageId: panelMark,
    queueMessageId: queueMark,
    airMessageId: airMark,
  };
  /** Of those on show: too old to be edited as often as a show needs. */
  const isStale = (spot: Standing, ama: Ama, messageId: string): boolean =>
    spot !== 'messageId' && ama.status === 'live' && clock.now() - snowflakeTime(messageId) > FRESH_MS;

  /** Posts one; where an old one stood, that goes. */
  const put = async (spot: Standing, ama: Ama, once: Once): Promise<Obstacle | undefined> => {
    const old = ama[spot];
    if (old !== undefined && !isStale(spot, ama, old)) return undefined;
    const body = bodyOf(spot, ama);
    if (!body) return undefined;
    const channelId = channelOf(spot, ama);
    const mark = marks[spot](ama);
    const posted =
      old === undefined
        ? await postOnce(messenger, { channelId, body, mark, once })
        : await postAnew({ channelId, body, mark, once }, old);
    if (posted.kind !== 'sent') return { what: 'post', channelId, delivery: posted };
    await deps.place(ama.id, { [spot]: posted.messageId });
    if (old !== undefined) await messenger.delete(channelId, old);
    return undefined;
  };

  /** As postOnce, but not satisfied with the one that stands there already. */
  const postAnew = async (
    { channelId, body, mark, once }: { channelId: string; body: MessageBody; mark: string; once: Once },
    old: string | undefined,
  ): Promise<Delivery<{ messageId: string }>> => {
    const posting = {
      post: messenger.post,
      findOwn: (place: string, matches: Parameters<typeof messenger.findOwn>[1]) =>
        messenger.findOwn(place, (message) => message.id !== old && matches(message)),
    };
    return postOnce(posting, { channelId, body, mark, once });
  };

  const openThread = async (ama: Ama): Promise<Obstacle | undefined> => {
    const { channelId, messageId, threadId } = ama;
    if (messageId === undefined || threadId !== undefined) return undefined;
    const started = await messenger.startThread(channelId, messageId, threadName(ama, guildT(ama.guildId)));
    if (!started.ok) return { what: 'thread', channelId, delivery: refused(started.failure) };
    await deps.place(ama.id, { threadId: started.value.id });
    return undefined;
  };

  const ensureNow = async (amaId: number, { nonce, mayHaveHappened }: Once): Promise<Obstacle[]> => {
    const obstacles: Obstacle[] = [];
    const known = work.find(amaId);
    if (known) await team.look(known);
    for (const [index, spot] of standing.entries()) {
      const ama = work.find(amaId);
      if (!ama || !isNeeded(spot, ama)) continue;
      const obstacle = await put(spot, ama, { nonce: `${nonce}${index}`, mayHaveHappened });
      if (obstacle) obstacles.push(obstacle);
    }
    const ama = work.find(amaId);
    // After the end an empty thread is of no use: it comes with what is to stand there.
    const obstacle = ama && isOpen(ama) ? await openThread(ama) : undefined;
    return obstacle ? [...obstacles, obstacle] : obstacles;
  };

  const keyOf = (spot: Standing, ama: Ama) => {
    const messageId = ama[spot];
    return messageId === undefined ? undefined : { channelId: channelOf(spot, ama), messageId };
  };

  const show = (amaId: number): void => {
    // Whoever asks may have read it before the latest change of its places.
    const ama = work.find(amaId);
    if (!ama) return;
    for (const spot of standing) {
      const key = keyOf(spot, ama);
      if (!key) continue;
      live.refresh(key, () => {
        const now = work.find(ama.id);
        return now?.[spot] === key.messageId ? bodyOf(spot, now) : undefined;
      });
    }
  };

  const inTurn = <T>(amaId: number, act: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(amaId) ?? Promise.resolve()).then(act);
    const quiet = turn.catch(() => undefined);
    turns.set(amaId, quiet);
    void quiet.then(() => turns.get(amaId) === quiet && turns.delete(amaId));
    return turn;
  };

  return {
    ensure: (amaId, once) => inTurn(amaId, () => ensureNow(amaId, once)),
    openThread: (amaId) =>
      inTurn(amaId, async () => {
        const ama = work.find(amaId);
        if (ama && ama.status !== 'cancelled') await openThread(ama);
      }),
    refresh(known) {
      const looked = team.look(known);
      if (looked) void looked.then(() => show(known.id));
      else show(known.id);
    },
    async finish(ama) {
      await team.look(ama);
      const outcomes: Delivery[] = [];
      for (const spot of standing) {
        const key = keyOf(spot, ama);
        const body = key && bodyOf(spot, ama);
        if (!body) continue;
        const shown = delivered(await live.finish(key, { body }));
        if (shown.kind === 'gone') await deps.place(ama.id, { [spot]: undefined });
        else outcomes.push(shown);
      }
      if (ama.askMessageId !== undefined && !isOpen(ama)) {
        await messenger.delete(ama.channelId, ama.askMessageId);
        await deps.place(ama.id, { askMessageId: undefined });
      }
      return outcomes;
    },
    async askAgain(ama, once) {
      const { id, channelId, askMessageId: old } = ama;
      const body = askAgainView(ama, guildT(ama.guildId));
      const posted = await postAnew({ channelId, body, mark: askAgainMark(ama), once }, old);
      if (posted.kind !== 'sent') return posted;
      await deps.place(id, { askMessageId: posted.messageId });
      if (old !== undefined) await messenger.delete(channelId, old);
      return { kind: 'sent' };
    },
  };
}

function channelOf(spot: Standing, { channelId, staffChannelId }: Ama): string {
  return spot === 'panelMessageId' || spot === 'queueMessageId' ? staffChannelId : channelId;
}

/** Questions can still come in. */
export function isOpen({ status }: Pick<Ama, 'status'>): boolean {
  return status === 'scheduled' || status === 'live' || status === 'closing';
}

/** What is over is not posted again where somebody deleted it, but the announcement stays the way to the answers. */
function isNeeded(spot: Standing, ama: Ama): boolean {
  if (!isOpen(ama)) return false;
  if (spot === 'queueMessageId') return ama.queue === 'review';
  if (spot === 'airMessageId') return ama.status === 'live';
  return true;
}
