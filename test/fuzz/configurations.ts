import type { Rng } from '#shared/rng';

/** A request that may be none: what a fuzz hands in. */
export type Configuration = Record<string, unknown>;

const pick = <T>(random: Rng, ...some: readonly T[]): T => some[random.below(some.length)] as T;

const numbers = (random: Rng, count: number, reach: number) =>
  Array.from({ length: count }, () => Math.fround((2 * random.unit() - 1) * reach));

/** Samples of so many numbers, with classes below `classes`; 0: numbers to be told. */
function samples(random: Rng, inputs: number, classes: number, tokens: readonly number[] | null) {
  const n = 1 + random.below(40);
  const x = tokens
    ? Array.from({ length: n * inputs }, (_, i) => random.below(tokens[i % tokens.length] as number))
    : numbers(random, n * inputs, pick(random, 1, 5, 1e4, 1e-38, 1e30));
  const y = classes === 0 ? numbers(random, n, 3) : Array.from({ length: n }, () => random.below(classes));
  return { x, y };
}

function outputOf(random: Rng) {
  return pick<{ readonly output: object; readonly classes: number }>(
    random,
    { output: { curve: 'sigmoid' }, classes: 2 },
    { output: { curve: 'sigmoid', loss: 'squared' }, classes: 2 },
    { output: { curve: 'tanh' }, classes: 2 },
    { output: { curve: 'linear' }, classes: 0 },
    { output: { curve: 'softmax', classes: 2 }, classes: 2 },
    { output: { curve: 'softmax', classes: 7 }, classes: 7 },
  );
}

const layersOf = (random: Rng, most: number) =>
  Array.from({ length: random.below(most + 1) }, () => 1 + random.below(16));

interface Family {
  readonly design: object;
  readonly inputs: number;
  readonly tokens?: readonly number[];
}

const families: readonly ((random: Rng) => Family)[] = [
  (random) => ({ design: { family: 'linear' }, inputs: 1 + random.below(9) }),
  (random) => ({
    design: {
      family: 'mlp',
      layers: layersOf(random, 6),
      activation: pick(random, 'tanh', 'relu', 'sigmoid', 'linear'),
    },
    inputs: 1 + random.below(9),
  }),
  (random) => ({
    design: {
      family: 'cnn',
      convolutions: Array.from({ length: 1 + random.below(2) }, () => ({
        kernels: 1 + random.below(5),
        pool: pick(random, 'max', 'mean'),
        window: pick<number | string>(random, 1, 2, 'all'),
      })),
      layers: layersOf(random, 2),
      activation: pick(random, 'tanh', 'relu'),
    },
    inputs: 64,
  }),
  (random) => {
    const perStep = 1 + random.below(3);
    const design = { family: 'rnn', neurons: 1 + random.below(16), perStep };
    return { design, inputs: perStep * (1 + random.below(8)) };
  },
  (random) => {
    const heads = 1 + random.below(4);
    const design = {
      ...{ family: 'transformer', vocabulary: [5, 3], width: heads * (1 + random.below(4)), heads },
      ...{ blocks: 1 + random.below(2), neurons: 1 + random.below(8), causal: random.below(2) === 0 },
    };
    return { design, inputs: 2 * (1 + random.below(6)), tokens: [5, 3] };
  },
];

/** A configuration inside the limits, at rates from the subnormals to the absurd. */
function sound(random: Rng): Configuration {
  const { design, inputs, tokens = null } = pick(random, ...families)(random);
  const { output, classes } = outputOf(random);
  const part = () => samples(random, inputs, classes, tokens);
  return {
    ...design,
    ...{ output, train: part(), open: part(), hidden: part() },
    rate: pick(random, 1e-45, 1e-38, 1e-6, 0.01, 0.1, 1, 30, 1e6, 1e30, 3e38),
    batch: pick(random, 1, 2, 7, 10, 50, 1_000),
    epochs: random.below(25),
    optimiser: pick(random, 'sgd', 'momentum', 'adam'),
    ...{ l1: pick(random, 0, 0, 1e-39, 0.1, 1e10), l2: pick(random, 0, 0, 1e-39, 0.1, 1e10) },
    initialiser: pick(random, 'xavier', 'he', 'uniform', 'zero'),
    seeds: Array.from({ length: 1 + random.below(6) }, () => `seed ${random.uint32()}`),
  };
}

/** What no field should hold, and some that it may. */
const oddities: readonly unknown[] = [
  ...[NaN, Infinity, -Infinity, -1, 0, -0, 0.5, 1e9, 1e300, 3e38, 5e-324, 2 ** 31, 2 ** 53],
  ...[null, undefined, '', '7', 'tanh', true, [], {}, [1e9], [-1], [NaN], ['x'], [[]], { x: [1], y: [] }],
  ...[
    { curve: 'softmax', classes: 1e6 },
    { curve: 'softmax' },
    { x: [1, 2, 3], y: [0, 1] },
    'a'.repeat(1_000),
  ],
];

/** Puts something odd in some place of a value, at any depth. */
function spoil(value: unknown, random: Rng): unknown {
  const inside = typeof value === 'object' && value !== null && random.below(3) > 0;
  if (Array.isArray(value) && inside && value.length > 0) {
    const at = random.below(value.length);
    return value.map((one: unknown, i) => (i === at ? spoil(one, random) : one));
  }
  if (!Array.isArray(value) && inside) {
    const [name] = pick(random, ...Object.entries(value)) ?? ['extra'];
    return { ...value, [name]: spoil((value as Configuration)[name], random) };
  }
  return pick(random, ...oddities);
}

/** Half of them inside the limits, a quarter with something odd somewhere, a quarter with a field too few or too many. */
export function configuration(random: Rng): unknown {
  const whole = sound(random);
  switch (random.below(4)) {
    case 0:
      return spoil(whole, random);
    case 1: {
      const names = Object.keys(whole);
      const name = pick(random, ...names, 'extra');
      const rest = Object.entries(whole).filter(([key]) => key !== name);
      return Object.fromEntries(name === 'extra' ? [...rest, ['extra', 1]] : rest);
    }
    default:
      return whole;
  }
}
