import { convolutionShapes } from './cnn/shape';
import { networkOf, outputOf } from './families';
import { KERNEL } from './layers/patches';
import { shapeOf } from './mlp/shape';
import type { Network } from './network';
import { outputsOf } from './output';
import type { Design, TrainingRequest } from './request';
import { isSolved } from './run';
import { inputsOf } from './samples';
import { judgedEpochs } from './train';

/**
 * How long a request keeps a thread busy. The energy is a price: samples x epochs x parameters. The work is what is done
 * for it, judging included, and every use of a parameter that is used more than once. Its unit is about a nanosecond of
 * the reference on a core of 2.6 GHz; docs/training-core.md has what was measured.
 */

/** One sample on its way forwards. */
interface Way {
  /** Multiplications that each add to a sum; one waits for the other. */
  readonly products: number;
  /** All else. */
  readonly rest: number;
}

const PRODUCT = 7;
/** A sample; a number brought from one array to another; a layer, a norm or a head that is begun. */
const SAMPLE = 120;
const MOVED = 3;
const BEGUN = 70;
/** A neuron with its curve; a number that is standardised; a score with its e^x and its share of a mix. */
const NEURON = 55;
const NORMED = 15;
const SCORE = 160;

const none: Way = { products: 0, rest: 0 };

const times = (n: number, { products, rest }: Way): Way => ({ products: n * products, rest: n * rest });

const sum = (...ways: readonly Way[]): Way =>
  ways.reduce((all, way) => ({ products: all.products + way.products, rest: all.rest + way.rest }), none);

const moved = (numbers: number): Way => ({ products: 0, rest: MOVED * numbers });

const dense = (before: number, neurons: number): Way => ({
  products: before * neurons,
  rest: BEGUN + NEURON * neurons,
});

const chain = (sizes: readonly number[]): Way =>
  sum(...shapeOf(sizes).dense.map(({ before, neurons }) => dense(before, neurons)));

type Of<Family extends Design['family']> = Extract<Design, { readonly family: Family }>;

function ofCnn({ convolutions, layers, output }: Of<'cnn'>): Way {
  const shapes = convolutionShapes(convolutions);
  const last = shapes.at(-1)?.pooled ?? { side: 0, count: 0 };
  const kernels = shapes.map(({ before, after }) => {
    const patch = KERNEL * KERNEL * before.count;
    return times(after.side * after.side, sum(moved(patch + 2 * after.count), dense(patch, after.count)));
  });
  return sum(...kernels, chain([last.side * last.side * last.count, ...layers, outputsOf(output)]));
}

function ofRnn({ neurons, perStep, output }: Of<'rnn'>, inputs: number): Way {
  return sum(times(inputs / perStep, dense(perStep + neurons, neurons)), dense(neurons, outputsOf(output)));
}

/** A block at the positions that go all the way through it, and at those that only have a key and a value. */
function blockOf({ width, heads, neurons }: Of<'transformer'>, positions: number, whole: number): Way {
  const norm: Way = { products: 0, rest: BEGUN + NORMED * width };
  const layer = dense(width, width);
  const scores: Way = {
    products: 2 * width * positions,
    rest: heads * (BEGUN + SCORE * positions),
  };
  const mlp = sum(dense(width, neurons), dense(neurons, width), moved(2 * width));
  return sum(times(positions, sum(norm, layer, layer)), times(whole, sum(layer, layer, scores, norm, mlp)));
}

function ofTransformer(design: Of<'transformer'>, inputs: number): Way {
  const { vocabulary, width, blocks, output } = design;
  const positions = inputs / vocabulary.length;
  return sum(
    times(positions, moved(width * (vocabulary.length + 1))),
    times(blocks - 1, blockOf(design, positions, positions)),
    blockOf(design, positions, 1),
    dense(width, outputsOf(output)),
  );
}

function wayOf(design: Design, inputs: number): Way {
  switch (design.family) {
    case 'linear':
      return chain([inputs, outputsOf(outputOf(design))]);
    case 'mlp':
      return chain([inputs, ...design.layers, outputsOf(outputOf(design))]);
    case 'cnn':
      return ofCnn(design);
    case 'rnn':
      return ofRnn(design, inputs);
    case 'transformer':
      return ofTransformer(design, inputs);
  }
}

/**
 * Forwards and backwards. Backwards products wait for nothing: errors and gradient together are less than the way
 * forwards. `output`: its e^x and its share of the cost.
 */
const LEARNT = { sample: 400, output: 50, product: 12, rest: 2 };
/** A mini-batch; a parameter in its step, by optimiser and for each penalty; one that is looked at after an epoch. */
const BATCH = 250;
const STEP = { sgd: 6, momentum: 10, adam: 25 } as const;
const PENALISED = 22;
/** Parameters that stand together, for each penalty. */
const GROUP = 80;
const LOOKED_AT = 22;

function learning(request: TrainingRequest, { products, rest }: Way, network: Network): number {
  const { train, batch, epochs, optimiser = 'sgd', l1 = 0, l2 = 0 } = request;
  const { parameterCount, groups } = network;
  const penalties = Number(l1 > 0) + Number(l2 > 0);
  const step =
    BATCH + parameterCount * (STEP[optimiser] + PENALISED * penalties) + GROUP * groups.length * penalties;
  const outputs = LEARNT.output * outputsOf(outputOf(request));
  const sample = LEARNT.sample + outputs + LEARNT.product * products + LEARNT.rest * rest;
  const { length } = train.y;
  return epochs * (length * sample + Math.ceil(length / batch) * step + LOOKED_AT * parameterCount);
}

/** Householder's reflections: what each column has of the others is taken from them. */
const solving = (rows: number, columns: number) => 2 * PRODUCT * rows * columns * (columns + 1);

/** What all runs of a request take together, learning and judging. */
export function workOf(request: TrainingRequest): number {
  const { train, open, hidden, read = [], epochs, seeds } = request;
  const inputs = inputsOf(train);
  const way = sum(wayOf(request, inputs), moved(2 * inputs));
  const network = networkOf(request, inputs);
  const looked =
    train.y.length +
    (judgedEpochs(epochs).length + 1) * open.y.length +
    hidden.y.length +
    read.length / inputs;
  const judging = looked * (SAMPLE + PRODUCT * way.products + way.rest);
  const learnt = isSolved(request)
    ? solving(train.y.length + inputs, inputs + 1)
    : learning(request, way, network);
  return seeds.length * (LOOKED_AT * network.parameterCount + judging + learnt);
}
