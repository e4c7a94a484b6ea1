import * as v from 'valibot';
import { bots, knows } from '#shared/activities/race/bots';
import { race, type Submission as Network } from '#shared/activities/race/index';
import { rates } from '#shared/activities/race/rates';
import { epochMarks } from '../../../client/activities/race/epochs';
import { words } from '../../support/words';
import type { How } from './answers';
import type { Hands } from './hands';

/** Builds the network that does well, or leaves the controls alone. */
export async function buildNetwork(hands: Hands, config: unknown, how: How): Promise<void> {
  const parsed = v.parse(race.config, config);
  await build(hands, config, how === 'well' ? knows(parsed) : bots.constant(parsed));
}

/** Builds a network with at most one hidden layer from the untouched controls. */
export async function build(hands: Hands, config: unknown, network: Network): Promise<void> {
  const parsed = v.parse(race.config, config);
  const start = bots.constant(parsed);
  await resize(hands, hiddenIn(start), hiddenIn(network));
  if (network.rate === start.rate && network.epochs === start.epochs) return;
  const { page, locale, press, slide } = hands;
  await press(page.getByRole('tab', { name: words(locale, 'race_tab_training') }));
  const [rate, epochs] = [page.getByRole('slider').nth(0), page.getByRole('slider').nth(1)];
  await slide(rate, rates.indexOf(network.rate));
  await slide(epochs, epochMarks(parsed.limits.epochs, start.epochs).indexOf(network.epochs));
}

/** Neurons of the hidden layer; a linear network has none to choose. */
const hiddenIn = (network: Network): number => (network.family === undefined ? (network.layers[0] ?? 0) : 0);

/** One neuron at a time; the layer goes with its last one. */
async function resize({ page, locale, press }: Hands, from: number, to: number): Promise<void> {
  const key = to < from ? 'race_neuron_less' : 'race_neuron_more';
  const button = page.getByRole('button', { name: words(locale, key, { n: '1' }) });
  for (let left = Math.abs(to - from); left > 0; left--) await press(button);
}
