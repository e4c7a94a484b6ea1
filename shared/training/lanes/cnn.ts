import { curveOf } from '../activation';
import type { Stage } from '../cnn/shape';
import { placesOf, sizeOf } from '../layers/patches';
import { poolOf } from '../layers/pool';
import type { Shape } from '../mlp/shape';
import type { Curve } from '../activation';
import { addDerivatives, type Aim } from './aim';
import { addBackward, addForward, chainRows, type Rows } from './chain';
import type { Layout } from './layout';
import { VECTOR, type Memory } from './memory';
import type { Program } from './program';

const RELU = curveOf('relu');

/** One convolution in the kernel's memory; rows are those of a sample, its positions one after the other. */
interface Convolving {
  readonly stage: Stage;
  /** Positions of a sample. */
  readonly positions: number;
  readonly table: number;
  readonly entries: number;
  readonly patches: number;
  /** The patches' shares of the error; of the first convolution nobody asks for them. */
  readonly shares: number;
  readonly outputs: number;
  readonly deltas: number;
  readonly pool: { readonly table: number; readonly windows: number; readonly count: number };
  /** 0 for means. */
  readonly winners: number;
}

function tableOf(memory: Memory, places: Uint32Array): number {
  const at = memory.numbers(places.length);
  memory.setInts(at, places);
  return at;
}

function convolving(memory: Memory, stage: Stage, rows: number): Convolving {
  const places = placesOf(stage.before);
  const { kind, positions, count, winners } = poolOf(stage.kind, stage.after, stage.width);
  const outputs = sizeOf(stage.after);
  return {
    stage,
    positions: stage.after.side * stage.after.side,
    table: tableOf(memory, places),
    entries: places.length,
    patches: memory.vectors(rows * places.length),
    shares: memory.vectors(rows * places.length),
    outputs: memory.vectors(rows * outputs),
    deltas: memory.vectors(rows * outputs),
    pool: { table: tableOf(memory, positions), windows: positions.length / count, count },
    winners: kind === 'max' ? memory.vectors(rows * winners.length) : 0,
  };
}

const poolingOf = ({ pool, stage }: Convolving) =>
  [pool.table, pool.windows, pool.count, stage.kernels.neurons] as const;

/** From maps, a row for each sample, to pooled maps. */
function convolve(program: Program, layer: Convolving, weights: number, maps: Rows, pooled: Rows): void {
  const { stage, positions, table, entries, patches, outputs, winners } = layer;
  const { before, neurons, first } = stage.kernels;
  program.add('cut', 1, table, entries, maps.at, maps.width * VECTOR, patches);
  const strides = [before * VECTOR, neurons * VECTOR] as const;
  const parameters = weights + first * VECTOR;
  program.add('sums', positions, before, neurons, parameters, patches, strides[0], outputs, strides[1]);
  program.add('bend', positions, RELU, neurons, outputs, strides[1]);
  const width = sizeOf(stage.after) * VECTOR;
  program.add('pool', 1, ...poolingOf(layer), outputs, width, pooled.at, winners);
}

/** From the shares of pooled maps to the derivatives, and to the shares of the maps before if there are any. */
function unconvolve(
  program: Program,
  layer: Convolving,
  weights: number,
  aim: Aim,
  shares: Rows,
  maps: Rows | null,
): void {
  const { stage, positions, table, entries, patches, outputs, deltas, winners } = layer;
  const { kernels } = stage;
  const [wide, narrow] = [kernels.before * VECTOR, kernels.neurons * VECTOR];
  const width = sizeOf(stage.after) * VECTOR;
  program.add('unpool', 1, ...poolingOf(layer), shares.at, shares.width * VECTOR, deltas, width, winners);
  program.add('straighten', positions, RELU, kernels.neurons, outputs, narrow, deltas, narrow);
  if (maps) {
    const parameters = weights + kernels.first * VECTOR;
    const { before, neurons } = kernels;
    program.add('shares', positions, before, neurons, parameters, deltas, narrow, layer.shares, wide, 0);
    program.add('mend', 1, table, entries, layer.shares, maps.at, maps.width * VECTOR);
  }
  addDerivatives(program, positions, kernels, aim, deltas, narrow, patches, wide);
}

/** Convolutions and the dense layers behind them; `rows`: samples at once. */
export function layOutCnn(
  memory: Memory,
  stages: readonly Stage[],
  shape: Shape,
  curve: Curve,
  rows: number,
): Layout {
  const layers = stages.map((stage) => convolving(memory, stage, rows));
  const chain = chainRows(memory, shape, curve, rows);
  const mapsOf = (width: number): Rows => ({ at: memory.vectors(rows * width), width });
  const picture = mapsOf(sizeOf((stages[0] as Stage).before));
  const between = stages.slice(0, -1).map(({ pooled }) => mapsOf(sizeOf(pooled)));
  const errors = stages.slice(0, -1).map(({ pooled }) => mapsOf(sizeOf(pooled)));
  const outputs = [...between, chain.outputs[0] as Rows];
  const shares = [...errors, chain.deltas[0] as Rows];
  return {
    x: picture.at,
    z: (chain.outputs.at(-1) as Rows).at,
    deltas: (chain.deltas.at(-1) as Rows).at,
    addForward: (program, weights) => {
      layers.forEach((layer, l) =>
        convolve(program, layer, weights, l === 0 ? picture : (between[l - 1] as Rows), outputs[l] as Rows),
      );
      addForward(program, chain, weights);
    },
    addBackward: (program, weights, aim) => {
      addBackward(program, chain, weights, aim, true);
      for (let l = layers.length - 1; l >= 0; l--) {
        const maps = l === 0 ? null : (errors[l - 1] as Rows);
        unconvolve(program, layers[l] as Convolving, weights, aim, shares[l] as Rows, maps);
      }
    },
  };
}
