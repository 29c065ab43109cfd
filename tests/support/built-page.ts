import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = projectDirectory();
const sources = join(root, 'src', 'sandbox', 'web');
const built = join(root, 'dist', 'page');
const lock = join(root, 'dist', '.page-build');

/** The folder of the built page. Builds it first where it is missing or older than its sources. */
export async function builtPage(): Promise<string> {
  while (!isFresh()) {
    if (claim()) {
      try {
        await build();
      } finally {
        rmSync(lock, { recursive: true, force: true });
      }
    } else await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return built;
}

const isFresh = (): boolean =>
  !existsSync(lock) &&
  existsSync(join(built, 'index.html')) &&
  statSync(join(built, 'index.html')).mtimeMs >= newest(sources);

function newest(directory: string): number {
  const times = readdirSync(directory, { withFileTypes: true }).map((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
  });
  return Math.max(0, ...times);
}

/** Test files run side by side, and only one of them may build. */
function claim(): boolean {
  mkdirSync(dirname(lock), { recursive: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 120_000) rmSync(lock, { recursive: true });
    return false;
  }
}

async function build(): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join(sources, 'vite.config.ts');
  await promisify(execFile)(process.execPath, [vite, 'build', '--config', config], { cwd: root });
}

function projectDirectory(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, 'package.json'))) directory = dirname(directory);
  return directory;
}
