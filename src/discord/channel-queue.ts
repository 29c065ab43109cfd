import type { APIMessage } from 'discord-api-types/v10';
import type { Failure, Result } from './failure.ts';
import type { MessageBody } from './interaction.ts';
import { type LiveContent, type LiveEditingDeps, shuttingDown } from './live-editing.ts';
import { snowflakeTime } from './snowflake.ts';

/** The edits of one channel, one at a time. */
export interface ChannelQueue {
  refresh(messageId: string, render: () => MessageBody | undefined): void;
  finish(messageId: string, content: LiveContent): Promise<Result<APIMessage>>;
  /** Resolves once nothing is waiting or under way. */
  drain(): Promise<void>;
  close(): void;
}

/**
 * Discord takes about five edits in five seconds per channel. One a second stays below that and shows a vote
 * after 1 s and one request at the latest; the 2 s of the design would not hold its own goal of 1.5 s.
 */
const pauseMs = 1000;
/** Of messages older than an hour Discord takes about three edits in six seconds per channel (error 30046). */
const oldPauseMs = 10_000;
const oldAfterMs = 60 * 60_000;
const firstRetryMs = 2000;
const longestRetryMs = 60_000;

interface Waiting {
  /** Undefined: nothing to show any more. */
  render: () => LiveContent | undefined;
  /** Those who wait for a final edit; undefined for a refresh. */
  finals?: ((result: Result<APIMessage>) => void)[];
  /** UTC ms; after a failure. */
  notBefore: number;
  failures: number;
}

/** `onIdle`: nothing was asked for so long that the queue need not be remembered. */
export function channelQueue(channelId: string, deps: LiveEditingDeps, onIdle: () => void): ChannelQueue {
  const { messenger, clock, timers, log } = deps;
  /** In the order of the first request, so that messages take turns. */
  const waiting = new Map<string, Waiting>();
  let lastAt = 0;
  let lastOldAt = 0;
  let busy = false;
  let draining = false;
  let closed = false;
  let whenEmpty: (() => void) | undefined;
  let cancelTimer = () => {};

  function dueAt(messageId: string, { finals, notBefore }: Waiting): number {
    if (draining) return 0;
    const paced = lastAt + pauseMs;
    if (finals || clock.now() - snowflakeTime(messageId) < oldAfterMs) return Math.max(notBefore, paced);
    return Math.max(notBefore, paced, lastOldAt + oldPauseMs);
  }

  /** Final edits first, then whatever is due earliest. */
  function choose(): { messageId: string; entry: Waiting; at: number } | undefined {
    let best: { messageId: string; entry: Waiting; at: number } | undefined;
    for (const [messageId, entry] of waiting) {
      const at = dueAt(messageId, entry);
      const before = best && Number(!entry.finals) - Number(!best.entry.finals);
      if (!best || before! < 0 || (before === 0 && at < best.at)) best = { messageId, entry, at };
    }
    return best;
  }

  function pump(): void {
    if (busy || closed) return;
    cancelTimer();
    const next = choose();
    if (!next) {
      whenEmpty?.();
      cancelTimer = timers.after(oldPauseMs, onIdle);
      return;
    }
    const wait = next.at - clock.now();
    if (wait > 0) {
      cancelTimer = timers.after(wait, pump);
      return;
    }
    busy = true;
    void run(next.messageId, next.entry).then(() => {
      busy = false;
      pump();
    });
  }

  async function run(messageId: string, entry: Waiting): Promise<void> {
    waiting.delete(messageId);
    lastAt = clock.now();
    if (lastAt - snowflakeTime(messageId) >= oldAfterMs) lastOldAt = lastAt;
    try {
      const content = entry.render();
      if (!content) return;
      const result = await messenger.edit(channelId, messageId, content.body, content.files);
      if (entry.finals) for (const tell of entry.finals) tell(result);
      else if (!result.ok) failed(messageId, entry, result.failure);
    } catch (error) {
      log.error({ err: error, channel: channelId, message: messageId }, 'a live message could not be shown');
    }
  }

  function failed(messageId: string, entry: Waiting, failure: Failure): void {
    if (failure.kind !== 'retry') {
      deps.onFailure({ channelId, messageId }, failure);
      return;
    }
    if (draining) return;
    const pause = Math.min(longestRetryMs, firstRetryMs * 2 ** entry.failures);
    const notBefore = clock.now() + (failure.retryAfterMs ?? pause);
    const again = waiting.get(messageId) ?? entry;
    waiting.set(messageId, { ...again, notBefore, failures: entry.failures + 1 });
  }

  return {
    refresh(messageId, render) {
      const known = waiting.get(messageId);
      if (known?.finals) return;
      const latest = () => {
        const body = render();
        return body && { body };
      };
      waiting.set(messageId, { notBefore: 0, failures: 0, ...known, render: latest });
      pump();
    },
    finish(messageId, content) {
      return new Promise((resolve) => {
        const others = waiting.get(messageId)?.finals ?? [];
        const finals = [...others, resolve];
        waiting.set(messageId, { render: () => content, finals, notBefore: 0, failures: 0 });
        pump();
      });
    },
    drain() {
      draining = true;
      return new Promise((resolve) => {
        whenEmpty = resolve;
        pump();
      });
    },
    close() {
      cancelTimer();
      for (const { finals = [] } of waiting.values())
        for (const tell of finals) tell({ ok: false, failure: shuttingDown });
      waiting.clear();
      closed = true;
    },
  };
}
