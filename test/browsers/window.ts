import type { Point } from '../support/hands';
import { sought, type Sought } from './sought';

/** A window's inner size, px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export const PHONE: Size = { width: 360, height: 615 };
export const PROJECTOR: Size = { width: 1280, height: 720 };
export const DESK: Size = { width: 1440, height: 900 };

export type Key = 'ArrowLeft' | 'ArrowRight' | 'Enter';

/** A window of a browser whose storage is its own, with what a person can do to it. */
export interface Window {
  readonly open: (address: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** The value of an expression in the page: what JSON can hold, or a promise of it. */
  readonly run: <Value>(expression: string) => Promise<Value>;
  /** Presses the middle of what is sought, with a finger where the driver has one. */
  readonly press: (what: Sought) => Promise<void>;
  /** Types into what has the focus. */
  readonly type: (text: string) => Promise<void>;
  readonly keys: (key: Key, times: number) => Promise<void>;
  readonly drag: (from: Point, to: Point) => Promise<void>;
  /** Writes what is seen into a PNG file. */
  readonly picture: (path: string) => Promise<void>;
  /** What the page threw, and the errors in its console. */
  readonly troubles: () => Promise<readonly string[]>;
}

/** A browser that can be driven. */
export interface Driven {
  readonly version: string;
  readonly window: (size: Size) => Promise<Window>;
  readonly close: () => Promise<void>;
}

/** An engine, and the name or address under which its windows find the server: no secure context, unlike loopback. */
export interface Engine {
  readonly name: string;
  readonly host: string;
  /** The interface that the server listens on. */
  readonly listen: string;
  readonly launch: () => Promise<Driven>;
}

/** How long anything may take until it is there, ms. */
const PATIENCE = 20_000;
/** How often it is looked for, ms. */
const OFTEN = 60;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits until an expression holds in the page; rejects with `what` that did not come about. */
export async function until(window: Window, what: string, expression: string): Promise<void> {
  for (const since = Date.now(); Date.now() - since < PATIENCE; await pause(OFTEN))
    if (await window.run<boolean>(`Boolean(${expression})`)) return;
  throw new Error(`not seen: ${what}`);
}

/** Waits until what is sought can be seen. */
export const sees = (window: Window, what: Sought): Promise<void> =>
  until(window, JSON.stringify(what), sought(what));

/** Waits until what is sought can be used, and presses it. */
export async function press(window: Window, what: Sought): Promise<void> {
  const expression = sought(what);
  await until(
    window,
    `${JSON.stringify(what)} that can be pressed`,
    `${expression} && !${expression}.disabled && ${expression}.ariaDisabled !== 'true'`,
  );
  await window.press(what);
}

/** Puts the focus on a field, takes away what stands in it, and types. */
export async function write(window: Window, what: Sought, text: string): Promise<void> {
  await sees(window, what);
  await window.run(`(${sought(what)}.focus(), ${sought(what)}.select())`);
  await window.type(text);
}

/** The text of what is sought. */
export async function textOf(window: Window, what: Sought): Promise<string> {
  await sees(window, what);
  return (await window.run<string>(`${sought(what)}.innerText`)).trim();
}
