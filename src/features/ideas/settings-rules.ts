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
