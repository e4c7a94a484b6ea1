import { config } from '#shared/activities/gate-network/config';
import type { Given } from '#shared/activities/gate-network/given';
import { ways } from '#shared/activities/gate-network/ways';
import { gateWords, HIDDEN, INPUTS, type Letters } from '#shared/activities/neuron/gate-words';
import { cornerGates, type CornerGate } from '#shared/activities/neuron/truth-table';
import type { Locale } from '#shared/text';
import type { Hands } from '../support/hands';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';

const PLACES = [0, 1] as const;
const NAMES = [...HIDDEN, 'y'] as const;
/** Gates without a name, by the sentence that says them. */
const SPOKEN: Partial<Record<CornerGate, string>> = {
  'x0-and-not-x1': 'neuron_and_not',
  'not-x0-and-x1': 'neuron_not_and',
  'not-x0-or-x1': 'neuron_not_or',
  'x0-or-not-x1': 'neuron_or_not',
};

/** A gate as it is read out. */
function spoken(locale: Locale, gate: CornerGate, [a, b]: Letters = INPUTS): string {
  const key = SPOKEN[gate];
  return key ? words(locale, key, { a, b }) : gateWords(gate);
}
const lettersAt = (place: number): Letters | undefined => (place === 2 ? HIDDEN : undefined);

export default testedKind(config, {
  otherSolution: (given) => given,
  form: ({ given }) => `${given}`,
  /** Takes the first way to XOR that what stands already leaves open. */
  choose: async (hands, config, how) => {
    const given = config.given ? await standing(hands) : null;
    const way = ways().find(({ hidden }) => !given || hidden[given.place] === given.gate);
    if (!way) throw new Error('no way is open');
    for (const [place, gate] of [...way.hidden, way.output].entries())
      if (place !== given?.place) await take(hands, place, how === 'well' ? gate : 'and');
  },
});

/** Which hidden neuron stands already, as the page says it. */
async function standing({ page, locale, ready }: Hands): Promise<Given> {
  await ready(page.getByRole('main').getByRole('radio').first());
  for (const place of PLACES)
    for (const gate of cornerGates) {
      const said = words(locale, 'gate_network_given', { neuron: NAMES[place], gate: spoken(locale, gate) });
      if ((await page.getByText(said, { exact: true }).count()) > 0) return { place, gate };
    }
  throw new Error('nothing stands already');
}

async function take({ page, locale, pick, press }: Hands, place: number, gate: CornerGate): Promise<void> {
  const name = NAMES[place] ?? '';
  const group = (key: string, said = {}) => page.getByRole('group', { name: words(locale, key, said) });
  await pick(group('gate_network_which').getByRole('radio', { name: `${name}:` }));
  const menu = group('gate_network_menu', { neuron: name });
  const option = menu.getByRole('radio', { name: spoken(locale, gate, lettersAt(place)), exact: true });
  if ((await option.count()) === 0)
    await press(menu.getByRole('button', { name: words(locale, 'gate_network_more'), exact: true }));
  await pick(option);
}
