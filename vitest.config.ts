import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          sequence: { groupOrder: 1 },
          include: ['src/**/*.test.ts', 'tests/house/**/*.test.ts', 'tests/property/pure/**/*.test.ts'],
          environment: 'node',
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
          // They end what hangs, and never judge how fast a busy machine is.
          testTimeout: 300_000,
          hookTimeout: 300_000,
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
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
