/**
 * Why the database could not be opened. The process must end before it talks to Discord, and the file stays
 * exactly as it is.
 */
export type DatabaseProblem = 'corrupt' | 'locked' | 'not-writable' | 'newer-schema' | 'migration-failed';

/** The message is for whoever operates the bot: it names the file and what to do. */
export class DatabaseError extends Error {
  readonly problem: DatabaseProblem;

  constructor(problem: DatabaseProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseError';
    this.problem = problem;
  }
}

/** SQLite's result code (`SQLITE_BUSY`, `SQLITE_IOERR_WRITE`), also of an error that wraps SQLite's own. */
export function sqliteCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && cause.code.startsWith('SQLITE_')) {
      return cause.code;
    }
  }
  return undefined;
}
