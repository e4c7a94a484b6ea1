import type { CDPSession, Locator } from '@playwright/test';

/** A place in the window, CSS pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A phone's screen tells where the finger is this often, ms. */
const REPORT = 1_000 / 60;

/** How long a finger takes there and back, ms. */
const SWING = 1_600;

/** Where a finger is after `ms` on its way from one place to another and back, slowing down at both ends. */
function swing(from: Spot, to: Spot, ms: number): Spot {
  const share = (1 - Math.cos((2 * Math.PI * ms) / SWING)) / 2;
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Swings a finger between two places for `ms`, with touch events that enter the browser as a screen's do. */
export async function drag(cdp: CDPSession, from: Spot, to: Spot, ms: number): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Spot[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [from]);
  // A screen does not wait for the page before it tells the next place.
  const moves: Promise<unknown>[] = [];
  const since = performance.now();
  for (let at = 0; at < ms; at = performance.now() - since) {
    moves.push(touch('touchMove', [swing(from, to, at)]));
    await pause(REPORT - (at % REPORT));
  }
  await Promise.all(moves);
  await touch('touchEnd', []);
}

/** A finger that touches the glass and leaves it. */
export async function tap(cdp: CDPSession, at: Spot): Promise<void> {
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** The place at these shares of an element's width and height. */
export async function spot(element: Locator, across: number, down: number): Promise<Spot> {
  const box = await element.boundingBox();
  if (!box) throw new Error('what a finger should touch is not on the page');
  return { x: box.x + across * box.width, y: box.y + down * box.height };
}
