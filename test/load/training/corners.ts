import { rng } from '#shared/rng';
import { networkOf, outputOf } from '#shared/training/families';
import { MOST_ENERGY, MOST_EPOCHS, MOST_SAMPLES, MOST_SEEDS } from '#shared/training/limits';
import { classesOf, type Output } from '#shared/training/output';
import type { Design, Learning, TrainingRequest } from '#shared/training/request';
import type { Samples } from '#shared/training/samples';
import { workOf } from '#shared/training/work';

/** A corner of what is allowed: a network at one end of its sizes, on so many samples, learning or only judged. */
export interface Corner {
  readonly name: string;
  readonly design: Design;
  readonly inputs: number;
  readonly samples: number;
  readonly how: Partial<Learning>;
  /** Nothing is learnt; as many samples as may be are judged. */
  readonly judged: boolean;
}

const NUMBER: Output = { curve: 'linear' };
const SIGMOID: Output = { curve: 'sigmoid' };
const CLASSES: Output = { curve: 'softmax', classes: 32 };

const DEAR = { batch: 1, optimiser: 'adam', l1: 1e-6, l2: 1e-6 } as const;
const PLAIN = { batch: 10 } as const;
const WHOLE = { batch: 1_000 } as const;

type Size = readonly [name: string, design: Design, inputs: number];

const mlp = (inputs: number, layers: readonly number[], output: Output = SIGMOID): Size => [
  `${[inputs, ...layers].join('-')} ${output.curve}`,
  { family: 'mlp', layers, activation: 'tanh', output },
  inputs,
];
const line = (inputs: number, output: Output): Size => [
  `${inputs} ${output.curve}`,
  { family: 'linear', output },
  inputs,
];
const closed = (inputs: number): Size => [
  `${inputs} at once`,
  { family: 'linear', solve: 'closed', output: NUMBER },
  inputs,
];
const cnn = (kernels: number, second: number, window: 1 | 2 | 'all', layers: readonly number[]): Size => [
  `${kernels} and ${second} kernels, ${window}, ${layers.join('-')}`,
  {
    family: 'cnn',
    convolutions: [
      { kernels, pool: 'max', window: second > 0 ? 1 : window },
      ...(second > 0 ? [{ kernels: second, pool: 'mean', window } as const] : []),
    ],
    layers,
    activation: 'tanh',
    output: SIGMOID,
  },
  64,
];
const rnn = (neurons: number, perStep: number, steps: number, output: Output = SIGMOID): Size => [
  `${neurons} neurons, ${steps} steps of ${perStep} ${output.curve}`,
  { family: 'rnn', neurons, perStep, output },
  perStep * steps,
];
const transformer = (
  width: number,
  heads: 1 | 4,
  blocks: 1 | 2,
  neurons: number,
  positions: number,
): Size => [
  `width ${width}, ${heads} heads, ${blocks} blocks, ${neurons} neurons, ${positions} positions`,
  {
    family: 'transformer',
    vocabulary: [4],
    ...{ width, heads, blocks, neurons },
    causal: false,
    output: SIGMOID,
  },
  positions,
];

const sizes: readonly Size[] = [
  ...[line(1, NUMBER), line(1, SIGMOID), line(2, CLASSES), line(256, NUMBER), line(256, CLASSES)],
  ...[closed(1), closed(64), closed(256)],
  ...[mlp(2, []), mlp(1, [1]), mlp(2, [1, 1, 1, 1, 1, 1]), mlp(2, [8, 8, 8]), mlp(2, [64])],
  ...[mlp(256, [1]), mlp(64, [32, 16], CLASSES), mlp(256, [64, 64, 64, 64, 64, 64], CLASSES)],
  ...[cnn(1, 0, 'all', []), cnn(1, 0, 1, []), cnn(16, 0, 2, [16]), cnn(2, 0, 'all', [])],
  ...[cnn(1, 1, 1, []), cnn(16, 16, 1, [64, 64]), cnn(16, 1, 'all', [])],
  ...[rnn(1, 1, 1), rnn(1, 1, 64), rnn(16, 1, 64), rnn(16, 4, 64, CLASSES), rnn(1, 256, 1)],
  ...[transformer(1, 1, 1, 1, 1), transformer(4, 4, 1, 1, 32), transformer(4, 4, 2, 1, 32)],
  ...[transformer(1, 1, 2, 1, 32), transformer(64, 1, 1, 64, 8), transformer(64, 4, 2, 64, 32)],
  ...[transformer(8, 1, 1, 8, 7), transformer(64, 4, 1, 1, 32), transformer(4, 1, 2, 64, 32)],
];

