import { config, SAMPLES } from '#shared/activities/perceptron-rule/config';
import { turnOf } from '#shared/activities/perceptron-rule/rule';
import type { Hands } from '../support/hands';
import { sendButton } from '../support/sending';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field } from '../support/fields';

const more = ({ page, locale }: Hands) =>
  page.getByRole('button', { name: words(locale, 'perceptron_rule_next'), exact: true });

/** What the page says of the sample and of the neuron that meets it, in whole numbers. */
async function decisionOn({ page }: Hands): Promise<'leave' | 'add' | 'take'> {
  const said = (await page.getByRole('main').getByRole('img').first().getAttribute('aria-label')) ?? '';
  const [w0, w1, b, x0, x1, y] = [...said.matchAll(/[-−]?\d+/g)].map(([number]) =>
    Number(number.replace('−', '-')),
  ) as [number, number, number, number, number, 0 | 1];
  return turnOf({ w: [10 * w0, 10 * w1], b: 10 * b }, { x: [x0, x1], y }).decision;
}

export default testedKind(config, {
  otherSolution: (given) => given,
  more,
  write: (hands) => hands.pick(field(hands, words(hands.locale, 'perceptron_rule_edit_samples_on'))),
  choose: async (hands, _given, how) => {
    const { page, locale, pick, press, ready } = hands;
    const option = (decision: string) =>
      page.getByRole('radio', { name: words(locale, `perceptron_rule_${decision}`), exact: true });
    await ready(option('leave'));
    if (how === 'somehow') return pick(option('add'));
    for (let i = 0; i < SAMPLES; i++) {
      await pick(option(await decisionOn(hands)));
      if (i === SAMPLES - 1) return;
      await press(sendButton(hands));
      await press(more(hands));
    }
  },
});
