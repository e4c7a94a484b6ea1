import { config } from '#shared/activities/gate/config';
import { gateFor } from '#shared/activities/gate/own';
import { bestOf } from '#shared/activities/neuron/margin';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field } from '../support/fields';

export default testedKind(config, {
  otherSolution: (given) => given,
  form: ({ moves }) => moves ?? 'all',
  write: async (hands) => {
    await hands.pick(field(hands, words(hands.locale, 'gate_edit_start')));
    await hands.write(field(hands, words(hands.locale, 'gate_edit_w0')), '1');
    await hands.write(field(hands, words(hands.locale, 'gate_edit_w1')), '−0,5');
  },
  /** The sliders that there are; where everybody has a gate of their own, as if it were the projector's. */
  choose: async ({ page, slide }, given, how) => {
    const { w, b } = bestOf(gateFor(given, null));
    const values = how === 'well' ? [...(given.moves ? [] : w), b] : [5];
    for (const [i, value] of values.entries()) await slide(page.getByRole('slider').nth(i), value);
  },
});