/** Learning in the dearest way, in mini-batches, from one sample for ever, and only judged. */
export const corners: readonly Corner[] = sizes.flatMap(([name, design, inputs]) => {
  const corner = (suffix: string, samples: number, how: Partial<Learning>, judged = false): Corner => ({
    name: `${design.family}: ${name}${suffix}`,
    ...{ design, inputs, samples, how, judged },
  });
  if (design.family === 'linear' && design.solve === 'closed')
    return [corner('', MOST_SAMPLES, PLAIN), corner(', judged', 1, PLAIN, true)];
  return [
    corner(', by Adam, one by one', 500, DEAR),
    corner(', ten by ten', 500, PLAIN),
    corner(', from one sample', 1, WHOLE),
    corner(', judged', 1, PLAIN, true),
  ];
});

/** So many samples. */
export type Part = (corner: Corner, n: number) => Samples;

/** Nothing but how many: all that work depends on. */
export const hollow: Part = ({ inputs }, n) => {
  const numbers = (length: number) => ({ length }) as readonly number[];
  return { x: numbers(n * inputs), y: numbers(n) };
};

const drawn: Part = ({ design, inputs }, n) => {
  const random = rng('corners', 'samples');
  const classes = classesOf(outputOf(design));
  const number = design.family === 'transformer' ? () => random.below(4) : () => 2 * random.unit() - 1;
  return {
    x: Array.from({ length: n * inputs }, number),
    y: Array.from({ length: n }, () => (classes > 0 ? random.below(classes) : random.unit())),
  };
};

/** How much of a corner's request there is. */
interface Amount {
  readonly samples: number;
  readonly judged: number;
  readonly epochs: number;
  readonly seeds: number;
}

function requestOf(corner: Corner, { samples, judged, epochs, seeds }: Amount, part: Part): TrainingRequest {
  const { design, how } = corner;
  return {
    ...design,
    ...{ rate: 0.001, batch: 10, ...how, epochs },
    seeds: Array.from({ length: seeds }, (_, i) => `corner ${i}`),
    ...{ train: part(corner, samples), open: part(corner, judged), hidden: part(corner, judged) },
  };
}

/** The largest whole number from 1 to `most` that `fits`; 0 if none does. */
function largest(most: number, fits: (n: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Twenty judgings on the way, as many as there are, of what needs no epoch. */
const ON_THE_WAY = 2_000;

const isClosed = ({ design }: Corner) => design.family === 'linear' && design.solve === 'closed';

/** What is grown to the work that is asked for, one after the other: as many runs as may be last. */
function grown(corner: Corner, most: number): Amount {
  const { samples, judged, inputs, design } = corner;
  const least = { samples: judged ? 1 : samples, judged: 1, epochs: 0, seeds: 1 };
  const fits = (amount: Amount) => workOf(requestOf(corner, amount, hollow)) <= most;
  const runs = (amount: Amount) => ({
    ...amount,
    seeds: largest(MOST_SEEDS, (seeds) => fits({ ...amount, seeds })),
  });
  if (judged) {
    const way = { ...least, epochs: isClosed(corner) ? ON_THE_WAY : 0 };
    return runs({ ...way, judged: largest(MOST_SAMPLES, (n) => fits({ ...way, judged: n })) });
  }
  if (isClosed(corner))
    return runs({ ...least, samples: largest(samples, (n) => fits({ ...least, samples: n })) });
  const paid = Math.floor(MOST_ENERGY / (samples * networkOf(design, inputs).parameterCount));
  const epochs = largest(Math.min(MOST_EPOCHS, paid), (n) => fits({ ...least, epochs: n }));
  return runs({ ...least, epochs });
}

/** The dearest request of a corner whose work is at most `most`; null if even the smallest one is dearer. */
export function dearest(corner: Corner, most: number, part: Part = drawn): TrainingRequest | null {
  const amount = grown(corner, most);
  return amount.seeds === 0 ? null : requestOf(corner, amount, part);
}
