import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../support/free-port';
import { WebDriver } from './webdriver';

export interface Programs {
  readonly display: string;
  readonly driver: string;
  readonly browser: string;
}

/** One MiniBrowser and the driver that it has to itself. */
export interface MiniBrowser {
  readonly session: WebDriver;
  readonly stop: () => Promise<void>;
}

/** With its own bar it is never narrower than 447 px, and a phone is 360. */
const SLIM = '* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px }';

/** A home with nothing in it but a slim bar, and no bus of a desktop to wait for. */
function surroundings(home: string, display: string): NodeJS.ProcessEnv {
  mkdirSync(join(home, 'gtk-3.0'), { recursive: true });
  writeFileSync(join(home, 'gtk-3.0', 'gtk.css'), SLIM);
  return {
    ...{ ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home },
    ...{ DISPLAY: display, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1', GIO_USE_VFS: 'local' },
  };
}

async function answering(address: string): Promise<void> {
  for (let tries = 200; tries > 0; tries--) {
    const there = await fetch(`${address}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('WebKitWebDriver does not answer.');
}

/** Starts it with a folder of its own as its home. */
export async function startMiniBrowser(
  { driver, browser }: Programs,
  home: string,
  display: string,
): Promise<MiniBrowser> {
  const address = `http://127.0.0.1:${await freePort()}`;
  const env = surroundings(home, display);
  const child = spawn(driver, [`--port=${new URL(address).port}`], { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  await answering(address);
  const session = await WebDriver.begin(address, {
    'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
  });
  return {
    session,
    stop: async () => {
      await session.end().catch(() => undefined);
      child.kill();
      await ended;
    },
  };
}
