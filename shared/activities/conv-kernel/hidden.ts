import { rng, type Seed } from '../../rng';
import { windowsOf } from './kernel';
import { drawPictures } from './pictures';
import { forEach, shapes, type Shape } from './shapes';

/** Pictures of each shape that score and that nobody sees. */
export const HIDDEN = 200;

/** For each shape its pictures, and of each picture what is under a kernel at each place. */
export type Hidden = Readonly<Record<Shape, readonly (readonly number[])[]>>;

function draw(secret: Seed): Hidden {
  const pictures = drawPictures(HIDDEN, rng(secret, 'conv-kernel'));
  return forEach(shapes, (shape) => pictures[shape].map(windowsOf));
}

/** A whole class is graded by the same pictures. */
let last: { readonly secret: Seed; readonly hidden: Hidden } | null = null;

export function hiddenOf(secret: Seed): Hidden {
  if (last?.secret !== secret) last = { secret, hidden: draw(secret) };
  return last.hidden;
}
