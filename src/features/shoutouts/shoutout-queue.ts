import type { JobQueue } from '../../jobs/define-job.ts';
import { shoutoutJobs } from './ports.ts';

export type ShoutoutQueue = ReturnType<typeof createShoutoutQueue>;

export const calendarKinds = ['years', 'roundUp'] as const;
type Calendar = (typeof calendarKinds)[number];

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
    calendar(guildId: string, at: { years: number; roundUp: number }, kinds: readonly Calendar[]): void {
      for (const kind of kinds) {
        jobs.enqueue({ kind: shoutoutJobs[kind], key: guildId, runAt: at[kind], payload: { guildId } });
      }
    },
    /** What waits for a channel goes out at once. Returns which of the jobs by the calendar were waiting. */
    goOn(guildId: string, isOurs: (shoutoutId: number) => boolean, runAt: number): Calendar[] {
      jobs.resume(shoutoutJobs.card, runAt, ({ payload }) =>
        isOurs((payload as { shoutoutId: number }).shoutoutId),
      );
      return calendarKinds.filter(
        (kind) => jobs.resume(shoutoutJobs[kind], runAt, ({ key }) => key === guildId).length > 0,
      );
    },
  };
}
