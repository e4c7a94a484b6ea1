import { asVariant } from '../kit/edit/fresh';
import { fieldsOf, withValue, type Fields } from '../kit/edit/paths';
import type { VariantsShape } from '../kit/edit/shape';

/** The learning rates and the epochs that a race allows. */
export const learning = (epochs: number, rate = 10) => ({ rate: [0.001, rate], epochs: [1, epochs] });

const terms = (
  samples: number,
  [par, max]: readonly [number, number],
  [base, top]: readonly [number, number],
  limits: Fields,
  more: Fields = {},
): Fields => ({ samples, energy: { max, par }, accuracy: { base, top }, limits, ...more });

export const layers = (epochs: number) => ({ layers: 3, neurons: 8, ...learning(epochs) });
const kernels = (rate: number) => ({ kernels: 8, neurons: 32, ...learning(500, rate) });
const pooling = (window: number | string) => ({ pooling: { pool: 'max', window } });

/**
 * What goes with a family's data, as races of the lessons and of the tests have it (docs/races.md): tried, and worth
 * playing. The first data of a family are those that it begins with.
 */
export const tried: Readonly<Record<string, Readonly<Record<string, Fields>>>> = {
  mlp: {
    moons: terms(250, [130_000, 20_000_000], [0.88, 0.97], layers(2_000), { noise: 10 }),
    circle: terms(250, [130_000, 350_000], [0.75, 0.95], layers(500), { noise: 10 }),
    xor: terms(250, [130_000, 350_000], [0.75, 0.95], layers(500), { noise: 10 }),
    spiral: terms(300, [10_000_000, 30_000_000], [0.6, 0.83], layers(500), { noise: 0 }),
    penguins: terms(100, [600, 100_000], [0.95, 0.99], layers(500), { noise: 0 }),
  },
  linear: {
    penguins: terms(100, [600, 300_000], [0.95, 0.985], learning(1_000), { noise: 0 }),
    moons: terms(250, [1_500, 750_000], [0.8, 0.855], learning(1_000), { noise: 10 }),
  },
  cnn: {
    bars: terms(200, [250_000, 20_000_000], [0.7, 0.95], kernels(10), pooling('all')),
    digits: terms(400, [2_500_000, 20_000_000], [0.8, 0.92], kernels(1), pooling(2)),
  },
  rnn: {
    co2: terms(345, [600_000, 4_000_000], [0.72, 0.82], { state: 8, ...learning(1_500) }),
    temperatures: terms(716, [280_000, 8_000_000], [0.03, 0.08], { state: 8, ...learning(500) }),
  },
  transformer: {
    tokens: terms(500, [4_000_000, 40_000_000], [0.3, 0.95], { width: 16, ...learning(100) }),
  },
};

/** Whether networks of a family learn from two columns of one's own table. */
export const takesOwn = (family: unknown): boolean => family === 'mlp' || family === 'linear';

/** The data of a family, in the order in which they are offered. */
export const dataOf = (family: unknown): readonly string[] => [
  ...Object.keys(tried[String(family)] ?? {}),
  ...(takesOwn(family) ? ['own'] : []),
];

/** The same race on other data, with what goes with them; of real data that are shared out, no part is chosen yet. */
export const onData = (config: unknown, data: string): unknown => ({
  ...fieldsOf(withValue(config, ['share'], undefined)),
  data,
  ...tried[String(fieldsOf(config).family)]?.[data],
});

/** The race of another family, on the same data where it has them, and with what goes with them. */
export function ofFamily(shape: VariantsShape, config: unknown, family: unknown): unknown {
  const known = dataOf(family);
  const before = String(fieldsOf(config).data);
  const data = known.includes(before) ? before : known[0];
  const next = asVariant(shape, config, family);
  return data === undefined ? next : onData(next, data);
}
