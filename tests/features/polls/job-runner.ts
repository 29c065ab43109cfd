import pino from 'pino';
import { flushLog } from '../../../src/database/flush.ts';
import { createPollJobs } from '../../../src/features/polls/jobs.ts';
import type { CreatorNotice, PollMessages, PollState } from '../../../src/features/polls/ports.ts';
import { jobNonce } from '../../../src/jobs/nonce.ts';
import { afterRun } from '../../../src/jobs/outcome.ts';
import { createJobRepository } from '../../../src/jobs/repository.ts';
import type { Delivery, Once } from '../../../src/shared/delivery.ts';
import type { PollHarness } from './harness.ts';

/** One thing that the channel got, or was asked for. */
export interface Shown {
  what: 'post' | 'refresh' | 'finish' | 'announce' | 'thread' | 'notice';
  poll: number;
  /** For posts, to see that a second try has the same. */
  nonce?: string;
  mayHaveHappened?: boolean;
  state?: PollState;
  notice?: CreatorNotice['kind'];
}

type Answer = Exclude<Delivery, { kind: 'sent' }>;

/**
 * Runs the feature's real jobs from the real table, one after another, against a channel that notes what it
 * gets. `answers` says what Discord does instead of taking it.
 */
export function jobRunner(h: PollHarness, processId = 'first') {
  const shown: Shown[] = [];
  const answers = new Map<Shown['what'], Answer>();
  let message = 900;

  const take = (what: Shown['what'], state: PollState, once?: Once): Answer | undefined => {
    shown.push({ what, poll: state.poll.id, state, ...once });
    return answers.get(what);
  };
  const messages: PollMessages = {
    post: async (state, once) => take('post', state, once) ?? { kind: 'sent', messageId: String(++message) },
    refresh: (poll) => void shown.push({ what: 'refresh', poll }),
    finish: async (state) => take('finish', state) ?? { kind: 'sent' },
    announce: async (state, once) =>
      take('announce', state, once) ?? { kind: 'sent', messageId: String(++message) },
    openThread: async (state) => take('thread', state) ?? { kind: 'sent', threadId: String(++message) },
    tellCreator: async (notice) =>
      void shown.push({ what: 'notice', poll: notice.poll.id, notice: notice.kind }),
  };
  const writer = { write: async <T>(work: () => T): Promise<T> => h.write(work), close: async () => {} };
  const repository = createJobRepository(h.database.orm);
  const definitions = new Map(
    createPollJobs({
      work: h.work,
      messages,
      sealed: { flush: () => flushLog(h.database.sqlite) },
      writer,
      log: pino({ level: 'silent' }),
      processId,
      behind: new Set(),
    }).map((definition) => [definition.kind, definition]),
  );

  const start = async (id: number | undefined) => {
    const row = id === undefined ? undefined : repository.claim(id);
    const definition = row && definitions.get(row.kind);
    if (!definition) throw new Error('nothing was due');
    const outcome = await definition.run({
      payload: row.payload === null ? undefined : (JSON.parse(row.payload) as unknown),
      key: row.key,
      dueAt: row.dueAt,
      now: h.clock.now(),
      attempt: row.attempts,
      nonce: jobNonce(row.kind, row.key, row.dueAt),
      mayHaveHappened: row.tries > 1,
    });
    return { row, outcome, maxAttempts: definition.maxAttempts ?? 10 };
  };

  const runOne = async (id: number): Promise<void> => {
    const { row, outcome, maxAttempts } = await start(id);
    const change = afterRun(row, outcome, { now: h.clock.now(), maxAttempts });
    if (change === 'over') repository.finish(row);
    else repository.change(row, change);
  };

  return {
    shown,
    answers,
    /** What was shown since the last look, as `what poll`. */
    news: () =>
      shown.splice(0).map(({ what, poll, notice }) => `${what} ${poll}${notice ? ` ${notice}` : ''}`),
    /** Runs whatever is due until nothing is. */
    async runDue(): Promise<number> {
      for (let runs = 0; ; ) {
        const due = repository.due(h.clock.now(), 100);
        if (due.length === 0) return runs;
        for (const { id } of due) await runOne(id);
        runs += due.length;
        if (runs > 20_000) throw new Error('jobs without end');
      }
    },
    /** The first due job runs, and the process is killed before its outcome is recorded. */
    async killAfterNext(): Promise<void> {
      await start(repository.due(h.clock.now(), 1)[0]?.id);
      repository.takeOver();
    },
  };
}
