import type { Database } from '../../src/database/open.ts';

/** How many statements `act` runs. */
export function statementsOf({ sqlite }: Pick<Database, 'sqlite'>, act: () => unknown): number {
  const shared = Object.getPrototypeOf(sqlite.prepare('SELECT 1')) as Record<
    string,
    (...args: unknown[]) => unknown
  >;
  const names = ['get', 'all', 'run', 'iterate'];
  const originals = names.map((name) => [name, shared[name]] as const);
  let count = 0;
  for (const [name, original] of originals) {
    shared[name] = function counted(this: unknown, ...args) {
      count += 1;
      return original?.apply(this, args);
    };
  }
  try {
    act();
  } finally {
    for (const [name, original] of originals) if (original) shared[name] = original;
  }
  return count;
}
