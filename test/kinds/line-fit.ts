import type { Locator } from '@playwright/test';
import { config, GRID, RANGE, type Heights } from '#shared/activities/line-fit/config';
import { startOver } from '#shared/activities/line-fit/line';
import { knows } from '#shared/activities/line-fit/samples';
import { view } from '#shared/activities/line-fit/view';
import { ARROW } from '../../client/activities/line-fit/moving';
import { middleOf, type Target } from '../support/hands';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field } from '../support/fields';

export default testedKind(config, {
  otherSolution: (given) => given,
  lookBehind: async ({ page, locale, ready }, look) => {
    await ready(page.getByRole('slider', { name: words(locale, 'line_fit_guessed'), exact: true }));
    await look('guess');
  },
  write: (hands) => hands.write(field(hands, words(hands.locale, 'line_fit_edit_visible')), '80'),
  choose: async ({ page, locale, press, slide, carry }, given, how) => {
    const best = knows(given);
    const guess = page.getByRole('slider', { name: words(locale, 'line_fit_guessed'), exact: true });
    await slide(guess, how === 'well' ? best.guess : RANGE.mass[0] + GRID.guess);
    await press(page.getByRole('main').getByRole('button', { name: / kg$/ }));
    if (how === 'somehow') return;
    await press(page.getByRole('button', { name: words(locale, 'line_fit_errors'), exact: true }));
    const picture = page.getByRole('main').getByRole('img').first();
    const level = startOver(view(given).cloud);
    for (const end of [0, 1] as const) {
      const handle = page.locator('span[role="slider"]').nth(end);
      await carry(handle, await raised(handle, picture, level, best.heights, end));
    }
  },
});

/** How far up the picture an end goes: its height is the whole range of masses. */
async function raised(
  handle: Locator,
  picture: Locator,
  from: Heights,
  to: Heights,
  end: 0 | 1,
): Promise<Target> {
  const { x, y } = await middleOf(handle);
  const box = await picture.boundingBox();
  const grams = to[end] - from[end];
  const up = (grams * (box?.height ?? 0)) / (RANGE.mass[1] - RANGE.mass[0]);
  return { point: { x, y: y - up }, presses: [0, Math.round(grams / ARROW)] };
}
