import type { IdeaSettings } from './model.ts';

/** Until somebody decides otherwise. Without a channel there are no ideas. */
export const defaultIdeaSettings: IdeaSettings = {
  channelId: undefined,
  channelKind: 'text',
  staffChannelId: undefined,
  boardChannelId: undefined,
  ledgerChannelId: undefined,
  shippedRoleId: undefined,
  floor: 3,
  ladder: [
    { percent: 5, days: 14 },
    { percent: 15, days: 45 },
  ],
  reviewDays: 14,
  reviewers: 2,
  queue: false,
  cooldownHours: 24,
  openPerMember: 3,
  anonymity: false,
  categories: [],
};

/** What can be set, from and to. */
export const ideaSettingsLimits = {
  floor: { min: 1, max: 1_000 },
  steps: 5,
  /** Of one step. */
  days: { min: 1, max: 180 },
  reviewDays: { min: 1, max: 90 },
  reviewers: { min: 1, max: 5 },
  cooldownHours: { min: 0, max: 720 },
  openPerMember: { min: 1, max: 20 },
  /** A forum has 20 tags; the eight statuses that members can see take theirs. */
  categories: 12,
  /** UTF-16 units, as of the name of a forum's tag. */
  categoryName: 20,
  /** UTF-16 units of what is typed into a form. */
  typed: 300,
} as const;

/** The steps and the least number of supporters: what the goals of an idea come from. */
export type Goals = Pick<IdeaSettings, 'floor' | 'ladder'>;

/** Goals in a custom id: `3|5x14,15x45`, at most 60 characters. */
export function packGoals({ floor, ladder }: Goals): string {
  return `${floor}|${ladder.map(({ percent, days }) => `${percent}x${days}`).join(',')}`;
}

/** Undefined for anything that `packGoals` would not have written for goals that can be set. */
export function unpackGoals(packed: string): Goals | undefined {
  const [, least, steps] = /^(\d{1,4})\|([\dx.,]{3,60})$/u.exec(packed) ?? [];
  if (least === undefined || steps === undefined) return undefined;
  const ladder = steps.split(',').map((step) => {
    const [percent = Number.NaN, days = Number.NaN] = step.split('x').map(Number);
    return { percent, days };
  });
  const goals = { floor: Number(least), ladder };
  return packGoals(goals) === packed && areAllowed(goals) ? goals : undefined;
}

function areAllowed({ floor, ladder }: Goals): boolean {
  const { floor: least, days: time, steps } = ideaSettingsLimits;
  if (floor < least.min || floor > least.max || ladder.length > steps) return false;
  return ladder.every(
    ({ percent, days }, place) =>
      percent > (ladder[place - 1]?.percent ?? 0) &&
      percent <= 100 &&
      Number.isInteger(days) &&
      days >= time.min &&
      days <= time.max,
  );
}
