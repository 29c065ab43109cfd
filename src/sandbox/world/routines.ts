import { endPollsInTime } from './polls.ts';
import { keepReads } from './reads.ts';
import { archiveQuietThreads, joinByWriting } from './threads.ts';
import type { World } from './types.ts';

/** What Discord does by itself, as time passes and people write. Call it once, when the world is filled. */
export function startRoutines(world: World): void {
  keepReads(world);
  archiveQuietThreads(world);
  joinByWriting(world);
  endPollsInTime(world);
}
