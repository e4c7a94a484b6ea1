import { parametersIn, type Dense } from '../layers/dense';
import { KERNEL, patchOf, type Maps } from '../layers/patches';
import { SIDE, type Convolution } from './design';

/** One convolution's sizes: the maps before it, after it, and after its pooling. */
export interface Stage {
  readonly before: Maps;
  readonly after: Maps;
  readonly pooled: Maps;
  /** Positions a side of a window. */
  readonly width: number;
  readonly kind: Convolution['pool'];
  /** The kernels as neurons that see one patch: that is all a convolution is. */
  readonly kernels: Dense;
}

function stage({ kernels, pool, window }: Convolution, before: Maps, first: number): Stage {
  const side = before.side - KERNEL + 1;
  const width = window === 'all' ? side : window;
  return {
    before,
    after: { side, count: kernels },
    pooled: { side: side < 1 ? 0 : Math.floor(side / width), count: kernels },
    width,
    kind: pool,
    kernels: { before: patchOf(before), neurons: kernels, first },
  };
}

/** The convolutions of a picture one after the other, their parameters from the first on. */
export function stagesOf(convolutions: readonly Convolution[]): Stage[] {
  const stages: Stage[] = [];
  let before: Maps = { side: SIDE, count: 1 };
  let first = 0;
  for (const convolution of convolutions) {
    const next = stage(convolution, before, first);
    stages.push(next);
    before = next.pooled;
    first += parametersIn(next.kernels);
  }
  return stages;
}

/** Whether something is left of the picture after the last one. */
export const fits = (convolutions: readonly Convolution[]): boolean =>
  stagesOf(convolutions).every(({ pooled }) => pooled.side >= 1);
