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

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Nobody touches the phone: what this machine and its browser make late by themselves. */
const idle: Scene = { name: 'idle', during: () => pause(LENGTH) };

const slider = (page: Page, name: string) => page.getByRole('slider', { name });

/** A swing over a slider, from one share of its width to another. */
const overSlider = (name: () => string, from: number, to: number) => async (phone: Watched) => {
  const track = slider(phone.page, name());
  await drag(phone.cdp, await spot(track, from, 0.5), await spot(track, to, 0.5), LENGTH);
};

const beside = ({ x, y }: Spot, right: number, below: number): Spot => ({ x: x + right, y: y + below });

/** The neuron of AND, in tenths: a boundary with both of its grips in the picture. */
const AND = [10, 10, -15];

const w0 = () => it('neuron_weight', { name: 'w0' });

async function setAnd(page: Page): Promise<void> {
  for (const [i, value] of AND.entries()) await page.getByRole('slider').nth(i).fill(String(value));
}

/** Two sliders for two weights and one for the bias, and the line that they make. */
const gate: Place = {
  step: ({ config }) => JSON.stringify(config).includes('"and"'),
  shown: (page) => slider(page, w0()),
  arrange: setAnd,
  scenes: [
    idle,
    { name: 'slider', during: overSlider(w0, 0.15, 0.85) },
    {
      name: 'push-line',
      before: ({ page }) => setAnd(page),
      during: async ({ page, cdp }) => {
        const grip = await spot(page.locator('.handles .grip').first(), 0.5, 0.5);
        await drag(cdp, grip, beside(grip, 50, -50), LENGTH);
      },
    },
    {
      name: 'turn-line',
      before: ({ page }) => setAnd(page),
      during: async ({ page, cdp }) => {
        const grip = await spot(page.locator('.handles .grip').last(), 0.5, 0.5);
        await drag(cdp, grip, beside(grip, 20, 90), LENGTH);
      },
    },
  ],
};

const handle = (page: Page) => slider(page, it('separating_line_handle', { n: '1' }));

const penguins: Place = {
  step: ({ kind }) => kind === 'separating-line',
  shown: handle,
  arrange: async () => {},
  scenes: [
    idle,
    {
      name: 'handle',
      during: async ({ page, cdp }) => {
        const grip = await spot(handle(page), 0.5, 0.5);
        const centre = await spot(page.locator('.field'), 0.5, 0.5);
        await drag(cdp, grip, beside(centre, 40, 40), LENGTH);
      },
    },
  ],
};

const guess = (page: Page) => slider(page, it('line_fit_guessed'));
const end = (page: Page) => slider(page, it('line_fit_handle', { flipper: '180' }));

/** A line through a cloud, with the squares of sixty errors. */
const cloud: Place = {
  step: ({ kind }) => kind === 'line-fit',
  shown: guess,
  arrange: async (page) => {
    await page.getByRole('button', { name: / kg$/ }).click();
    await button(page, 'line_fit_errors').click();
  },
  scenes: [
    idle,
    {
      name: 'squares',
      during: async ({ page, cdp }) => {
        const grip = await spot(end(page), 0.5, 0.5);
        await drag(cdp, grip, beside(grip, 0, 60), LENGTH);
      },
    },
    {
      name: 'slider-squares',
      during: overSlider(() => it('line_fit_at', { flipper: '225' }), 0.2, 0.8),
    },
  ],
};

const trainingTab = (page: Page) => page.getByRole('tab', { name: it('race_tab_training') });
const button = (page: Page, key: string) => page.getByRole('button', { name: it(key), exact: true });

/** The largest network that the race allows, with the most epochs, on the tab of rate and epochs. */
async function largest(page: Page): Promise<void> {
  const plus = page.getByRole('button', { name: /^\+/ });
  const more = page.locator('.layer button:last-child:enabled');
  while ((await plus.count()) > 0) await plus.first().click();
  while ((await more.count()) > 0) await more.first().click();
  await trainingTab(page).click();
  await slider(page, it('race_rate')).fill('5');
  await slider(page, it('race_epochs')).press('End');
}

async function train(page: Page): Promise<void> {
  await slider(page, it('race_epochs')).press('End');
  // Its name goes on with the count of draws.
  await page.getByRole('button', { name: it('race_reset') }).click();
  await button(page, 'race_start').click();
}

const stillTraining = ({ page }: Watched) => button(page, 'race_pause').isVisible();

const race: Place = {
  step: ({ kind, config }) => kind === 'race' && JSON.stringify(config).includes('"circle"'),
  shown: trainingTab,
  arrange: largest,
  scenes: [
    idle,
    {
      name: 'training',
      before: ({ page }) => train(page),
      during: () => pause(LENGTH),
      held: stillTraining,
    },
    {
      // Fewer epochs than the trial has behind it would start it afresh: the finger stays above them.
      name: 'slider-training',
      before: ({ page }) => train(page),
      during: overSlider(() => it('race_epochs'), 0.9, 1),
      held: stillTraining,
    },
    // Every mark prepares another network and paints its map.
    { name: 'slider-race', during: overSlider(() => it('race_rate'), 0.1, 0.9) },
  ],
};

export const places: readonly Place[] = [cloud, gate, penguins, race];
