import type { Page } from '@playwright/test';
import { it } from '../../support/words';
import { idle, overSlider, slider, type Place } from './scenes';

const memory = () => it('rnn_memory_weight_h');

/** A neuron that almost holds: each place of the slider draws two other courses of eighty steps. */
async function setLoose(page: Page): Promise<void> {
  for (const [i, value] of [20, 3, 0].entries()) await page.getByRole('slider').nth(i).fill(String(value));
}

/** A neuron's memory of two strings, redrawn for every weight. */
export const cell: Place = {
  step: ({ kind }) => kind === 'rnn-memory',
  shown: (page) => slider(page, memory()),
  arrange: setLoose,
  scenes: [idle, { name: 'slider-cell', during: overSlider(memory, 0.15, 0.85) }],
};
