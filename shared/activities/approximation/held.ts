import type { Submission } from './config';
import type { Summary } from './view';

/** "15;5,10;15,-10": the steepness, and each S curve's place and height. */
export const keyOf = ({ steps, steepness }: Submission): string =>
  [steepness, ...steps.map(({ place, height }) => `${place},${height}`)].join(';');

function read(key: string): Submission {
  const [steepness = '', ...steps] = key.split(';');
  return {
    steps: steps.map((step) => {
      const [place = 0, height = 0] = step.split(',').map(Number);
      return { place, height };
    }),
    steepness: Number(steepness),
  };
}

/** The sums of a summary, with how many students hold each. */
export const heldSums = ({
  sums,
}: Summary): readonly { readonly key: string; readonly sum: Submission; readonly count: number }[] =>
  Object.entries(sums).map(([key, count]) => ({ key, sum: read(key), count }));
