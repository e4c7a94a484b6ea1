import { rng } from '../../rng';
import { drawPictures, type Picture } from './pictures';
import { shapes, type Direction, type Shape } from './shapes';

/**
 * A public seed, "LeCun ConvNet 89": which pictures are in sight is no secret. A detector that is right on these six is
 * worth 0.8 or more on hidden ones, whatever its direction.
 */
const SEED = '4c6543756e20436f6e764e6574203839';

export interface Shown {
  readonly shape: Shape;
  readonly picture: Picture;
}

const drawn = drawPictures(2, rng(SEED, 'shown'));

const shownOf = (shape: Shape, which: 0 | 1): Shown => ({ shape, picture: drawn[shape][which] ?? '' });

/** Two bars of one's own direction, and one picture of each other shape; without a direction one of each. */
export const shownTo = (direction: Direction | null): readonly Shown[] => {
  const others = shapes.filter((shape) => shape !== direction).map((shape) => shownOf(shape, 0));
  return direction === null ? others : [shownOf(direction, 0), shownOf(direction, 1), ...others];
};
