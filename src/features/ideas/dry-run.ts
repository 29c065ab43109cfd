import type { Idea, IdeaSettings } from './model.ts';
import type { DryRun } from './ports.ts';
import { DAY, ladderFor } from './rules.ts';

/** When the nth supporter (from 1) of an idea came, UTC ms; undefined: there are not so many. */
export type NthSince = (ideaId: number, n: number) => number | undefined;

/**
 * How many of these ideas would have climbed the whole ladder in time, each among the members who were active when
 * it was posted. Only those that were posted long enough ago to tell are judged. `activeNow`: for the goal of today,
 * and for ideas of which nobody knows.
 */
export function judge(
  past: Iterable<Pick<Idea, 'id' | 'postedAt' | 'basis'>>,
  settings: Pick<IdeaSettings, 'floor' | 'ladder'>,
  { nthSince, activeNow, now }: { nthSince: NthSince; activeNow: number; now: number },
): DryRun {
  let judged = 0;
  let reached = 0;
  for (const { id, postedAt, basis } of past) {
    const rungs = ladderFor(settings, basis?.active ?? activeNow);
    const whole = rungs.reduce((sum, { days }) => sum + days, 0) * DAY;
    if (postedAt === undefined || postedAt + whole > now) continue;
    judged += 1;
    let from: number | undefined = postedAt;
    for (const { goal, days } of rungs) {
      const at: number | undefined = from === undefined ? undefined : nthSince(id, goal);
      // Who supported it before the rung began (a merge keeps the older date) counts from its beginning.
      from =
        from === undefined || at === undefined || at > from + days * DAY ? undefined : Math.max(from, at);
    }
    if (from !== undefined) reached += 1;
  }
  return { judged, reached, goal: ladderFor(settings, activeNow).at(-1)?.goal ?? 0 };
}
