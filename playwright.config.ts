import { defineConfig } from '@playwright/test';

/** The insecure origin of D14: what phones on a LAN see. A test on 127.0.0.1 would prove nothing. */
const LAN_HOST = 'trainoff.test';

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
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        `--host-resolver-rules=MAP ${LAN_HOST} 127.0.0.1`,
      ],
    },
  },
});
