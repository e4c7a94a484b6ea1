import { defineConfig } from '@playwright/test';
import { chromiumArgs } from './test/support/chromium';

const found = process.env.CHROMIUM_PATH;

/** They take as long as all others of a worker together, so they begin first. */
const LONGEST = ['lecture.test.ts', 'lesson.test.ts', 'filter.test.ts', 'looking-back.test.ts'];

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  // A flow waits about as long as it computes: for buttons that settle, for lines that are given up.
  workers: 3,
  fullyParallel: true,
  projects: [
    { name: 'long', testMatch: LONGEST },
    { name: 'short', testIgnore: LONGEST },
  ],
  retries: 0,
  forbidOnly: true,
  // Nothing is judged by these: they end what hangs, and a busy machine may take its time.
  timeout: 600_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    locale: 'it-IT',
    actionTimeout: 20_000,
    // A trace makes every flow slower: to see one, `npx playwright test NAME --trace on`.
    trace: 'off',
    screenshot: 'only-on-failure',
    ignoreHTTPSErrors: true,
    // What moves is drawn by the processor here. The flow of the lesson is played with all of it.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(found ? { executablePath: found } : {}),
      args: [...chromiumArgs],
    },
  },
});
