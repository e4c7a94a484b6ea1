import type { PositionRange, Stage, Vectors } from './stage';

const f = Math.fround;

/** Prevents a division by 0 where all numbers of a vector are equal. Ba et al. 2016; 1e-5 is the usual value. */
export const EPSILON = f(1e-5);

/**
 * Normalisation of each vector (Ba, Kiros, Hinton 2016): y_k = gain_k s_k + bias_k, s_k = (x_k - mean) r,
 * r = 1 / sqrt(variance + EPSILON). Mean and variance are sums from the first number to the last, begun at 0, divided
 * by the width; the variance is that of x_k - mean as rounded. Parameters: the gains, then the biases.
 *
 * Backwards, with g_k = error_k gain_k: r ((g_k - mean of g) - s_k (mean of g s)) is added to x_k's error, which the
 * residual connection has filled already.
 */
export function layerNorm(
  x: Vectors,
  y: Vectors,
  width: number,
  { positions, from }: PositionRange,
  first: number,
): Stage {
  const biases = first + width;
  const standardised = new Float32Array(positions * width);
  const scales = new Float32Array(positions);

  /** Leaves x_k - mean in `standardised`; returns r. */
  function centre(at: number): number {
    let sum = 0;
    for (let k = at; k < at + width; k++) sum = f(sum + (x.values[k] as number));
    const mean = f(sum / width);
    let squares = 0;
    for (let k = at; k < at + width; k++) {
      const centred = f((x.values[k] as number) - mean);
      standardised[k] = centred;
      squares = f(squares + f(centred * centred));
    }
    return f(1 / f(Math.sqrt(f(f(squares / width) + EPSILON))));
  }

  function forward(weights: Float32Array): void {
    for (let i = from; i < positions; i++) {
      const at = i * width;
      const scale = centre(at);
      scales[i] = scale;
      for (let k = 0; k < width; k++) {
        const s = f((standardised[at + k] as number) * scale);
        standardised[at + k] = s;
        y.values[at + k] = f(f((weights[first + k] as number) * s) + (weights[biases + k] as number));
      }
    }
  }

  function backward(weights: Float32Array, gradient: Float32Array): void {
    for (let i = from; i < positions; i++) {
      const at = i * width;
      let sum = 0;
      let sumWithS = 0;
      for (let k = 0; k < width; k++) {
        const error = y.errors[at + k] as number;
        const s = standardised[at + k] as number;
        const g = f(error * (weights[first + k] as number));
        gradient[first + k] = f((gradient[first + k] as number) + f(error * s));
        gradient[biases + k] = f((gradient[biases + k] as number) + error);
        y.errors[at + k] = g;
        sum = f(sum + g);
        sumWithS = f(sumWithS + f(g * s));
      }
      const mean = f(sum / width);
      const slope = f(sumWithS / width);
      for (let k = at; k < at + width; k++) {
        const projected = f(f((y.errors[k] as number) - mean) - f((standardised[k] as number) * slope));
        x.errors[k] = f((x.errors[k] as number) + f((scales[i] as number) * projected));
      }
    }
  }

  const group = { count: width, before: width, after: width };
  return {
    groups: [
      { kind: 'gains', first, ...group },
      { kind: 'biases', first: biases, ...group },
    ],
    end: biases + width,
    forward,
    backward,
  };
}
