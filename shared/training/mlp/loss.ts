import { exp, log } from '../math';

const f = Math.fround;

/**
 * Cross-entropy of sigmoid(z) against the right answer, in nats, as max(z, 0) - z y* + ln(1 + e^-|z|): it never
 * overflows on the way.
 */
export function crossEntropy(z: number, y: number): number {
  const wrong = y === 1 ? -z : z;
  return f((wrong > 0 ? wrong : 0) + log(f(1 + exp(z < 0 ? z : -z))));
}
