import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The programs, each one file with its libraries: to find, read and link some 1,200 modules one by one took more
 * than half of the time to start. Types are checked elsewhere (`npm run check`).
 */
export default defineConfig({
  root: here('..'),
  clearScreen: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: here('../dist/bot'),
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: here('main.ts'),
        sandbox: here('sandbox/main.ts'),
        rekey: here('rekey.ts'),
        // Threads, beside the others, where whoever starts them looks.
        worker: here('charts/worker.ts'),
        'reader-worker': here('features/engagement/reader-worker.ts'),
      },
      external: [
        // Native code lies beside its JavaScript.
        'better-sqlite3',
        '@napi-rs/canvas',
        // Asked for and done without.
        'zlib-sync',
        'bufferutil',
        'utf-8-validate',
      ],
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        sourcemapExcludeSources: true,
      },
      // discord.js, of a way to run code that Hearth does not use.
      checks: { eval: false },
    },
  },
});
