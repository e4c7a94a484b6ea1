import type { Page } from '@playwright/test';
import { it } from '../../support/words';
import { beside, idle, LENGTH, slider, type Place } from './scenes';
import { drag, spot } from './touch';

const handle = (page: Page) => slider(page, it('attention_query', { pronoun: it('attention_her') }));

/** A query in a plane of keys: six words with their bars, shades and shares. */
export const query: Place = {
  step: ({ id }) => id === 'who-is-she',
  shown: handle,
  arrange: async () => {},
  scenes: [
    idle,
    {
      name: 'drag-query',
      during: async ({ page, cdp }) => {
        const grip = await spot(handle(page), 0.5, 0.5);
        await drag(cdp, grip, beside(grip, 45, -45), LENGTH);
      },
    },
  ],
};
