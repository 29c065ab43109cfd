import type { Digest, DigestContent, Period } from './model.ts';
import type { DigestService } from './ports.ts';
import type { DigestRepository } from './repository.ts';
import type { Occurrence } from './schedule.ts';
import { occurrenceAfter, occurrencesBetween } from './schedule.ts';

export interface DigestQueue {
  /** Puts the job in or moves it (UTC ms). */
  post(guildId: string, at: number): void;
  cancel(guildId: string): void;
}

export interface DigestWork {
  /** Those that are due and not posted, the oldest first. */
  due(guildId: string, now: number): readonly Occurrence[];
  dueIn(guildId: string, key: string): Digest | undefined;
  /** Those that nobody will see, because they come too late; each once. */
  skip(guildId: string, occurrences: readonly Occurrence[]): void;
  /** Keeps what the digest of this week or month says, before it is posted; what was kept first stays. */
  keep(guildId: string, occurrence: Occurrence, content: DigestContent): Digest;
  /** One that somebody asked for. */
  keepExtra(guildId: string, period: Period, content: DigestContent, now: number): number;
  posted(digestId: number, place: { channelId: string; messageId: string }): void;
  /** A server can be heard (again): what waited for it is tried at once. */
  wake(guildId: string, now: number): void;
}

export function createDigestService(parts: {
  digests: DigestRepository;
  queue: DigestQueue;
  timeZone: (guildId: string) => string;
  stillToDo: DigestService['stillToDo'];
}): DigestService & DigestWork {
  const { digests, queue, timeZone } = parts;

  const nextAt = (guildId: string, now: number): number | undefined => {
    const settings = digests.settings(guildId);
    if (settings.channelId === undefined) return undefined;
    let next = occurrenceAfter(settings, timeZone(guildId), now);
    // Where this week's was posted before the day was moved, the next one is next week's.
    while (digests.ofWeek(guildId, next.key)) next = occurrenceAfter(settings, timeZone(guildId), next.at);
    return next.at;
  };

  return {
    settings: digests.settings,
    nextAt,
    stillToDo: parts.stillToDo,
    changeSettings({ guildId, userId, now, changes }) {
      const settings = { ...digests.settings(guildId), ...changes };
      digests.saveSettings({ guildId, userId, now }, settings);
      const next = nextAt(guildId, now);
      if (next === undefined) queue.cancel(guildId);
      // What could not be posted so far has a new chance.
      else queue.post(guildId, digests.waiting(guildId).length > 0 ? now : next);
      return settings;
    },
    history: (guildId, page) => ({ digests: digests.page(guildId, page), total: digests.count(guildId) }),
    find(guildId, digestId) {
      const digest = digests.find(digestId);
      return digest?.guildId === guildId ? digest : undefined;
    },
    take({ guildId, userId, now, digestId, kind }) {
      if (digests.find(digestId)?.guildId === guildId) digests.take({ digestId, kind, userId, now });
    },

    due(guildId, now) {
      const settings = digests.settings(guildId);
      const zone = timeZone(guildId);
      const after = digests.lookedAt(guildId) ?? now;
      const later = occurrencesBetween(settings, zone, after, now).filter(
        ({ key }) => !digests.ofWeek(guildId, key),
      );
      return [...digests.waiting(guildId), ...later];
    },
    dueIn: digests.ofWeek,
    skip(guildId, occurrences) {
      for (const { at: dueAt, period, key: dueIn } of occurrences) {
        digests.giveUp(guildId, dueIn);
        digests.add({
          guildId,
          kind: 'scheduled',
          dueIn,
          status: 'skipped',
          period,
          dueAt,
          content: undefined,
        });
      }
    },
    keep(guildId, { at: dueAt, period, key: dueIn }, content) {
      const added = digests.add({ guildId, kind: 'scheduled', dueIn, status: 'due', period, dueAt, content });
      const kept = added === undefined ? digests.ofWeek(guildId, dueIn) : digests.find(added);
      if (!kept) throw new Error(`the digest of ${dueIn} could not be kept`);
      return kept;
    },
    keepExtra(guildId, period, content, dueAt) {
      const id = digests.add({
        guildId,
        kind: 'extra',
        dueIn: undefined,
        status: 'due',
        period,
        dueAt,
        content,
      });
      if (id === undefined) throw new Error('a digest without a week could not be kept');
      return id;
    },
    posted: digests.posted,
    wake(guildId, now) {
      if (digests.settings(guildId).channelId !== undefined) queue.post(guildId, now);
    },
  };
}
