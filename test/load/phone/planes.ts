import type { Page } from '@playwright/test';
import { ANGLES } from '#shared/activities/class-network/config';
import { FIRST } from '../../../client/activities/descent/first-steps';
import { it } from '../../support/words';
import { beside, button, idle, LENGTH, overSlider, slider, type Place } from './scenes';
import { drag, spot } from './touch';

const handle = (page: Page) => slider(page, it('separating_line_handle', { n: '1' }));

export const penguins: Place = {
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
export const cloud: Place = {
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

const lines = (page: Page) => page.getByRole('img', { name: it('class_network_picture') });
const offset = (page: Page) => slider(page, it('class_network_offset'));

/** A neuron of the class over three hundred points: pushed, turned by its arrow, and by a slider. */
export const neuron: Place = {
  step: ({ kind }) => kind === 'class-network',
  shown: offset,
  arrange: async (page) => {
    await offset(page).fill('0');
    await slider(page, it('class_network_angle')).fill(String(ANGLES / 8));
  },
  scenes: [
    idle,
    {
      name: 'push-neuron',
      during: async ({ page, cdp }) => {
        const far = await spot(lines(page), 0.75, 0.75);
        await drag(cdp, far, beside(far, -40, 40), LENGTH);
      },
    },
    {
      name: 'turn-neuron',
      during: async ({ page, cdp }) => {
        const grip = await spot(page.locator('.handles .grip').nth(1), 0.5, 0.5);
        await drag(cdp, grip, beside(grip, -40, 60), LENGTH);
      },
    },
    { name: 'slider-neuron', during: overSlider(() => it('class_network_offset'), 0.2, 0.8) },
  ],
};

const step = (number: number) => it('descent_step', { number: String(number), of: String(FIRST) });

/** A ball in a valley, once it has taken its first steps: its twenty steps for every η. */
export const valley: Place = {
  step: ({ kind }) => kind === 'descent',
  shown: (page) => page.getByRole('button', { name: step(1) }),
  arrange: async (page) => {
    for (let number = 1; number <= FIRST; number++)
      await page.getByRole('button', { name: step(number) }).click();
  },
  scenes: [idle, { name: 'slider-rate', during: overSlider(() => it('descent_rate'), 0.1, 0.9) }],
};

const middle = (page: Page) => slider(page, it('approximation_handle', { n: '1' }));

/** A sum of S curves, with its largest error. */
export const hill: Place = {
  step: ({ kind }) => kind === 'approximation',
  shown: middle,
  arrange: async () => {},
  scenes: [
    idle,
    {
      name: 'step',
      during: async ({ page, cdp }) => {
        const grip = await spot(middle(page), 0.5, 0.5);
        await drag(cdp, grip, beside(grip, 60, 30), LENGTH);
      },
    },
    { name: 'slider-steepness', during: overSlider(() => it('approximation_steepness'), 0.2, 0.8) },
  ],
};
