import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Files whose tests start servers, threads and processes, or measure this one's memory. */
const APART = [
  'test/server/**/*.test.ts',
  'test/contract/log.test.ts',
  'test/client/live/call.test.ts',
  'test/demo/class.test.ts',
  'test/engines/engine.test.ts',
];

const NEVER = ['test/e2e/**', '**/node_modules/**'];

export default defineConfig({
  root: at('.'),
  // Runes in .svelte.ts files need the compiler, also without a page.
  plugins: [svelte({ configFile: at('svelte.config.js') })],
  resolve: { conditions: ['browser', 'module', 'import', 'default'] },
  define: { __BUILD__: JSON.stringify('test') },
  test: {
    allowOnly: false,
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          // Pure: they compute, and leave nothing behind. One process takes many files, and loads what they share once.
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: [...APART, ...NEVER],
          isolate: false,
          maxWorkers: availableParallelism(),
          // What only computes has no deadline: this ends what hangs, also on a machine that is busy with other things.
          testTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          globalSetup: ['test/support/threads.ts', 'test/support/postgres-server.ts'],
          include: APART,
          exclude: NEVER,
          // The server's modules take longer to load than most files to run: a process loads them once.
          isolate: false,
          // Most of them wait more than they compute: on two cores three of them are done sooner.
          maxWorkers: Math.max(3, availableParallelism() - 1),
          // Nothing is judged by these: they end what hangs, and a busy machine may take its time.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
