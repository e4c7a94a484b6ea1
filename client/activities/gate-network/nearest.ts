import type { Network } from '#shared/activities/gate-network/config';
import type { Given } from '#shared/activities/gate-network/given';
import type { Way } from '#shared/activities/gate-network/ways';
import { gateOf } from '#shared/activities/neuron/truth-table';

/** The ways that what stands already leaves open. */
export const waysFor = (ways: readonly Way[], given: Given | null): readonly Way[] =>
  ways.filter(({ hidden }) => !given || hidden[given.place] === given.gate);

/** The way that changes the fewest neurons of a network; of equals the first. */
export function nearest(ways: readonly Way[], { hidden, output }: Network): Way | null {
  const own = [...hidden, output].map(gateOf);
  const kept = (way: Way) => [...way.hidden, way.output].filter((gate, i) => gate === own[i]).length;
  const most = Math.max(...ways.map(kept));
  return ways.find((way) => kept(way) === most) ?? null;
}
