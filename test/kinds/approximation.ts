import type { Locator } from '@playwright/test';
import { config, type Config, type Step } from '#shared/activities/approximation/config';
import { ownOf } from '#shared/activities/approximation/own';
import { rightOf, startAt } from '#shared/activities/approximation/set';
import { plainOf } from '#shared/activities/approximation/target';
import type { View } from '#shared/activities/approximation/view';
import { middleOf as middleIn } from '../../client/activities/approximation/plane';
import { SIDE } from '../../client/activities/kit/plane';
import { middleOf, type Hands, type Target } from '../support/hands';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field } from '../support/fields';

const MIDDLE = 0.5;
/** Places of the grid to a unit. */
const PLACES = 20;

const pictureIn = ({ page }: Hands) => page.locator('main svg[role="img"][preserveAspectRatio]');

/** The curve that the page says this student has: where its top or its bottom is. */
async function viewOn(hands: Hands, given: Config): Promise<View> {
  const plain: View = { ...plainOf(given), shape: given.target, own: false };
  if (given.target === 'wave') return plain;
  const said = (await pictureIn(hands).getAttribute('aria-label')) ?? '';
  const [top = ''] = /0[.,]\d\d/.exec(said) ?? [];
  const down = said.startsWith(words(hands.locale, 'approximation_valley').split('{')[0] ?? '?');
  return { ...plain, down, shift: Math.round(PLACES * (Number(top.replace(',', '.')) - MIDDLE)) };
}

export default testedKind(config, {
  otherSolution: (given) => given,
  form: ({ target }) => target,
  write: (hands) => hands.pick(field(hands, words(hands.locale, 'approximation_edit_wave'))),
  choose: async (hands, given, how) => {
    const { page, locale, slide, carry } = hands;
    const steepness = page.getByRole('slider', {
      name: words(locale, 'approximation_steepness'),
      exact: true,
    });
    if (how === 'somehow') return slide(steepness, 5);
    const view = await viewOn(hands, given);
    const right = ownOf(rightOf(given.target), view);
    const start = startAt(given.target, view);
    for (const [i, to] of right.steps.entries()) {
      const name = words(locale, 'approximation_handle', { n: String(i + 1) });
      const handle = page.getByRole('slider', { name, exact: true });
      const from = start.steps[i];
      if (from) await carry(handle, await goalOf(handle, pictureIn(hands), view, from, to));
    }
    await slide(steepness, right.steepness);
  },
});

/** Where the middle of an S curve is to go. */
async function goalOf(handle: Locator, picture: Locator, view: View, from: Step, to: Step): Promise<Target> {
  const { x, y } = await middleOf(handle);
  const box = await picture.boundingBox();
  const [was, will] = [middleIn(view, from), middleIn(view, to)];
  return {
    point: {
      x: x + ((will.x - was.x) * (box?.width ?? 0)) / SIDE,
      y: y + ((will.y - was.y) * (box?.height ?? 0)) / SIDE,
    },
    presses: [to.place - from.place, to.height - from.height],
  };
}
