import type { CDPSession, Locator, Page } from '@playwright/test';
import type { Step } from '#shared/lessons/lesson';
import { it } from '../../support/words';
import { drag, spot, type Spot } from './touch';

/** How long a scene is watched, ms: shorter than the longest trial of a race takes. */
export const LENGTH = 3_000;

export interface Watched {
  readonly page: Page;
  readonly cdp: CDPSession;
}

/** What a hand does while frames are counted, and what it does before. */
export interface Scene {
  readonly name: string;
  readonly before?: (phone: Watched) => Promise<void>;
  readonly during: (phone: Watched) => Promise<void>;
  /** Whether it was what it is called until its end; on a busy machine a trial may be over before. */
  readonly held?: (phone: Watched) => Promise<boolean>;
}

/** A step of the long lesson, and what is watched on it. */
export interface Place {
  readonly step: (step: Step) => boolean;
  /** There once the step is open on the phone. */
  readonly shown: (page: Page) => Locator;
  readonly arrange: (page: Page) => Promise<void>;
  readonly scenes: readonly Scene[];
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Nobody touches the phone: what this machine and its browser make late by themselves. */
export const idle: Scene = { name: 'idle', during: () => pause(LENGTH) };

export const slider = (page: Page, name: string) => page.getByRole('slider', { name });

/** A swing over a slider, from one share of its width to another. */
export const overSlider = (name: () => string, from: number, to: number) => async (phone: Watched) => {
  const track = slider(phone.page, name());
  await drag(phone.cdp, await spot(track, from, 0.5), await spot(track, to, 0.5), LENGTH);
};

export const beside = ({ x, y }: Spot, right: number, below: number): Spot => ({
  x: x + right,
  y: y + below,
});

export const button = (page: Page, key: string) => page.getByRole('button', { name: it(key), exact: true });
