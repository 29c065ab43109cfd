import { UserError } from '../../shared/user-error.ts';
import type { CountingRepository } from './counting-repository.ts';
import type { MarkRepository } from './mark-repository.ts';
import { type CountingSettings, defaultCounting, HISTORY_MS } from './model.ts';

export type CountingSettingsService = ReturnType<typeof createCountingSettings>;

export const retentionLimits = { min: 1, max: 60 };
/** As many as Discord's menu can show. */
export const MOST_LEFT_OUT = 25;

/** What a server decided, and what follows of it. */
export interface CountingState {
  /** Channels and categories that are not counted, those for staff included. */
  leftOut: readonly string[];
  retentionMonths: number;
}

/** Where nothing is counted, and how long what is counted is kept. */
export function createCountingSettings(parts: {
  counting: CountingRepository;
  marks: Pick<MarkRepository, 'gaps' | 'save'>;
  /** Channels for staff and for notices that a server has named: left out unless somebody says otherwise. */
  staffChannelsOf: (guildId: string) => readonly string[];
  categoryOf: (channelId: string) => string | undefined;
}) {
  const { counting, marks, staffChannelsOf, categoryOf } = parts;
  const settingsOf = (guildId: string): CountingSettings => counting.find(guildId) ?? defaultCounting;

  const leftOutOf = (guildId: string): string[] => {
    const { excludedChannelIds, includedChannelIds } = settingsOf(guildId);
    const forStaff = staffChannelsOf(guildId).filter((id) => !includedChannelIds.includes(id));
    return [...new Set([...forStaff, ...excludedChannelIds])];
  };
  const isLeftOut = (guildId: string, channelId: string, placeId: string): boolean => {
    const leftOut = leftOutOf(guildId);
    return [placeId, channelId, categoryOf(channelId)].some((id) => id !== undefined && leftOut.includes(id));
  };
  const save = (guildId: string, now: number, changes: Partial<CountingSettings>): void => {
    counting.begin(guildId, now, now - HISTORY_MS);
    counting.decide(guildId, { ...settingsOf(guildId), ...changes });
  };

  return {
    isLeftOut,
    state: (guildId: string): CountingState => ({
      leftOut: leftOutOf(guildId),
      retentionMonths: settingsOf(guildId).retentionMonths,
    }),
    /**
     * A write. Exactly these are not counted from now on. Their marks move on all the same, so that what is said there
     * meanwhile is not read back when they are counted again.
     */
    leaveOut(guildId: string, channelIds: readonly string[], now: number): void {
      const forStaff = staffChannelsOf(guildId);
      save(guildId, now, {
        excludedChannelIds: channelIds.slice(0, MOST_LEFT_OUT).filter((id) => !forStaff.includes(id)),
        includedChannelIds: forStaff.filter((id) => !channelIds.includes(id)),
      });
      for (const { gapTo, ...mark } of marks.gaps(guildId)) {
        if (!isLeftOut(guildId, mark.channelId, mark.placeId)) continue;
        marks.save({ ...mark, countedTo: gapTo ?? mark.countedTo, gapTo: undefined });
      }
    },
    /** A write. Refuses what is not a whole number of months from 1 to 60. */
    keepFor(guildId: string, months: number, now: number): void {
      const { min, max } = retentionLimits;
      if (!Number.isInteger(months) || months < min || months > max) {
        throw new UserError('counting.refusals.months', { min: String(min), max: String(max) });
      }
      save(guildId, now, { retentionMonths: months });
    },
  };
}
