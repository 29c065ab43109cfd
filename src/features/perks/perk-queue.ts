import type { JobQueue } from '../../jobs/define-job.ts';
import type { StoredPerk } from './perk-repository.ts';
import { EXPIRES_SOON_MS, perkJobs } from './ports.ts';

/** Of the one job that tells admins about a perk; another key only brings it about. */
export const alertsKey = (perkId: number): string => String(perkId);

export type PerkQueue = ReturnType<typeof createPerkQueue>;

/** The jobs of perks with their keys and payloads, as `perkJobs` lists them; all instants are UTC ms. */
export function createPerkQueue(jobs: JobQueue) {
  const enqueue = (kind: string, perkId: number, runAt: number, key = String(perkId)): void =>
    jobs.enqueue({ kind, key, runAt, payload: { perkId } });
  return {
    card: (perkId: number, runAt: number): void => enqueue(perkJobs.card, perkId, runAt),
    dropCard: (perkId: number): void => jobs.cancel(perkJobs.card, String(perkId)),
    takeDown(place: { channelId: string; messageId: string }, runAt: number): void {
      jobs.enqueue({ kind: perkJobs.takeDown, key: place.messageId, runAt, payload: place });
    },
    /** Called with the perk as it was before a change: one job at a time looks after the card. */
    refresh({ id, messageId, refreshing }: StoredPerk, runAt: number): void {
      if (messageId !== undefined && !refreshing) enqueue(perkJobs.refresh, id, runAt);
    },
    alerts: (perkId: number, runAt: number): void =>
      enqueue(perkJobs.alerts, perkId, runAt, alertsKey(perkId)),
    /** The end, and the word to admins before it. */
    expiry(perkId: number, expiresAt: number | undefined): void {
      const soon = `${perkId}:end`;
      if (expiresAt === undefined) {
        jobs.cancel(perkJobs.expire, String(perkId));
        jobs.cancel(perkJobs.alerts, soon);
        return;
      }
      enqueue(perkJobs.expire, perkId, expiresAt);
      enqueue(perkJobs.alerts, perkId, expiresAt - EXPIRES_SOON_MS, soon);
    },
    role(perkId: number, userId: string, runAt: number): void {
      jobs.enqueue({ kind: perkJobs.role, key: `${perkId}:${userId}`, runAt, payload: { perkId, userId } });
    },
  };
}
