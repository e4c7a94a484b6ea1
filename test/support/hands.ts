import type { Locator, Page } from '@playwright/test';
import type { Locale } from '#shared/text';

/** `well` as somebody who understood, `somehow` as somebody who taps what is nearest. */
export type How = 'well' | 'somehow';

/** A point of the page, in its pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where something that can be dragged is to go, for a finger and for the arrow keys. */
export interface Target {
  readonly point: Point;
  /** Presses of an arrow key: to the right and up; negative ones to the left and down. */
  readonly presses: readonly [right: number, up: number];
}

/** What a person can do to a page, in one way or another. */
export interface Hands {
  readonly page: Page;
  /** The language that the page speaks to this person. */
  readonly locale: Locale;
  readonly press: (button: Locator) => Promise<void>;
  /** Picks a radio button, or ticks a box. */
  readonly pick: (option: Locator) => Promise<void>;
  readonly write: (field: Locator, text: string) => Promise<void>;
  /** Brings a slider to a value of its own measure. */
  readonly slide: (slider: Locator, to: number) => Promise<void>;
  /** Brings a handle that lies in a plane to another place. */
  readonly carry: (handle: Locator, to: Target) => Promise<void>;
  /** Waits until something can be used. */
  readonly ready: (control: Locator) => Promise<void>;
}

/** Waits until something can be seen, and answers with its middle. */
export async function middleOf(shown: Locator): Promise<Point> {
  const box = await shown.boundingBox();
  if (!box) throw new Error('there is nothing to hold');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
