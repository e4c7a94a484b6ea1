import { activationCode, type ActivationCode } from '../activation';
import type { ConvolutionShape } from '../cnn/shape';
import { patchIndices, sizeOf } from '../layers/patches';
import { poolOf } from '../layers/pool';
import type { Shape } from '../mlp/shape';
import { addWeightGradient, type GradientTarget } from './weight-gradient';
import { addBackward, addForward, chainRows, type Rows } from './chain';
import type { Layout } from './layout';
import { VECTOR, type Memory } from './memory';
import type { Program } from './program';

const RELU = activationCode('relu');

/** One convolution in the kernel's memory; rows are those of a sample, its positions one after the other. */
interface ConvolutionRows {
  readonly shape: ConvolutionShape;
  /** Positions of a sample. */
  readonly positions: number;
  /** The address of the patches' indices. */
  readonly table: number;
  readonly entries: number;
  readonly patches: number;
  /** The patches' errors; those of the first convolution are not needed. */
  readonly patchErrors: number;
  readonly outputs: number;
  readonly deltas: number;
  readonly pool: { readonly table: number; readonly windows: number; readonly count: number };
  /** Where the index of each window's largest is kept; 0 for pooling by the mean. */
  readonly winners: number;
}

function tableOf(memory: Memory, indices: Uint32Array): number {
  const at = memory.numbers(indices.length);
  memory.setInts(at, indices);
  return at;
}

function convolutionRows(memory: Memory, shape: ConvolutionShape, rows: number): ConvolutionRows {
  const indices = patchIndices(shape.before);
  const { kind, positions, count, winners } = poolOf(shape.kind, shape.after, shape.width);
  const outputs = sizeOf(shape.after);
  return {
    shape,
    positions: shape.after.side * shape.after.side,
    table: tableOf(memory, indices),
    entries: indices.length,
    patches: memory.vectors(rows * indices.length),
    patchErrors: memory.vectors(rows * indices.length),
    outputs: memory.vectors(rows * outputs),
    deltas: memory.vectors(rows * outputs),
    pool: { table: tableOf(memory, positions), windows: positions.length / count, count },
    winners: kind === 'max' ? memory.vectors(rows * winners.length) : 0,
  };
}

const poolingOf = ({ pool, shape }: ConvolutionRows) =>
  [pool.table, pool.windows, pool.count, shape.kernels.neurons] as const;

/** From maps, a row for each sample, to pooled maps. */
function addConvolution(
  program: Program,
  layer: ConvolutionRows,
  weights: number,
  maps: Rows,
  pooled: Rows,
): void {
  const { shape, positions, table, entries, patches, outputs, winners } = layer;
  const { before, neurons, first } = shape.kernels;
  program.add('im2col', 1, table, entries, maps.at, maps.width * VECTOR, patches);
  const strides = [before * VECTOR, neurons * VECTOR] as const;
  const parameters = weights + first * VECTOR;
  program.add(
    'weightedSums',
    positions,
    before,
    neurons,
    parameters,
    patches,
    strides[0],
    outputs,
    strides[1],
  );
  program.add('activation', positions, RELU, neurons, outputs, strides[1]);
  const width = sizeOf(shape.after) * VECTOR;
  program.add('pool', 1, ...poolingOf(layer), outputs, width, pooled.at, winners);
}

/** From the errors of pooled maps to the weight gradient, and to the errors of the maps before if there are any. */
function addConvolutionBackward(
  program: Program,
  layer: ConvolutionRows,
  weights: number,
  target: GradientTarget,
  errors: Rows,
  maps: Rows | null,
): void {
  const { shape, positions, table, entries, patches, outputs, deltas, winners } = layer;
  const { kernels } = shape;
  const [wide, narrow] = [kernels.before * VECTOR, kernels.neurons * VECTOR];
  const width = sizeOf(shape.after) * VECTOR;
  program.add(
    'poolBackward',
    1,
    ...poolingOf(layer),
    errors.at,
    errors.width * VECTOR,
    deltas,
    width,
    winners,
  );
  program.add('activationBackward', positions, RELU, kernels.neurons, outputs, narrow, deltas, narrow);
  if (maps) {
    const parameters = weights + kernels.first * VECTOR;
    const { before, neurons } = kernels;
    program.add(
      'inputErrors',
      positions,
      before,
      neurons,
      parameters,
      deltas,
      narrow,
      layer.patchErrors,
      wide,
      0,
    );
    program.add('col2im', 1, table, entries, layer.patchErrors, maps.at, maps.width * VECTOR);
  }
  addWeightGradient(program, positions, kernels, target, deltas, narrow, patches, wide);
}

/** Convolutions and the dense layers behind them; `rows`: samples at once. */
export function layOutCnn(
  memory: Memory,
  convolutions: readonly ConvolutionShape[],
  shape: Shape,
  activation: ActivationCode,
  rows: number,
): Layout {
  const layers = convolutions.map((convolution) => convolutionRows(memory, convolution, rows));
  const chain = chainRows(memory, shape, activation, rows);
  const mapsOf = (width: number): Rows => ({ at: memory.vectors(rows * width), width });
  const picture = mapsOf(sizeOf((convolutions[0] as ConvolutionShape).before));
  const allButLast = convolutions.slice(0, -1);
  const between = allButLast.map(({ pooled }) => mapsOf(sizeOf(pooled)));
  const betweenErrors = allButLast.map(({ pooled }) => mapsOf(sizeOf(pooled)));
  const pooled = [...between, chain.outputs[0] as Rows];
  const pooledErrors = [...betweenErrors, chain.deltas[0] as Rows];
  return {
    x: picture.at,
    z: (chain.outputs.at(-1) as Rows).at,
    deltas: (chain.deltas.at(-1) as Rows).at,
    addForward: (program, weights) => {
      layers.forEach((layer, l) =>
        addConvolution(
          program,
          layer,
          weights,
          l === 0 ? picture : (between[l - 1] as Rows),
          pooled[l] as Rows,
        ),
      );
      addForward(program, chain, weights);
    },
    addBackward: (program, weights, target) => {
      addBackward(program, chain, weights, target, true);
      for (let l = layers.length - 1; l >= 0; l--) {
        const maps = l === 0 ? null : (betweenErrors[l - 1] as Rows);
        addConvolutionBackward(
          program,
          layers[l] as ConvolutionRows,
          weights,
          target,
          pooledErrors[l] as Rows,
          maps,
        );
      }
    },
  };
}
