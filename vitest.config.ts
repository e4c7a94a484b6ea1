import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('.'),
  // Runes in .svelte.ts files need the compiler, also without a page.
  plugins: [svelte({ configFile: at('svelte.config.js') })],
  resolve: { conditions: ['browser', 'module', 'import', 'default'] },
  define: { __BUILD__: JSON.stringify('test') },
  test: {
    globalSetup: ['test/support/threads.ts'],
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', '**/node_modules/**'],
    // Files of their own process: better-sqlite3 and worker threads dislike a shared one.
    pool: 'forks',
    // Most files wait for servers and threads more than they compute: on two cores three of them are done sooner.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 20_000,
    allowOnly: false,
  },
});
