import type { Page } from '@playwright/test';
import { it } from '../../support/words';
import { idle, LENGTH, overSlider, pause, slider, type Place, type Watched } from './scenes';
import { spot, tap } from './touch';

const threshold = () => it('conv_kernel_threshold');

/** A hand that paints quickly taps this often, ms. */
const TAP = 150;

const cells = (page: Page) => page.getByRole('group', { name: it('conv_kernel_cells') });

/** Taps one cell after the other, each as often as another, so that the kernel is never the same for long. */
async function paint({ page, cdp }: Watched): Promise<void> {
  const spots = await Promise.all(
    Array.from({ length: 9 }, (_, i) =>
      spot(cells(page), ((i % 3) + 0.5) / 3, (Math.floor(i / 3) + 0.5) / 3),
    ),
  );
  const since = performance.now();
  for (let i = 0; performance.now() - since < LENGTH; i++) {
    const at = spots[i % spots.length];
    if (at) await tap(cdp, at);
    await pause(TAP);
  }
}

/** Nine cells, the map of a picture, and six pictures at once. */
export const kernel: Place = {
  step: ({ kind }) => kind === 'conv-kernel',
  shown: (page) => slider(page, threshold()),
  arrange: async () => {},
  scenes: [
    idle,
    { name: 'paint', during: paint },
    { name: 'slider-kernel', during: overSlider(threshold, 0.1, 0.9) },
  ],
};
