import { writeSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createGroupWriter } from '../../src/database/group-writer.ts';
import { migrate } from '../../src/database/migrate.ts';
import { openDatabase } from '../../src/database/open.ts';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { StorageError } from '../../src/database/writer.ts';
import { systemMonotonic } from '../../src/platform/monotonic.ts';
import { migrationsFolder } from './database.ts';

/** A process of its own for the tests that kill one. Says what happened on standard output, a line each. */
const say = (line: string | number) => void writeSync(1, `${line}\n`);

const tasks: Record<string, (path: string, ...more: string[]) => void | Promise<void>> = {
  /** Opens the database and stays. Nobody refers to what was opened, and the garbage is collected. */
  async hold(path) {
    openDatabase({ path, migrationsFolder });
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    for (let round = 0; round < 3; round += 1) {
      collect();
      await new Promise((resolve) => setImmediate(resolve));
    }
    say('opened');
    setInterval(() => {}, 1_000);
  },

  /** Writes as fast as it can, and says each key only after it was acknowledged. */
  async write(path, from = '0') {
    const database = openDatabase({ path, migrationsFolder });
    const writer = createGroupWriter(database.sqlite, { monotonic: systemMonotonic });
    const insert = database.sqlite.prepare(
      `insert into jobs (kind, key, due_at, run_at, status) values ('note', ?, 0, 0, 'dead')`,
    );
    let next = Number(from);
    const one = async (): Promise<void> => {
      for (;;) {
        const key = String(next++);
        await writer.write(() => insert.run(key));
        say(key);
      }
    };
    await Promise.all(Array.from({ length: 20 }, one));
  },

  /** Writes one large row after another until three could not be saved. */
  async fill(path) {
    process.on('SIGXFSZ', () => {});
    const database = openDatabase({ path, migrationsFolder });
    const writer = createGroupWriter(database.sqlite, { monotonic: systemMonotonic });
    const insert = database.sqlite.prepare(
      `insert into jobs (kind, key, payload, due_at, run_at, status) values ('note', ?, ?, 0, 0, 'dead')`,
    );
    for (let key = 0, refused = 0; refused < 3; key += 1) {
      try {
        await writer.write(() => insert.run(String(key), 'x'.repeat(50_000)));
        say(`kept ${key}`);
      } catch (error) {
        refused += 1;
        say(`refused ${key} ${error instanceof StorageError ? error.failure : String(error)}`);
      }
    }
  },

  /** Migrates; `SELECT killed(n)` in a migration is where the process dies if n is `at`. */
  migrate(path, folder = '', at = '') {
    const sqlite = new SqliteDatabase(path);
    sqlite.pragma('journal_mode = WAL');
    sqlite.function('killed', (point) => {
      if (point === Number(at)) process.kill(process.pid, 'SIGKILL');
      return null;
    });
    migrate(sqlite, folder);
    say('migrated');
  },
};

const [task = '', path = '', ...more] = process.argv.slice(2);
await tasks[task]?.(path, ...more);
