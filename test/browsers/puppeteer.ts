import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { LAN_HOST, chromiumArgs } from '../support/chromium';
import { temporaryFolder } from '../support/folder';
import type { Point } from '../support/hands';
import { loadPuppeteer } from '../support/puppeteer';
import { IN_VIEW, sought } from './sought';
import type { Driven, Engine, Key, Size, Window } from './window';

/** What is used here of Puppeteer. */
interface Puppeteer {
  readonly launch: (options: Readonly<Record<string, unknown>>) => Promise<Browser>;
}

interface Browser {
  readonly version: () => Promise<string>;
  readonly createBrowserContext: () => Promise<{
    readonly newPage: (as: { type: 'window' }) => Promise<Page>;
  }>;
  readonly close: () => Promise<void>;
}

interface Page {
  readonly goto: (address: string) => Promise<unknown>;
  readonly reload: () => Promise<unknown>;
  readonly setViewport: (size: Size & { hasTouch: boolean; deviceScaleFactor: number }) => Promise<void>;
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly screenshot: (options: { path: string }) => Promise<unknown>;
  readonly on: ((event: 'pageerror', tell: (error: Error) => void) => unknown) &
    ((event: 'console', tell: (message: Message) => void) => unknown);
  readonly keyboard: Keyboard;
  readonly touchscreen: Touchscreen;
  readonly mouse: Mouse;
}

interface Message {
  readonly type: () => string;
  readonly text: () => string;
}

interface Keyboard {
  readonly press: (key: Key) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
}

interface Touchscreen {
  readonly tap: (x: number, y: number) => Promise<void>;
  readonly touchStart: (x: number, y: number) => Promise<unknown>;
  readonly touchMove: (x: number, y: number) => Promise<void>;
  readonly touchEnd: () => Promise<void>;
}

interface Mouse {
  readonly click: (x: number, y: number) => Promise<void>;
}

/** Frames that a finger rests at the end of a drag: after one that flies off the next tap is a stop, and no click. */
const RESTING = 10;

/** The middle of what is brought into view. */
const MIDDLE = `(found) => {
  const { x, y, width, height } = (${IN_VIEW})(found).getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}`;

/** No laptop and no projector is so narrow. */
const isPhone = ({ width }: Size): boolean => width < 600;

async function openWindow(browser: Browser, size: Size): Promise<Window> {
  // Of the tabs in one window all but one sleep.
  const page = await (await browser.createBrowserContext()).newPage({ type: 'window' });
  const touch = isPhone(size);
  await page.setViewport({ ...size, hasTouch: touch, deviceScaleFactor: touch ? 2 : 1 });
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  const run = async <Value>(expression: string) => (await page.evaluate(expression)) as Value;
  const finger = page.touchscreen;
  return {
    open: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    run,
    press: async (what) => {
      const { x, y } = await run<Point>(`(${MIDDLE})(${sought(what)})`);
      await (touch ? finger.tap(x, y) : page.mouse.click(x, y));
    },
    type: (text) => page.keyboard.type(text),
    keys: async (key, times) => {
      for (let i = 0; i < times; i++) await page.keyboard.press(key);
    },
    drag: async (from, to) => {
      await finger.touchStart(from.x, from.y);
      await finger.touchMove((from.x + to.x) / 2, (from.y + to.y) / 2);
      for (let frame = 0; frame < RESTING; frame++) {
        await finger.touchMove(to.x, to.y);
        await page.evaluate('new Promise(requestAnimationFrame)');
      }
      await finger.touchEnd();
    },
    picture: async (path) => {
      mkdirSync(dirname(path), { recursive: true });
      await page.screenshot({ path });
    },
    troubles: () => Promise.resolve(troubles),
  };
}

async function launch(options: Readonly<Record<string, unknown>>): Promise<Driven> {
  // As root Firefox refuses a home that is somebody else's.
  const home = temporaryFolder();
  const env = { ...process.env, HOME: home.path, MOZ_HEADLESS: '1' };
  const browser = await loadPuppeteer<Puppeteer>().launch({ ...options, headless: true, env });
  return {
    version: (await browser.version()).replace(/^\w+\//, ''),
    window: (size) => openWindow(browser, size),
    close: async () => {
      await browser.close();
      home.remove();
    },
  };
}

const onLoopback = { host: LAN_HOST, listen: '127.0.0.1' };

export const chromium = (executablePath: string): Engine => ({
  name: 'Chromium',
  ...onLoopback,
  launch: () => launch({ browser: 'chrome', executablePath, args: [...chromiumArgs, '--accept-lang=it-IT'] }),
});

export const firefox = (executablePath: string): Engine => ({
  name: 'Firefox',
  ...onLoopback,
  launch: () =>
    launch({
      browser: 'firefox',
      executablePath,
      extraPrefsFirefox: {
        'network.dns.localDomains': LAN_HOST,
        'intl.accept_languages': 'it-IT',
        'dom.w3c_touch_events.enabled': 1,
      },
    }),
});
