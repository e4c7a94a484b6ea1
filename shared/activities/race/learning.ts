import type { Settings, Submission } from './config';

const inside = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most;

/** Whether rate, epochs and mini-batch could be set like this: the controls of whatever learns by descent. */
export const learns = ({ limits, freed }: Settings, { rate, epochs, batch }: Submission): boolean =>
  inside(rate, limits.rate) && inside(epochs, limits.epochs) && (freed.batch || batch === undefined);
