import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../platform/package-root.ts';

/**
 * Run after `drizzle-kit generate`, which cannot write STRICT by itself: without it SQLite would store a text in
 * an integer column without a word.
 */
const folder = path.join(packageRoot(), 'migrations');

for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
  const file = path.join(folder, name);
  const written = readFileSync(file, 'utf8');
  const strict = written.replace(/^(CREATE TABLE [^;]*?\n\));/gm, '$1 STRICT;');
  if (strict !== written) writeFileSync(file, strict);
}
