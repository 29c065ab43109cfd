import { nextOccurrence } from '../../jobs/recurrence.ts';
import { folded } from '../../shared/text.ts';
import { milestoneCounts, type ShoutoutSettings, shoutoutLimits, type Value } from './model.ts';
import type { ShoutoutCall, ShoutoutPolicy, ShoutoutService } from './ports.ts';
import { refuse } from './refuse.ts';
import { defaultSettings } from './rules.ts';
import type { ShoutoutSettingsRepository, StoredSettings } from './settings-repository.ts';
import { calendarKinds, type ShoutoutQueue } from './shoutout-queue.ts';

export type SettingsService = Pick<ShoutoutService, 'settings' | 'changeSettings' | 'saveValue'>;

const ranges = [
  { key: 'budget', what: 'budget', min: 1, max: 20 },
  { key: 'pairDays', what: 'pair-days', min: 0, max: 60 },
  { key: 'backHours', what: 'back-hours', min: 0, max: 168 },
] as const;

/** What admins decide about shout-outs. */
export function createSettingsService(parts: {
  repository: ShoutoutSettingsRepository;
  policy: ShoutoutPolicy;
  queue: ShoutoutQueue;
  /** Of a shout-out; undefined where there is none with this id. */
  guildOf: (shoutoutId: number) => string | undefined;
}): SettingsService {
  const { repository, policy, queue, guildOf } = parts;
  const stored = (guildId: string): StoredSettings =>
    repository.find(guildId) ?? { settings: defaultSettings, lastKey: 0 };

  const checkAdmin = ({ guildId, actor }: ShoutoutCall): void => {
    if (!policy.mayAdminister(guildId, actor)) refuse('shoutouts.refusals.admins-only');
  };

  const save = ({ guildId, actor, now }: ShoutoutCall, next: StoredSettings): ShoutoutSettings => {
    repository.save(guildId, next, { at: now, by: actor.userId });
    return next.settings;
  };

  /** A channel was named, another one or the same anew: whatever could not be posted before is tried there now. */
  const useChannel = ({ guildId, now }: ShoutoutCall, begins: boolean): void => {
    const waited = queue.goOn(guildId, (id) => guildOf(id) === guildId, now);
    if (!begins) return;
    const rest = calendarKinds.filter((kind) => !waited.includes(kind));
    queue.calendar(guildId, calendarOf(now, policy.timeZone(guildId)), rest);
  };

  return {
    settings: (guildId) => stored(guildId).settings,

    changeSettings(call) {
      checkAdmin(call);
      const { settings: before, lastKey } = stored(call.guildId);
      const settings = { ...before, ...call.changes, values: before.values };
      checkSettings(settings);
      const saved = save(call, { settings, lastKey });
      if (call.changes.channelId !== undefined) useChannel(call, before.channelId === undefined);
      return saved;
    },

    saveValue(call) {
      checkAdmin(call);
      const { settings: before, lastKey } = stored(call.guildId);
      const { key } = call;
      const known = key === undefined ? undefined : before.values.find((value) => value.key === key);
      if (key !== undefined && !known) mistake('value-gone');
      if (known && call.value.name === '') {
        const values = before.values.filter((value) => value !== known);
        return save(call, { settings: { ...before, values }, lastKey });
      }
      const value = checkedValue({ ...call.value, key: key ?? `v${lastKey + 1}` }, before.values);
      const values = known
        ? before.values.map((each) => (each === known ? value : each))
        : [...before.values, value];
      return save(call, { settings: { ...before, values }, lastKey: known ? lastKey : lastKey + 1 });
    },
  };
}

function checkSettings(settings: ShoutoutSettings): void {
  for (const { key, what, min, max } of ranges) {
    const value = settings[key];
    if (!Number.isInteger(value) || value < min || value > max) mistake(what, { min, max });
  }
  const { badges } = settings;
  if (badges.length > shoutoutLimits.badges) mistake('badges-full', { max: shoutoutLimits.badges });
  const milestones = badges.map(({ milestone }) => milestone);
  if (new Set(milestones).size < milestones.length) mistake('badge-twice');
  if (!milestones.every(isMilestone)) mistake('badge-milestone');
}

function isMilestone(kind: string): boolean {
  const [what, number] = kind.split('-');
  if (what === 'year') return /^year-[1-9]\d?$/u.test(kind);
  return (
    (what === 'given' || what === 'received') && milestoneCounts.some((count) => String(count) === number)
  );
}

function checkedValue(value: Value, others: readonly Value[]): Value {
  const { values, valueName, valueDescription } = shoutoutLimits;
  const name = value.name.trim();
  if (name === '') mistake('value-name');
  if (name.length > valueName) mistake('value-name-long', { max: valueName });
  if (value.description.length > valueDescription)
    mistake('value-description-long', { max: valueDescription });
  const isNew = !others.some(({ key }) => key === value.key);
  if (isNew && others.length >= values) mistake('values-full', { max: values });
  if (others.some((each) => each.key !== value.key && folded(each.name) === folded(name)))
    mistake('value-twice');
  return { ...value, name };
}

/** `what`: a key below `shoutouts.settings-mistakes`. */
function mistake(what: string, params: Record<string, number> = {}): never {
  refuse('shoutouts.refusals.settings', { what, ...params });
}

/** When the jobs of a server come next (UTC ms). */
export function calendarOf(now: number, timeZone: string): { years: number; roundUp: number } {
  return {
    years: nextDay(now, timeZone),
    roundUp: nextOccurrence({ every: 'month', day: 1, hour: 10, minute: 0, timeZone }, now),
  };
}

/** Nine in the morning. */
export function nextDay(now: number, timeZone: string): number {
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    nextOccurrence({ every: 'week', weekday, hour: 9, minute: 0, timeZone }, now),
  );
  return Math.min(...days);
}
