import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGroupWriter } from '../../src/database/group-writer.ts';
import { type LogSync, logSync } from '../../src/database/log-sync.ts';
import { type Database, openDatabase } from '../../src/database/open.ts';
import type { StorageError } from '../../src/database/writer.ts';
import { systemMonotonic } from '../../src/platform/monotonic.ts';
import { migrationsFolder, temporaryFolder } from '../support/database.ts';

let database: Database;
let remove: () => void;
let log: LogSync;

beforeEach(() => {
  const temporary = temporaryFolder();
  remove = temporary.remove;
  database = openDatabase({ path: `${temporary.folder}/hearth.sqlite`, migrationsFolder });
  database.sqlite.exec('create table notes (id integer primary key) strict');
  log = logSync(database.sqlite);
});
afterEach(async () => {
  await log.close();
  database.close();
  remove();
});

const note = (id: number) => () => database.sqlite.prepare('insert into notes values (?)').run(id);
const stored = () => database.sqlite.prepare('select count(*) from notes').pluck().get();
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('tells nobody that something is kept before the log is synced', async () => {
  let synced: () => void = () => {};
  const sync = () => new Promise<void>((resolve) => void (synced = resolve));
  const writer = createGroupWriter(database.sqlite, { monotonic: systemMonotonic, sync });
  let told = false;
  const written = writer.write(note(1)).then(() => (told = true));
  await turn();
  await turn();
  expect(stored()).toBe(1);
  expect(told).toBe(false);
  const closing = writer.close();
  synced();
  await written;
  await closing;
  expect(told).toBe(true);
});

it('takes nothing any more once a sync has failed, and vouches for nothing that was written before', async () => {
  const failures: unknown[] = [];
  let failSync: (error: Error) => void = () => {};
  const sync = () => new Promise<void>((_, reject) => void (failSync = reject));
  const onSyncFailed = (error: unknown) => void failures.push(error);
  const writer = createGroupWriter(database.sqlite, { monotonic: systemMonotonic, sync, onSyncFailed });
  const outcome = (work: Promise<unknown>) => work.catch((error: StorageError) => error.failure);
  const first = outcome(writer.write(note(1)));
  await turn();
  await turn();
  const second = outcome(writer.write(note(2)));
  failSync(new Error('EIO'));
  expect([await first, await second]).toEqual(['uncertain', 'failed']);
  expect(await outcome(writer.write(note(3)))).toBe('failed');
  expect(stored()).toBe(1);
  expect(failures).toHaveLength(1);
  await writer.close();
});

it('lets everything that comes during a sync share the next one, never the running one', async () => {
  const first = log.sync();
  const second = log.sync();
  const third = log.sync();
  expect(second).not.toBe(first);
  expect(third).toBe(second);
  await Promise.all([first, second, third]);
  await log.sync();
});

it('works on a real file from the first write on, after a checkpoint, and with nothing written', async () => {
  const writer = createGroupWriter(database.sqlite, { monotonic: systemMonotonic, sync: log.sync });
  await writer.write(() => {});
  await Promise.all([1, 2, 3].map((id) => writer.write(note(id))));
  database.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  await writer.write(note(4));
  await writer.close();
  expect(stored()).toBe(4);
});
