import { config } from '#shared/activities/drawing/config';
import type { Hands, Target } from '../support/hands';
import { middleOf } from '../support/hands';
import { sendButton } from '../support/sending';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field } from '../support/fields';

const sheetOn = ({ page }: Hands) => page.getByRole('application');

/** A stroke upwards: three dots wide, and as far as four of the pen's steps. */
async function upwards(hands: Hands): Promise<Target> {
  const { x, y } = await middleOf(sheetOn(hands));
  return { point: { x, y: y - 60 }, presses: [0, 4] };
}

export default testedKind(config, {
  // No answer is the right one.
  otherSolution: (given) => given,
  more: ({ page, locale }) => page.getByText(locale === 'it' ? /^[23] di \d$/ : /^[23] of \d$/),
  write: (hands) => hands.write(field(hands, words(hands.locale, 'drawing_edit_asks')), '1'),
  choose: async (hands, { asks }, how) => {
    const { page, locale, ready, press, carry } = hands;
    const sheet = sheetOn(hands);
    for (let i = 0; i < asks; i++) {
      const place = words(locale, 'drawing_place', { number: String(i + 1), of: String(asks) });
      await ready(page.getByText(place, { exact: true }));
      await press(sheet);
      await carry(sheet, await upwards(hands));
      if (how === 'somehow' || i === asks - 1) return;
      await press(sendButton(hands));
    }
  },
});
