import { config, STEEPEST } from '#shared/activities/descent/config';
import { FIRST } from '../../client/activities/descent/first-steps';
import type { Hands } from '../support/hands';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field } from '../support/fields';

/** The best place of the slider in the steepest valley, and how far apart those of two valleys are. */
const STEEPEST_BEST = -37 - 5 * STEEPEST;
const APART = 5;

/** How far from the minimum the page says the ball ends; infinite where it has left the valley. */
async function distanceOn({ page, locale }: Hands): Promise<number> {
  const said = await page.getByText(words(locale, 'descent_left', { steps: '20' })).textContent();
  const figure = /\d+[.,]\d{3}/.exec(said ?? '')?.[0].replace(',', '.');
  return figure === undefined ? Infinity : Number(figure);
}

export default testedKind(config, {
  otherSolution: (given) => given,
  write: async (hands) => {
    await hands.pick(field(hands, words(hands.locale, 'descent_edit_steepness_on')));
    await hands.write(field(hands, words(hands.locale, 'descent_edit_steepness')), '−2');
  },
  choose: async (hands, _given, how) => {
    const { page, locale, press, slide } = hands;
    for (let number = 1; number <= FIRST; number++)
      await press(
        page.getByRole('button', {
          name: words(locale, 'descent_step', { number: String(number), of: String(FIRST) }),
        }),
      );
    const slider = page.getByRole('slider', { name: words(locale, 'descent_rate'), exact: true });
    if (how === 'somehow') return slide(slider, -120);
    // A larger η is better until the ball begins to jump.
    let [place, nearest] = [STEEPEST_BEST, Infinity];
    for (;;) {
      await slide(slider, place);
      const distance = await distanceOn(hands);
      if (distance >= nearest) return slide(slider, place - APART);
      [place, nearest] = [place + APART, distance];
    }
  },
});
