import { mkdirSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../support/folder';
import type { Point } from '../support/hands';
import { startDisplay } from './display';
import { startMiniBrowser, type MiniBrowser, type Programs } from './mini-browser';
import { IN_VIEW, sought } from './sought';
import type { WebDriver } from './webdriver';
import type { Driven, Engine, Key, Size, Window } from './window';

/** WebDriver's signs for keys. */
const KEYS: Readonly<Record<Key, string>> = { ArrowLeft: '\uE012', ArrowRight: '\uE014', Enter: '\uE007' };

/** Its driver tells nothing of a console, so the page listens to itself from the moment that it is loaded. */
const LISTEN = `(() => {
  const heard = (window.heard = []);
  const { error } = console;
  console.error = (...said) => (heard.push(said.join(' ')), error(...said));
  addEventListener('error', ({ message, target }) => heard.push(message ?? target.outerHTML), true);
  addEventListener('unhandledrejection', ({ reason }) => heard.push(String(reason)));
})()`;

/** What it heard, once. */
const HEARD = '(window.heard ?? []).splice(0)';

const stroke = (value: string) => [
  { type: 'keyDown', value },
  { type: 'keyUp', value },
];

const moved = ({ x, y }: Point) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) });

/** Sets the window's inner size, which its frame and its bar are added to. */
async function resize(session: WebDriver, { width, height }: Size): Promise<void> {
  await session.post('window/rect', { width, height });
  const [wide, high] = await session.run<[number, number]>(
    '[outerWidth - innerWidth, outerHeight - innerHeight]',
  );
  await session.post('window/rect', { width: width + wide, height: height + high });
}

function windowOf({ session }: MiniBrowser): Window {
  const troubles: string[] = [];
  const hear = async () => void troubles.push(...(await session.run<string[]>(HEARD)));
  const load = async (path: 'url' | 'refresh', body?: { url: string }) => {
    await hear();
    await session.post(path, body);
    await session.run(LISTEN);
  };
  return {
    open: (url) => load('url', { url }),
    reload: () => load('refresh'),
    run: (expression) => session.run(expression),
    press: (what) => session.click(`(${IN_VIEW})(${sought(what)})`),
    type: async (text) => void (await session.act('key', [...text].flatMap(stroke))),
    keys: async (key, times) => {
      for (let i = 0; i < times; i++) await session.act('key', stroke(KEYS[key]));
    },
    drag: async (from, to) => {
      const half = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      const [down, up] = ['pointerDown', 'pointerUp'].map((type) => ({ type, button: 0 }));
      await session.act('pointer', [moved(from), down, moved(half), moved(to), up]);
    },
    picture: async (path) => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, Buffer.from(await session.get<string>('screenshot'), 'base64'));
    },
    troubles: async () => {
      await hear();
      return troubles;
    },
  };
}

async function launch(programs: Programs): Promise<Driven> {
  const home = temporaryFolder();
  const display = await startDisplay(programs.display);
  const opened: MiniBrowser[] = [];
  return {
    get version() {
      return opened[0]?.session.version ?? '';
    },
    window: async (size) => {
      const own = join(home.path, String(opened.length));
      const browser = await startMiniBrowser(programs, own, display.name);
      opened.push(browser);
      await resize(browser.session, size);
      return windowOf(browser);
    },
    close: async () => {
      for (const browser of opened) await browser.stop();
      await display.stop();
      home.remove();
    },
  };
}

/** This computer's own address on its network. */
function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((several) => several ?? []);
  const found = all.find(({ family, internal }) => family === 'IPv4' && !internal);
  if (!found) throw new Error('it can be told no name, and this computer has no address but loopback.');
  return found.address;
}

/** It knows no names but the system's, so the server listens on the computer's own address. */
export function webkit(programs: Programs): Engine {
  const host = ownAddress();
  return { name: 'WebKit', host, listen: host, launch: () => launch(programs) };
}
