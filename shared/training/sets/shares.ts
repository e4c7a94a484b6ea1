import { rng, shuffled } from '../../rng';

/** How many samples of a table a step may show whose judges are a share of the others. */
export const VISIBLE = 100;

/**
 * A share of the samples that no step shows, in percent of them. Steps of one lesson whose shares do not overlap can be
 * played and revealed in any order, and none shows what another one still keeps.
 */
export type Share = readonly [from: number, to: number];

/** A sample in its place; those that measure alike stand where the first of them does. */
interface Dealt<Sample> {
  readonly sample: Sample;
  readonly at: number;
}

/** A public seed: the samples that judge are no secret by it, they just do not leave the server before their reveal. */
const DEAL = '53686172696e67207468652062697264';

/**
 * A table in one order for every lesson and every session, which `label` tells from other tables'. Samples that measure
 * alike follow one another and go together wherever the first goes, or one step would show what another one keeps.
 */
export function dealt<Sample>(
  samples: readonly Sample[],
  nameOf: (sample: Sample) => string,
  label: string,
): readonly Dealt<Sample>[] {
  const alike = new Map<string, Sample[]>();
  for (const sample of samples) alike.set(nameOf(sample), [...(alike.get(nameOf(sample)) ?? []), sample]);
  let at = 0;
  return shuffled([...alike.values()], rng(DEAL, label)).flatMap((same) => {
    const place = at;
    at += same.length;
    return same.map((sample) => ({ sample, at: place }));
  });
}

/** The first of a table to look at, and a share of those beyond the first hundred to be judged by. */
export function sharedOut<Sample>(
  order: readonly Dealt<Sample>[],
  visible: number,
  [from, to]: Share,
): { readonly visible: readonly Sample[]; readonly hidden: readonly Sample[] } {
  const placeOf = (percent: number) => VISIBLE + Math.round(((order.length - VISIBLE) * percent) / 100);
  const inShare = (at: number) => at >= Math.max(visible, placeOf(from)) && at < placeOf(to);
  return {
    visible: order.slice(0, visible).map(({ sample }) => sample),
    hidden: order.filter(({ at }) => inShare(at)).map(({ sample }) => sample),
  };
}
