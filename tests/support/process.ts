import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '../../src/platform/package-root.ts';

export interface TestProcess {
  /** Every whole line of standard output so far. */
  lines: readonly string[];
  /** Every whole line of standard error, where an environment was given; otherwise it is passed on. */
  errors: readonly string[];
  /** Resolves with the first line that satisfies; rejects if the process ends before. */
  line(satisfies: (line: string) => boolean): Promise<string>;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
  /** A signal that it may answer; `ended` tells how. */
  signal(name: NodeJS.Signals): void;
  /** The exit code, or the signal's name. */
  ended: Promise<number | string | null>;
}

export interface Limits {
  /** No file may grow beyond so many blocks of 1,024 bytes. */
  fileBlocks?: number;
  /** Added to a bare environment. */
  environment?: Readonly<Record<string, string>>;
}

/** Starts a TypeScript file of the tests, or a compiled program, as a process of its own. */
export function startProcess(file: string, limits: Limits, ...parameters: string[]): TestProcess {
  const root = packageRoot();
  const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const command = [process.execPath, ...loader, path.resolve(root, file), ...parameters];
  const limited = ['bash', '-c', `ulimit -f ${limits.fileBlocks}; exec "$@"`, 'bash', ...command];
  const [program = '', ...rest] = limits.fileBlocks === undefined ? command : limited;
  const { environment } = limits;
  const { PATH, HOME } = process.env;
  const child = spawn(program, rest, {
    cwd: root,
    stdio: ['ignore', 'pipe', environment ? 'pipe' : 'inherit'],
    ...(environment ? { env: { PATH, HOME, ...environment } } : {}),
  });
  const lines: string[] = [];
  const listeners = new Set<(line: string) => void>();
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      for (const listener of listeners) listener(line);
    });
  const errors: string[] = [];
  if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const ended = endOf(child);
  return {
    lines,
    errors,
    ended,
    signal: (name) => void child.kill(name),
    line: (satisfies) =>
      new Promise((resolve, reject) => {
        const seen = lines.find(satisfies);
        if (seen !== undefined) return resolve(seen);
        listeners.add((line) => satisfies(line) && resolve(line));
        void ended.then((how) =>
          reject(new Error(`ended (${how}) without saying so; it said ${[...lines, ...errors].join('\n')}`)),
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
