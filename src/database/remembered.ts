import type Sqlite from 'better-sqlite3';

/** Answers that are remembered at once; beyond it all are forgotten. */
const MOST = 1_000;

/**
 * Remembers what `read` found until anything is written on this connection: for what is asked with every message, and
 * changes seldom. A look into the file costs system calls for its locks each time, this one costs none. The file has
 * one writer, so nothing else can change it.
 */
export function remembered<Key, Value>(
  sqlite: Sqlite.Database,
  read: (key: Key) => Value,
): (key: Key) => Value {
  const changes = sqlite.prepare<[], number>('SELECT total_changes()').pluck();
  const known = new Map<Key, Value>();
  let of: number | undefined;
  return (key) => {
    // What is found there may be taken back.
    if (sqlite.inTransaction) return read(key);
    const now = changes.get();
    if (now !== of || known.size >= MOST) known.clear();
    of = now;
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as Value;
    const value = read(key);
    known.set(key, value);
    return value;
  };
}
