import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], more: Record<string, unknown> = {}) => ({
  test: { name, include, environment: 'node', setupFiles: ['tests/support/properties.ts'], ...more },
});

/** Four speeds: rules and services, the real bot on real sockets, what breaks it, and the page in a browser. */
export default defineConfig({
  test: {
    projects: [
      project('unit', ['tests/**/*.test.ts'], {
        exclude: ['tests/journeys/**', 'tests/faults/**', 'tests/browser/**'],
        // Properties and real databases take long where other work keeps the machine busy.
        testTimeout: 20_000,
        isolate: false,
        maxWorkers: 2,
      }),
      project('journeys', ['tests/journeys/**/*.test.ts'], {
        testTimeout: 30_000,
        isolate: false,
        maxWorkers: 2,
      }),
      // Mostly waiting, hence more workers than cores; each test ends what it started, so files share a worker.
      project('faults', ['tests/faults/**/*.test.ts'], {
        testTimeout: 60_000,
        isolate: false,
        maxWorkers: 4,
      }),
      project('browser', ['tests/browser/**/*.test.ts'], { testTimeout: 60_000, hookTimeout: 60_000 }),
    ],
  },
});
