import { parametersIn, type Dense } from '../layers/dense';
import { KERNEL, patchOf, type Maps } from '../layers/patches';
import { SIDE, type Convolution } from './design';

/** One convolution's sizes: the maps before it, after it, and after its pooling. */
export interface ConvolutionShape {
  readonly before: Maps;
  readonly after: Maps;
  readonly pooled: Maps;
  /** Positions a side of a window. */
  readonly width: number;
  readonly kind: Convolution['pool'];
  /** The kernels as a dense layer on one patch: a convolution is this layer at every position. */
  readonly kernels: Dense;
}

function convolutionShape(
  { kernels, pool, window }: Convolution,
  before: Maps,
  first: number,
): ConvolutionShape {
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
export function convolutionShapes(convolutions: readonly Convolution[]): ConvolutionShape[] {
  const shapes: ConvolutionShape[] = [];
  let before: Maps = { side: SIDE, count: 1 };
  let first = 0;
  for (const convolution of convolutions) {
    const next = convolutionShape(convolution, before, first);
    shapes.push(next);
    before = next.pooled;
    first += parametersIn(next.kernels);
  }
  return shapes;
}

/** Whether something is left of the picture after the last one. */
export const fits = (convolutions: readonly Convolution[]): boolean =>
  convolutionShapes(convolutions).every(({ pooled }) => pooled.side >= 1);
