import { config } from '#shared/activities/xor-proof/config';
import { knows } from '#shared/activities/xor-proof/samples';
import type { Hands } from '../support/hands';
import { sendButton } from '../support/sending';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { relation, spoken, termsOf } from '../../client/activities/xor-proof/sums';

/** What a line can reach on XOR at best, in tenths: the neuron of OR. */
const THREE_OF_FOUR = [10, 10, -5];

/** An inequality as it is read out: they lie in an order of each student's own. */
const inequality = (row: number) => spoken(termsOf([row]), relation(knows().signs?.[row] ?? 0));

/** After a line on XOR there is more to do. */
const more = ({ page, locale }: Hands) =>
  page.getByRole('button', { name: words(locale, 'xor_proof_doubt_long'), exact: true });

export default testedKind(config, {
  otherSolution: (given) => given,
  more,
  /** The line that has three rows right, the four inequalities, and two that contradict the others. */
  choose: async (hands, _given, how) => {
    const { page, pick, press, ready, slide } = hands;
    for (const [i, value] of THREE_OF_FOUR.entries()) await slide(page.getByRole('slider').nth(i), value);
    if (how === 'somehow') return;
    const { signs, pairs } = knows();
    await press(sendButton(hands));
    await press(more(hands));
    // The doubt waits for who looks for a line once more.
    await press(page.getByRole('button', { name: words(hands.locale, 'xor_proof_retry'), exact: true }));
    await ready(page.getByRole('slider').first());
    await press(more(hands));
    for (const [row, sign] of (signs ?? []).entries())
      await pick(page.getByRole('main').getByRole('group').nth(row).getByRole('radio').nth(sign));
    await press(sendButton(hands));
    await ready(page.getByRole('checkbox').first());
    for (const row of pairs?.[0] ?? [])
      await pick(page.getByRole('checkbox', { name: inequality(row), exact: true }));
  },
});
