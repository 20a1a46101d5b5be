import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/runner/longest-first.ts';

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'pure',
          sequence: { groupOrder: 1 },
          include: ['src/**/*.test.ts', 'tests/house/**/*.test.ts', 'tests/property/pure/**/*.test.ts'],
          environment: 'node',
          // It ends what hangs, and never judges how fast a busy machine is; so do those below.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          pool: 'threads',
          isolate: false,
        },
      },
      {
        test: {
          name: 'database',
          sequence: { groupOrder: 2 },
          include: ['tests/api/**/*.test.ts', 'tests/property/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/engine.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          // Every file has a database of its own; the modules of the application are loaded once for each worker.
          isolate: false,
          maxWorkers: 3,
        },
      },
      {
        test: {
          name: 'browser',
          sequence: { groupOrder: 3 },
          include: ['tests/web/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/engine.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 240_000 } },
          isolate: false,
          // Every file has a server, a database and a browser of its own.
          maxWorkers: 2,
        },
      },
    ],
  },
});
