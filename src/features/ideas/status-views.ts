import type { Translate } from '../../i18n/translate.ts';
import type { Idea, IdeaStatus, Rung } from './model.ts';

/** A picture, a word and a colour for each status: the same on the card, in news, in tags and in lists. */
export const statusIcons = {
  queued: '⏳',
  gathering: '🌱',
  'in-review': '🔍',
  planned: '📅',
  'in-progress': '🔨',
  shipped: '🚀',
  declined: '🚫',
  expired: '💤',
  merged: '🔀',
  withdrawn: '↩️',
} as const satisfies Record<IdeaStatus, string>;

export const statusColours = {
  queued: 0x8a8f98,
  gathering: 0xe8743b,
  'in-review': 0xf2b134,
  planned: 0x4a8fd8,
  'in-progress': 0x7a5fd0,
  shipped: 0x4f9d69,
  declined: 0x8a8f98,
  expired: 0x8a8f98,
  merged: 0x8a8f98,
  withdrawn: 0x8a8f98,
} as const satisfies Record<IdeaStatus, number>;

/** `🌱 Gathering` */
export function statusText(status: IdeaStatus, t: Translate): string {
  return `${statusIcons[status]} ${t(`ideas.status.${status}`)}`;
}

/** Whether support still moves something; a guess by the status alone, the press is judged by the clock. */
export function takesSupport(status: IdeaStatus): boolean {
  return status === 'gathering' || status === 'in-review';
}

/** The rung that it works on, or the last one; undefined before it is posted. */
export function presentRung({ rungs, reached }: Pick<Idea, 'rungs' | 'reached'>): Rung | undefined {
  return rungs[Math.min(reached, rungs.length - 1)];
}

const cells = 12;

/** A bar for `have` of `goal`. Whatever has a supporter shows at least one cell, and only the goal fills it. */
export function progressBar(have: number, goal: number): string {
  const share = goal > 0 ? Math.min(1, have / goal) : 0;
  const filled = share === 1 ? cells : Math.min(cells - 1, Math.floor(share * cells));
  const full = have > 0 ? Math.max(1, filled) : 0;
  return '▰'.repeat(full) + '▱'.repeat(cells - full);
}
