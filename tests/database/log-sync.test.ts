import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGroupWriter } from '../../src/database/group-writer.ts';
import { type LogSync, logSync } from '../../src/database/log-sync.ts';
import { type Database, openDatabase } from '../../src/database/open.ts';
import { StorageError } from '../../src/database/writer.ts';
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

it('says that it could not be saved where the sync fails, and goes on with the next', async () => {
  let broken = true;
  const sync = async () => {
    if (broken) throw new Error('EIO');
  };
  const writer = createGroupWriter(database.sqlite, { monotonic: systemMonotonic, sync });
  await expect(writer.write(note(1))).rejects.toBeInstanceOf(StorageError);
  broken = false;
  await expect(writer.write(note(2))).resolves.toBeDefined();
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
