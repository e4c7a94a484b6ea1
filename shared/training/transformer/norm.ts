import type { Reach, Stage, Vectors } from './stage';

const f = Math.fround;

/** Keeps a vector of equal numbers from a division by 0. Ba et al. 2016; the value is the usual one. */
export const EPSILON = f(1e-5);

/**
 * Normalisation of each vector (Ba, Kiros, Hinton 2016): y_k = gain_k s_k + bias_k, s_k = (x_k - mean) r,
 * r = 1 / sqrt(variance + EPSILON). Mean and variance are sums from the first number to the last, begun at 0, divided
 * by the width; the variance is that of x_k - mean as rounded. Parameters: the gains, then the biases.
 *
 * Backwards, with g_k = error_k gain_k: x_k's error takes up r ((g_k - mean of g) - s_k (mean of g s)); it is added
 * to what the residual has left there.
 */
export function norm(
  x: Vectors,
  y: Vectors,
  width: number,
  { positions, from }: Reach,
  first: number,
): Stage {
  const biases = first + width;
  const standard = new Float32Array(positions * width);
  const scales = new Float32Array(positions);

  /** Leaves x_k - mean in `standard`; returns r. */
  function centre(at: number): number {
    let sum = 0;
    for (let k = at; k < at + width; k++) sum = f(sum + (x.values[k] as number));
    const mean = f(sum / width);
    let squares = 0;
    for (let k = at; k < at + width; k++) {
      const off = f((x.values[k] as number) - mean);
      standard[k] = off;
      squares = f(squares + f(off * off));
    }
    return f(1 / f(Math.sqrt(f(f(squares / width) + EPSILON))));
  }

  function forward(weights: Float32Array): void {
    for (let i = from; i < positions; i++) {
      const at = i * width;
      const scale = centre(at);
      scales[i] = scale;
      for (let k = 0; k < width; k++) {
        const s = f((standard[at + k] as number) * scale);
        standard[at + k] = s;
        y.values[at + k] = f(f((weights[first + k] as number) * s) + (weights[biases + k] as number));
      }
    }
  }

  function backward(weights: Float32Array, gradient: Float32Array): void {
    for (let i = from; i < positions; i++) {
      const at = i * width;
      let sum = 0;
      let along = 0;
      for (let k = 0; k < width; k++) {
        const error = y.errors[at + k] as number;
        const s = standard[at + k] as number;
        const g = f(error * (weights[first + k] as number));
        gradient[first + k] = f((gradient[first + k] as number) + f(error * s));
        gradient[biases + k] = f((gradient[biases + k] as number) + error);
        y.errors[at + k] = g;
        sum = f(sum + g);
        along = f(along + f(g * s));
      }
      const mean = f(sum / width);
      const slope = f(along / width);
      for (let k = at; k < at + width; k++) {
        const across = f(f((y.errors[k] as number) - mean) - f((standard[k] as number) * slope));
        x.errors[k] = f((x.errors[k] as number) + f((scales[i] as number) * across));
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
