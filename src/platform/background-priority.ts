import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Lets everything else go first, where the machine has too little for all: for threads whose work nobody waits for.
 * Linux gives every thread a priority of its own (setpriority(2), "C library/kernel differences"); elsewhere nothing
 * is changed.
 */
export function takeBackgroundPriority(): void {
  try {
    const [, thread] = /\/task\/(\d+)$/u.exec(readlinkSync('/proc/thread-self')) ?? [];
    if (thread !== undefined) setPriority(Number(thread), constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not allowed here: then all threads are alike.
  }
}
