import { defineConfig } from '@playwright/test';
import { chromiumArgs } from './test/support/chromium';

const found = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  // Each test starts a server of its own; two at a time would fight for two cores.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    locale: 'it-IT',
    actionTimeout: 10_000,
    trace: 'retain-on-failure',
    ignoreHTTPSErrors: true,
    launchOptions: {
      ...(found ? { executablePath: found } : {}),
      args: [...chromiumArgs],
    },
  },
});
