import type { Locator } from '@playwright/test';
import { bots, knows } from '#shared/activities/race/bots';
import { config, type Config, type Submission as Network } from '#shared/activities/race/config';
import { widths } from '#shared/activities/race/families/transformer/config';
import { ratesWithin } from '#shared/activities/race/rates';
import { epochMarks } from '../../client/activities/race/epochs';
import type { Hands } from '../support/hands';
import { testedKind } from '../support/tested-kind';
import { words } from '../support/words';
import { field } from '../support/fields';

/** Three different networks, nearly as dear as the energy allows. */
const DEAR: readonly Network[] = [
  { layers: [8], rate: 0.2, epochs: 40 },
  { layers: [8], rate: 0.1, epochs: 40 },
  { layers: [4], rate: 0.05, epochs: 70 },
];

export default testedKind(config, {
  otherSolution: (given) => given,
  write: async (hands) => {
    await hands.pick(field(hands, words(hands.locale, 'race_edit_circle')));
    await hands.write(field(hands, words(hands.locale, 'race_edit_attempts')), '3');
  },
  /** Builds the network that does well, or leaves the controls alone. */
  choose: (hands, given, how) => build(hands, given, how === 'well' ? knows(given) : bots.constant(given)),
  /** Behind a tap on the picture stands the whole network, in the plane each of its neurons. */
  lookBehind: async ({ page, locale, press }, look) => {
    await press(page.getByRole('button', { name: words(locale, 'race_inside_open') }));
    const sheet = page.getByRole('dialog', { name: words(locale, 'race_inside') });
    await sheet.waitFor();
    const neuron = words(locale, 'race_inside_neuron', { layer: '1', neuron: '1' });
    if ((await sheet.getByRole('radio', { name: neuron }).count()) > 0) {
      await press(sheet.getByRole('radio', { name: neuron }));
      await sheet.getByRole('heading', { name: neuron }).waitFor();
      await sheet.getByText(/^b ?[+−]\d[,.]\d\d$/).waitFor();
    } else await sheet.getByRole('img').first().waitFor();
    await look('inside');
    await press(sheet.getByRole('button', { name: words(locale, 'common_close') }));
    await sheet.waitFor({ state: 'hidden' });
  },
  trains: {
    chooseDear: (hands, given, which) => build(hands, given, DEAR[which % DEAR.length] as Network),
    runs: ({ page }) => page.getByRole('tabpanel').getByRole('listitem'),
    done: ({ locale }) => [/\d\s?%/, words(locale, 'race_run_counts')],
  },
});

/** Builds a network from the untouched controls. */
export async function build(hands: Hands, given: Config, network: Network): Promise<void> {
  const start = bots.constant(given);
  await shape(hands, start, network);
  if (network.rate === start.rate && network.epochs === start.epochs) return;
  const { page, locale, press, slide } = hands;
  await press(page.getByRole('tab', { name: words(locale, 'race_tab_training') }));
  const [rate, epochs] = [page.getByRole('slider').nth(0), page.getByRole('slider').nth(1)];
  await slide(rate, ratesWithin(given.limits.rate).indexOf(network.rate));
  await slide(epochs, epochMarks(given.limits.epochs, start.epochs).indexOf(network.epochs));
}

/** What is chosen of the network itself, family by family. */
async function shape(hands: Hands, start: Network, network: Network): Promise<void> {
  const [first, second] = [0, 1].map((at) => hands.page.getByRole('slider').nth(at)) as [Locator, Locator];
  switch (network.family) {
    case undefined:
      return stack(hands, layersIn(start), layersIn(network));
    case 'linear':
      return;
    case 'cnn':
      await hands.slide(first, network.kernels);
      if (network.neurons > 0) await hands.slide(second, [0, 4, 8, 16, 32].indexOf(network.neurons));
      return;
    case 'rnn':
      return hands.slide(first, network.state);
    case 'transformer':
      return hands.slide(first, widths.indexOf(network.width));
  }
}

/** Neurons of each of an mlp's hidden layers. */
const layersIn = (network: Network): readonly number[] =>
  network.family === undefined ? network.layers : [];

/** Neurons of a layer that was just added. */
const NEW_LAYER = 2;

/** From the first layer to the last; one layer goes, or comes, behind the others. */
async function stack(hands: Hands, from: readonly number[], to: readonly number[]): Promise<void> {
  const { page, locale, press } = hands;
  const layers = Math.max(from.length, to.length);
  for (let i = 0; i < layers; i++) {
    if (i >= from.length) await press(page.getByRole('button', { name: words(locale, 'race_layer_more') }));
    await resize(hands, i + 1, from[i] ?? NEW_LAYER, to[i] ?? 0);
  }
}

/** One neuron at a time; the layer goes with its last one. */
async function resize({ page, locale, press }: Hands, n: number, from: number, to: number): Promise<void> {
  const key = to < from ? 'race_neuron_less' : 'race_neuron_more';
  const button = page.getByRole('button', { name: words(locale, key, { n: String(n) }) });
  for (let left = Math.abs(to - from); left > 0; left--) await press(button);
}
