import type { Rng } from '../../rng';
import { log } from '../math';
import type { Points } from '../request';
import { turn } from './turn';

export const generatedKinds = ['circle', 'xor', 'gauss', 'spiral', 'moons'] as const;
export type GeneratedKind = (typeof generatedKinds)[number];

/** `n` points; `noise` is a percentage, 0 to 50. */
export type Generator = (n: number, noise: number, random: Rng) => Points;

interface Point {
  readonly x0: number;
  readonly x1: number;
  readonly y: 0 | 1;
}

/** Hundredths: written as JSON and read again they are the same number. 0 is added to make no -0. */
const grid = (value: number) => Math.round(value * 100) / 100 + 0;

const between = (random: Rng, low: number, high: number) => low + (high - low) * random.unit();

/** A standard normal number, by the polar method of Marsaglia. */
function normal(random: Rng): number {
  for (;;) {
    const [u, v] = [between(random, -1, 1), between(random, -1, 1)];
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * log(s)) / s);
  }
}

function points(n: number, draw: (i: number) => Point): Points {
  const drawn = Array.from({ length: n }, (_, i) => draw(i));
  return { x: drawn.flatMap(({ x0, x1 }) => [x0, x1]), y: drawn.map(({ y }) => y) };
}

/**
 * A disc of radius 2.5 (class 1) in a ring from 3.5 to 5. With noise, a point has the class of another one nearby,
 * each of whose coordinates differs by up to 5 noise / 100.
 */
export const circle: Generator = (n, noise, random) =>
  points(n, (i) => {
    const r = i < n / 2 ? between(random, 0, 2.5) : between(random, 3.5, 5);
    const { sin, cos } = turn(random.unit());
    const [x0, x1] = [grid(r * sin), grid(r * cos)];
    const reach = (5 * noise) / 100;
    const [a, b] = [x0 + between(random, -reach, reach), x1 + between(random, -reach, reach)];
    return { x0, x1, y: a * a + b * b < 6.25 ? 1 : 0 };
  });

/** A square without a cross of width 0.6; class 1, as in XOR, where the signs differ. Noise as in `circle`. */
export const xor: Generator = (n, noise, random) => {
  const reach = (5 * noise) / 100;
  const coordinate = () => {
    const x = between(random, -5, 5);
    return grid(x > 0 ? x + 0.3 : x - 0.3);
  };
  return points(n, () => {
    const [x0, x1] = [coordinate(), coordinate()];
    const [a, b] = [x0 + between(random, -reach, reach), x1 + between(random, -reach, reach)];
    return { x0, x1, y: a * b < 0 ? 1 : 0 };
  });
};

/** Two round clouds, class 1 about (2, 2) and class 0 about (-2, -2); noise widens them. */
export const gauss: Generator = (n, noise, random) => {
  const deviation = Math.sqrt(0.5 + (7 * noise) / 100);
  return points(n, (i) => {
    const centre = i < n / 2 ? 2 : -2;
    const coordinate = () => grid(centre + deviation * normal(random));
    return { x0: coordinate(), x1: coordinate(), y: i < n / 2 ? 1 : 0 };
  });
};

/** Two arms of 1.75 turns, half a turn apart. */
export const spiral: Generator = (n, noise, random) => {
  const [half, reach] = [n / 2, noise / 100];
  return points(n, (i) => {
    const first = i < half;
    const share = (first ? i : i - half) / half;
    const { sin, cos } = turn(1.75 * share + (first ? 0 : 0.5));
    const shaken = (x: number) => grid(5 * share * x + between(random, -reach, reach));
    return { x0: shaken(sin), x1: shaken(cos), y: first ? 1 : 0 };
  });
};

/** Two half circles of radius 2.5, each with an end inside the other; noise is normal. */
export const moons: Generator = (n, noise, random) => {
  const deviation = (2.5 * noise) / 100;
  const shaken = (x: number) => grid(x + deviation * normal(random));
  return points(n, (i) => {
    const upper = i < n / 2;
    const { sin, cos } = turn(random.unit() / 2);
    const [x0, x1] = upper ? [cos, sin] : [1 - cos, 0.5 - sin];
    return { x0: shaken(2.5 * (x0 - 0.5)), x1: shaken(2.5 * (x1 - 0.25)), y: upper ? 1 : 0 };
  });
};

export const generators = { circle, xor, gauss, spiral, moons } as const satisfies Record<
  GeneratedKind,
  Generator
>;
