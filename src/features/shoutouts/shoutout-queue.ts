import type { JobQueue } from '../../jobs/define-job.ts';
import { shoutoutJobs } from './ports.ts';

export type ShoutoutQueue = ReturnType<typeof createShoutoutQueue>;

/** The jobs of shout-outs with their keys and payloads, as `shoutoutJobs` lists them; all instants are UTC ms. */
export function createShoutoutQueue(jobs: JobQueue) {
  return {
    card(shoutoutId: number, runAt: number): void {
      jobs.enqueue({ kind: shoutoutJobs.card, key: String(shoutoutId), runAt, payload: { shoutoutId } });
    },
    takeDown(shoutoutId: number, runAt: number): void {
      jobs.cancel(shoutoutJobs.card, String(shoutoutId));
      jobs.enqueue({ kind: shoutoutJobs.takeDown, key: String(shoutoutId), runAt, payload: { shoutoutId } });
    },
    badges(guildId: string, userId: string, runAt: number): void {
      jobs.enqueue({
        kind: shoutoutJobs.badges,
        key: `${guildId}:${userId}`,
        runAt,
        payload: { guildId, userId },
      });
    },
    channelLost(guildId: string, runAt: number): void {
      jobs.enqueue({ kind: shoutoutJobs.channelLost, key: guildId, runAt, payload: { guildId } });
    },
    /** The jobs that come again by the calendar. */
    calendar(guildId: string, at: { years: number; roundUp: number }): void {
      for (const kind of ['years', 'roundUp'] as const) {
        jobs.enqueue({ kind: shoutoutJobs[kind], key: guildId, runAt: at[kind], payload: { guildId } });
      }
    },
  };
}
