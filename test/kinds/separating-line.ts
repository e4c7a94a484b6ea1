import type { Locator } from '@playwright/test';
import { config, GRID, type Point as Place } from '#shared/activities/separating-line/config';
import { START } from '#shared/activities/separating-line/line';
import { knows } from '#shared/activities/separating-line/samples';
import { middleOf, type Target } from '../support/hands';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field } from '../support/fields';

export default testedKind(config, {
  otherSolution: (given) => given,
  write: (hands) => hands.write(field(hands, words(hands.locale, 'separating_line_edit_visible')), '80'),
  choose: async ({ page, locale, press, carry }, given, how) => {
    if (how === 'somehow')
      return press(page.getByRole('button', { name: words(locale, 'separating_line_swap'), exact: true }));
    const { from, to } = knows(given);
    const handles = page.locator('[role="slider"]');
    const on = await glass(handles);
    await carry(handles.nth(0), on(START.from, from));
    await carry(handles.nth(1), on(START.to, to));
  },
});

/** The two handles, untouched, say where on the page a place lies: both axes run straight between them. */
async function glass(handles: Locator): Promise<(now: Place, to: Place) => Target> {
  const [a, b] = [await middleOf(handles.nth(0)), await middleOf(handles.nth(1))];
  return (now, [length, depth]) => ({
    point: {
      x: a.x + ((b.x - a.x) * (length - START.from[0])) / (START.to[0] - START.from[0]),
      y: a.y + ((b.y - a.y) * (depth - START.from[1])) / (START.to[1] - START.from[1]),
    },
    presses: [(length - now[0]) / GRID.length, (depth - now[1]) / GRID.depth],
  });
}
