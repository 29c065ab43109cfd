import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../platform/package-root.ts';

/**
 * Run after `drizzle-kit generate`, which cannot write STRICT by itself: without it SQLite would store a text in
 * an integer column without a word. Nor can it leave the row id away, which for the rollups would store each key
 * twice.
 */
const withoutRowId =
  /^CREATE TABLE `(?:activity|activity_hours|activity_replies|activity_members|activity_days|conversation_people)` /;
const folder = path.join(packageRoot(), 'migrations');

for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
  const file = path.join(folder, name);
  const written = readFileSync(file, 'utf8');
  const strict = written.replace(
    /^(CREATE TABLE [^;]*?\n\));/gm,
    (_, table: string) => `${table} STRICT${withoutRowId.test(table) ? ', WITHOUT ROWID' : ''};`,
  );
  if (strict !== written) writeFileSync(file, strict);
}
