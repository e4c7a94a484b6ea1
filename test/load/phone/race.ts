import type { Page } from '@playwright/test';
import { it } from '../../support/words';
import { button, idle, LENGTH, overSlider, pause, slider, type Place, type Watched } from './scenes';

const trainingTab = (page: Page) => page.getByRole('tab', { name: it('race_tab_training') });

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

export const race: Place = {
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
