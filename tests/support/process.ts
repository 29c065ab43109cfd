import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '../../src/platform/package-root.ts';

export interface TestProcess {
  /** Every whole line of standard output so far. */
  lines: readonly string[];
  /** Resolves with the first line that satisfies; rejects if the process ends before. */
  line(satisfies: (line: string) => boolean): Promise<string>;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
  /** The exit code, or the signal's name. */
  ended: Promise<number | string | null>;
}

export interface Limits {
  /** No file may grow beyond so many blocks of 1,024 bytes. */
  fileBlocks?: number;
}

/** Starts a TypeScript file of the tests as a process of its own. */
export function startProcess(file: string, limits: Limits, ...parameters: string[]): TestProcess {
  const root = packageRoot();
  const command = [process.execPath, '--import', 'tsx', path.join(root, file), ...parameters];
  const limited = ['bash', '-c', `ulimit -f ${limits.fileBlocks}; exec "$@"`, 'bash', ...command];
  const [program = '', ...rest] = limits.fileBlocks === undefined ? command : limited;
  const child = spawn(program, rest, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const listeners = new Set<(line: string) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const listener of listeners) listener(line);
  });
  const ended = endOf(child);
  return {
    lines,
    ended,
    line: (satisfies) =>
      new Promise((resolve, reject) => {
        const seen = lines.find(satisfies);
        if (seen !== undefined) return resolve(seen);
        listeners.add((line) => satisfies(line) && resolve(line));
        void ended.then((how) =>
          reject(new Error(`ended (${how}) without saying so; it said ${lines.join()}`)),
        );
      }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function endOf(child: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
}
