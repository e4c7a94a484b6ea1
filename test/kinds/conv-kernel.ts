import { bestFor } from '#shared/activities/conv-kernel/best';
import { config, WIDTH } from '#shared/activities/conv-kernel/config';
import { directions, type Direction } from '#shared/activities/conv-kernel/shapes';
import type { Hands } from '../support/hands';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field } from '../support/fields';

/** The direction that this student was given, as the page says it. */
async function directionOn({ page, locale, ready }: Hands): Promise<Direction> {
  await ready(page.getByRole('slider', { name: words(locale, 'conv_kernel_threshold'), exact: true }));
  for (const direction of directions) {
    const said = page.getByText(words(locale, `conv_kernel_yours_${direction}`), { exact: true });
    if ((await said.count()) > 0) return direction;
  }
  throw new Error('the page does not say which bars are to be found');
}

/** Taps a cell until it is what it should be: 0, +1, −1. */
async function paint({ page, locale, press }: Hands, cell: number, weight: number): Promise<void> {
  const [row, column] = [Math.floor(cell / WIDTH) + 1, (cell % WIDTH) + 1].map(String);
  const name = words(locale, 'conv_kernel_cell', { row: row ?? '', column: column ?? '', weight: '' });
  const button = page.getByRole('button', { name: name.trim() });
  for (let taps = weight === 1 ? 1 : 2; taps > 0; taps--) await press(button);
}

export default testedKind(config, {
  otherSolution: (given) => given,
  write: (hands) => hands.pick(field(hands, words(hands.locale, 'conv_kernel_vertical'))),
  choose: async (hands, _given, how) => {
    const { page, locale, slide } = hands;
    const { cells, threshold } = bestFor(await directionOn(hands));
    const painted = how === 'well' ? [...cells.entries()] : [[0, 1] as const];
    for (const [cell, weight] of painted) await paint(hands, cell, weight);
    await slide(
      page.getByRole('slider', { name: words(locale, 'conv_kernel_threshold'), exact: true }),
      threshold,
    );
  },
});
