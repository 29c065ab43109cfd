import { ALL_TIME, type CountRepository, monthBucket, valueBucket, weekBucket } from './count-repository.ts';
import type { MilestoneRepository } from './milestone-repository.ts';
import type { Milestone } from './model.ts';
import type { PeopleRepository } from './people-repository.ts';
import { milestoneAt } from './rules.ts';
import type { StoredShoutout } from './shoutout-repository.ts';

export interface CountingParts {
  counts: CountRepository;
  people: PeopleRepository;
  milestones: MilestoneRepository;
}

export type Counting = ReturnType<typeof createCounting>;

/** The one way in which counters move: with every shout-out up, and down again when it is taken back. Writes. */
export function createCounting({ counts, people, milestones }: CountingParts) {
  const moveBoards = ({ shoutout, week, month }: StoredShoutout, by: 1 | -1): void => {
    const { guildId, value, receiverIds } = shoutout;
    for (const period of [weekBucket(week), monthBucket(month), ALL_TIME]) {
      for (const each of ['', valueBucket(value)]) {
        const bucket = { guildId, period, value: each };
        counts.move(bucket, undefined, by);
        for (const userId of receiverIds) counts.move(bucket, userId, by);
      }
    }
  };

  return {
    /** The milestones that nobody had reached before. */
    add(stored: StoredShoutout): Milestone[] {
      const { guildId, giverId, receiverIds, createdAt, id } = stored.shoutout;
      moveBoards(stored, 1);
      const reached: Milestone[] = [];
      const reach = (what: 'given' | 'received', userId: string): void => {
        const kind = milestoneAt(what, people.move(what, 1, guildId, userId));
        const milestone = kind && { guildId, userId, kind, reachedAt: createdAt, shoutoutId: id };
        if (milestone && milestones.add(milestone, stored.month)) reached.push(milestone);
      };
      reach('given', giverId);
      for (const userId of receiverIds) {
        people.thankedFirst(stored.month, guildId, userId);
        reach('received', userId);
      }
      return reached;
    },
    /** What was reached stays reached. */
    remove(stored: StoredShoutout): void {
      const { guildId, giverId, receiverIds, id } = stored.shoutout;
      moveBoards(stored, -1);
      people.release(id);
      people.move('given', -1, guildId, giverId);
      for (const userId of receiverIds) people.move('received', -1, guildId, userId);
    },
  };
}
