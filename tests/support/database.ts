import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createGroupWriter } from '../../src/database/group-writer.ts';
import { migrate } from '../../src/database/migrate.ts';
import { configure, type Database, databaseOn } from '../../src/database/open.ts';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import type { Writer } from '../../src/database/writer.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { systemMonotonic } from '../../src/platform/monotonic.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import type { Random } from '../../src/platform/random.ts';

export const migrationsFolder = path.join(packageRoot(), 'migrations');

export interface TestDatabase extends Database {
  writer: Writer;
}

let template: Buffer | undefined;

/** A fresh in-memory database with the real schema, from a template that is migrated once per test file. */
export function openTestDatabase(): TestDatabase {
  template ??= migratedTemplate();
  const sqlite = new SqliteDatabase(template);
  configure(sqlite, 'full');
  return { ...databaseOn(sqlite), writer: createGroupWriter(sqlite, { monotonic: systemMonotonic }) };
}

function migratedTemplate(): Buffer {
  const sqlite = new SqliteDatabase(':memory:');
  migrate(sqlite, migrationsFolder);
  const image = sqlite.serialize();
  sqlite.close();
  return image;
}

/** A folder of its own, removed by the returned function. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'hearth-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface FixedClock extends Clock {
  /** Moves to an instant (UTC ms), also back. */
  set(at: number): void;
  /** Moves forward by so many ms. */
  advance(ms: number): void;
}

/** Noon UTC on Wednesday, 4 March 2026, until told otherwise. */
export function fixedClock(start = Date.UTC(2026, 2, 4, 12)): FixedClock {
  let now = start;
  return {
    now: () => now,
    set(at) {
      now = at;
    },
    advance(ms) {
      now += ms;
    },
  };
}

/** Bytes that count up from 0, so that ids and keys are the same in every run. */
export function sequentialRandom(): Random {
  let next = 0;
  return {
    bytes(size) {
      return Buffer.from(Array.from({ length: size }, () => next++ % 256));
    },
  };
}
