import { splitPenguins } from '../../training/sets/penguins';
import type { Birds } from './line';

/** A public seed: which birds are visible is no secret, the hidden ones just never leave the server. */
const SEED = '50656e6775696e7320617420506c6179';

type Penguins = ReturnType<typeof splitPenguins>['visible'];

/** Millimetres become whole tenths again. */
const birds = (penguins: Penguins): Birds => ({
  x: penguins.flatMap(({ length, depth }) => [Math.round(length * 10), Math.round(depth * 10)]),
  y: penguins.map(({ y }) => y),
});

interface Split {
  readonly shown: Birds;
  readonly hidden: Birds;
}

/** A whole class is graded by the same birds. */
const splits = new Map<number, Split>();

/** `visible` birds to look at and the others to score with; the same ones every time. */
export function split(visible: number): Split {
  const known = splits.get(visible);
  if (known) return known;
  const parts = splitPenguins(SEED, visible);
  const made = { shown: birds(parts.visible), hidden: birds(parts.hidden) };
  splits.set(visible, made);
  return made;
}
