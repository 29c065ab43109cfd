import type { APIMessage } from 'discord-api-types/v10';
import { type ChannelQueue, channelQueue } from './channel-queue.ts';
import type { Result } from './failure.ts';
import type { MessageBody } from './interaction.ts';
import { type LiveContent, type LiveEditingDeps, type MessageKey, shuttingDown } from './live-editing.ts';

/** Keeps messages that change often up to date with as few edits as Discord likes. */
export interface LiveEditor {
  /**
   * Asks for an edit; many requests become one. `render` is called at the last moment, so that it shows the
   * latest state; undefined means that there is nothing left to show. The first request after a quiet time
   * goes out at once.
   */
  refresh(key: MessageKey, render: () => MessageBody | undefined): void;
  /**
   * The last edit of a message: goes before all others of its channel, takes the place of what was waiting, and
   * is made even while draining. Resolves with how it went, after at most one try: the caller tries again.
   */
  finish(key: MessageKey, content: LiveContent): Promise<Result<APIMessage>>;
  /** Makes the waiting edits without pauses, for at most `withinMs` real ms, then stops for good. */
  drain(withinMs: number): Promise<void>;
  /** Stops for good; what was waiting is dropped. */
  close(): void;
}

export function liveEditor(deps: LiveEditingDeps): LiveEditor {
  const channels = new Map<string, ChannelQueue>();
  let stopped = false;

  const queueOf = (channelId: string): ChannelQueue => {
    let queue = channels.get(channelId);
    if (!queue) {
      queue = channelQueue(channelId, deps, () => channels.delete(channelId));
      channels.set(channelId, queue);
    }
    return queue;
  };
  const close = () => {
    stopped = true;
    for (const queue of channels.values()) queue.close();
    channels.clear();
  };

  return {
    refresh({ channelId, messageId }, render) {
      if (!stopped) queueOf(channelId).refresh(messageId, render);
    },
    finish({ channelId, messageId }, content) {
      if (stopped) return Promise.resolve({ ok: false, failure: shuttingDown });
      return queueOf(channelId).finish(messageId, content);
    },
    async drain(withinMs) {
      const queues = [...channels.values()];
      const all = Promise.all(queues.map((queue) => queue.drain()));
      await new Promise<void>((resolve) => {
        const cancel = deps.timers.after(withinMs, resolve);
        void all.then(() => {
          cancel();
          resolve();
        });
      });
      close();
    },
    close,
  };
}
