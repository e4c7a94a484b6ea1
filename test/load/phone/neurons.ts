import type { Page } from '@playwright/test';
import { it } from '../../support/words';
import { beside, button, idle, LENGTH, overSlider, slider, type Place, type Scene } from './scenes';
import { drag, spot } from './touch';

/** The neuron of AND, in tenths: a boundary with both of its grips in the picture. */
const AND = [10, 10, -15];

const w0 = () => it('neuron_weight', { name: 'w0' });

async function setAnd(page: Page): Promise<void> {
  for (const [i, value] of AND.entries()) await page.getByRole('slider').nth(i).fill(String(value));
}

const pushLine: Scene = {
  name: 'push-line',
  before: ({ page }) => setAnd(page),
  during: async ({ page, cdp }) => {
    const grip = await spot(page.locator('.handles .grip').first(), 0.5, 0.5);
    await drag(cdp, grip, beside(grip, 50, -50), LENGTH);
  },
};

const turnLine: Scene = {
  name: 'turn-line',
  before: ({ page }) => setAnd(page),
  during: async ({ page, cdp }) => {
    const grip = await spot(page.locator('.handles .grip').last(), 0.5, 0.5);
    await drag(cdp, grip, beside(grip, 20, 90), LENGTH);
  },
};

/** Two sliders for two weights and one for the bias, and the line that they make. */
export const gate: Place = {
  step: ({ config }) => JSON.stringify(config).includes('"and"'),
  shown: (page) => slider(page, w0()),
  arrange: setAnd,
  scenes: [idle, { name: 'slider', during: overSlider(w0, 0.15, 0.85) }, pushLine, turnLine],
};

/** The same on XOR, which no line solves. */
export const xor: Place = {
  step: ({ kind }) => kind === 'xor-proof',
  shown: (page) => slider(page, w0()),
  arrange: setAnd,
  scenes: [
    idle,
    { name: 'slider-xor', during: overSlider(w0, 0.15, 0.85) },
    { ...turnLine, name: 'turn-line-xor' },
  ],
};

const byHand = (page: Page) => button(page, 'gate_network_by_hand');

/** The weights of a neuron in a network, set by hand. */
export const network: Place = {
  step: ({ kind }) => kind === 'gate-network',
  shown: byHand,
  arrange: (page) => byHand(page).click(),
  scenes: [idle, { name: 'slider-network', during: overSlider(w0, 0.15, 0.85) }],
};
