import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { createGroupWriter } from '../database/group-writer.ts';
import { logSync } from '../database/log-sync.ts';
import { openDatabase } from '../database/open.ts';
import type { Writer } from '../database/writer.ts';
import { createJobQueue } from '../jobs/queue.ts';
import { createJobRepository } from '../jobs/repository.ts';
import type { JobWorker } from '../jobs/worker.ts';
import type { Monotonic } from '../platform/monotonic.ts';
import { packageRoot } from '../platform/package-root.ts';

export type Store = ReturnType<typeof openStore>;

/** The file with all that Hearth keeps, migrated and checked. Throws with words for whoever runs the bot. */
export function openStore(deps: {
  config: Config;
  monotonic: Monotonic;
  log: Logger;
  /** Nothing that was saved lately is certain any more; the process has to end with an error. */
  onFatal: (reason: string) => void;
}) {
  const { config, monotonic, log: logger, onFatal } = deps;
  const database = openDatabase({
    path: config.databasePath,
    migrationsFolder: join(packageRoot(), 'migrations'),
    synchronous: config.databaseSync,
  });
  const log = config.databaseSync === 'full' ? logSync(database.sqlite) : undefined;
  const onSyncFailed = (error: unknown): void => {
    logger.fatal({ err: error }, 'the disk did not confirm what was saved');
    onFatal('the disk did not confirm what was saved');
  };
  const writer: Writer = createGroupWriter(database.sqlite, {
    monotonic,
    ...(log && { sync: log.sync, onSyncFailed }),
  });
  const jobRepository = createJobRepository(database.orm);
  const wake = { worker: undefined as JobWorker | undefined };
  return {
    database,
    writer,
    jobRepository,
    jobs: createJobQueue(jobRepository, () => wake.worker?.wake()),
    wake,
    async close() {
      await writer.close();
      await log?.close();
      database.close();
    },
  };
}
