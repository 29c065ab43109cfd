import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { Timers } from '../../platform/timers.ts';
import type { NewFirst } from './first-repository.ts';

/** Real ms until what could not be kept is tried again. */
const AGAIN_MS = 5_000;
/** While nothing can be written; beyond it the oldest are forgotten. */
const MOST_WAITING = 1_000;

/** Keeps first messages. What cannot be kept waits in memory: the next message of that person is not their first. */
export function noticing(deps: {
  notice: (first: NewFirst) => void;
  writer: Writer;
  timers: Timers;
  log: Logger;
}): (first: NewFirst) => void {
  const { notice, writer, timers, log } = deps;
  let waiting: NewFirst[] = [];

  const keep = async (first: NewFirst): Promise<void> => {
    try {
      await writer.write(() => notice(first));
    } catch (error) {
      log.warn({ err: error }, 'a first message is kept later');
      if (waiting.length === 0) timers.after(AGAIN_MS, again);
      waiting = [...waiting, first].slice(-MOST_WAITING);
    }
  };
  const again = (): void => {
    for (const first of waiting.splice(0)) void keep(first);
  };
  return (first) => void keep(first);
}
