import { chromium as playwright } from '@playwright/test';
import { within } from '../faults/within';
import { chromiumArgs } from '../support/chromium';
import { temporaryFolder } from '../support/folder';
import { loadPuppeteer } from '../support/puppeteer';
import { PATIENCE, type Engine, type Said } from './engine';
import type { Timed } from './page';
import type { Script } from './script';

/** What is used here of a page, of Playwright's and of Puppeteer's. */
interface Page {
  readonly addScriptTag: (tag: { content: string }) => Promise<unknown>;
  readonly evaluate: (expression: string) => Promise<unknown>;
}

async function answerOf(page: Page, { define, ask }: Script): Promise<Timed> {
  await page.addScriptTag({ content: define });
  return (await within(PATIENCE, 'an answer', page.evaluate(ask))) as Timed;
}

export const chromium = (executablePath: string): Engine => ({
  name: 'Chromium',
  run: async (script) => {
    const browser = await playwright.launch({ executablePath, args: [...chromiumArgs] });
    try {
      return { version: browser.version(), answer: await answerOf(await browser.newPage(), script) };
    } finally {
      await browser.close();
    }
  },
});

interface Firefox {
  readonly version: () => Promise<string>;
  readonly newPage: () => Promise<Page>;
  readonly close: () => Promise<void>;
}

interface Puppeteer {
  readonly launch: (options: {
    browser: 'firefox';
    executablePath: string;
    headless: boolean;
    env: Readonly<Record<string, string | undefined>>;
    protocolTimeout: number;
  }) => Promise<Firefox>;
}

/** As root it refuses a home that is somebody else's, so `home` is a folder of its own. */
async function launchFirefox(executablePath: string, home: string): Promise<Firefox> {
  const env = { ...process.env, HOME: home, MOZ_HEADLESS: '1' };
  const protocolTimeout = PATIENCE * 1_000;
  return loadPuppeteer<Puppeteer>().launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    env,
    protocolTimeout,
  });
}

async function askFirefox(browser: Firefox, script: Script): Promise<Said> {
  try {
    const version = (await browser.version()).replace(/^firefox\//i, '');
    return { version, answer: await answerOf(await browser.newPage(), script) };
  } finally {
    await browser.close();
  }
}

export const firefox = (executablePath: string): Engine => ({
  name: 'Firefox',
  run: async (script) => {
    const home = temporaryFolder();
    try {
      return await askFirefox(await launchFirefox(executablePath, home.path), script);
    } finally {
      home.remove();
    }
  },
});
