/**
 * Carries out programs. A program is a list of operations over the rows of a mini-batch that shared/training/lanes/
 * wrote into memory. An operation is a row of 32-bit integers: its number (below), its length in integers, how many
 * rows it has for each sample, and then its arguments: addresses, counts, and floats as the integers of their bits.
 * The numbers are those of shared/training/lanes/program.ts, and so are the names.
 */
import { activation, activationBackward } from './activation';
import { attention } from './attention';
import { col2im, im2col } from './convolution';
import { costs } from './cost';
import { embedding } from './embedding';
import { inputErrors } from './input-errors';
import { layerNorm, layerNormBackward } from './layer-norm';
import { adamStep, l1SoftThreshold, l2Gradient, momentumStep, sgdStep } from './optimiser';
import { pool, poolBackward } from './pool';
import { addRows, copyRows } from './rows';
import { VECTOR } from './vector';
import { weightGradient } from './weight-gradient';
import { weightedSums } from './weighted-sums';

const WEIGHTED_SUMS: i32 = 1;
const ACTIVATION: i32 = 2;
const COSTS: i32 = 3;
const WEIGHT_GRADIENT: i32 = 4;
const INPUT_ERRORS: i32 = 5;
const ACTIVATION_BACKWARD: i32 = 6;
const SGD_STEP: i32 = 7;
const MOMENTUM_STEP: i32 = 8;
const ADAM_STEP: i32 = 9;
const L2_GRADIENT: i32 = 10;
const L1_SOFT_THRESHOLD: i32 = 11;
const CLEAR: i32 = 12;
const COPY_ROWS: i32 = 13;
const IM2COL: i32 = 14;
const COL2IM: i32 = 15;
const POOL: i32 = 16;
const POOL_BACKWARD: i32 = 17;
const EMBEDDING: i32 = 18;
const EMBEDDING_BACKWARD: i32 = 19;
const ADD_ROWS: i32 = 20;
const LAYER_NORM: i32 = 21;
const LAYER_NORM_BACKWARD: i32 = 22;
const ATTENTION: i32 = 23;
const ATTENTION_BACKWARD: i32 = 24;

/**
 * A weight gradient is always subtracted, times a step size, from what stands at its target. With this step size it
 * is added to a gradient that was cleared before, instead of being a step of the weights: 0 - (-1) g is g.
 */
const INTO_GRADIENT: f32 = -1;

/** The sum of the costs since `takeLoss` was last called, by lane. */
export const LOSS: usize = memory.data(16, 16);

/** The integer at `index` of the 32-bit integers from `op` on. */
export function int(op: usize, index: usize): i32 {
  return load<i32>(op + index * 4);
}

/** The address at `index` of the integers from `op` on. */
export function address(op: usize, index: usize): usize {
  return load<usize>(op + index * 4);
}

/** The float whose bits are the integer at `index` from `op` on. */
function float(op: usize, index: usize): f32 {
  return load<f32>(op + index * 4);
}

/** Carries out the operations from address `op` to before `end`, for a mini-batch of `rows` samples. */
export function execute(op: usize, end: usize, rows: i32): void {
  while (op < end) {
    const kind = int(op, 0);
    // Rows that this operation is about: one for each sample, or one for each position of each sample.
    const count = rows * int(op, 2);
    if (kind == WEIGHTED_SUMS) {
      weightedSums(
        count, int(op, 3), int(op, 4), address(op, 5), address(op, 6), address(op, 7), address(op, 8), address(op, 9),
      );
    } else if (kind == ACTIVATION) {
      activation(int(op, 3), count, int(op, 4), address(op, 5), address(op, 6));
    } else if (kind == WEIGHT_GRADIENT) {
      const stepSize = int(op, 10) ? float(op, 11) / <f32>rows : INTO_GRADIENT;
      weightGradient(
        count, int(op, 3), int(op, 4), address(op, 5), address(op, 6),
        address(op, 7), address(op, 8), address(op, 9), stepSize,
      );
    } else if (kind == INPUT_ERRORS) {
      const accumulate = int(op, 10) != 0;
      inputErrors(
        count, int(op, 3), int(op, 4), address(op, 5), address(op, 6),
        address(op, 7), address(op, 8), address(op, 9), accumulate,
      );
    } else if (kind == ACTIVATION_BACKWARD) {
      activationBackward(
        int(op, 3), count, int(op, 4), address(op, 5), address(op, 6), address(op, 7), address(op, 8),
      );
    } else if (kind == COSTS) {
      const loss = v128.load(LOSS);
      const sum = costs(
        int(op, 3), count, int(op, 4), address(op, 5), address(op, 6),
        address(op, 7), address(op, 8), address(op, 9), loss,
      );
      v128.store(LOSS, sum);
    } else if (kind < COPY_ROWS) {
      updateParameters(kind, op, rows);
    } else if (kind < EMBEDDING) {
      convolutionOperation(kind, op, rows);
    } else {
      transformerOperation(kind, op, rows, count);
    }
    op += <usize>int(op, 1) * 4;
  }
}

/** Operations on all parameters: the optimisers' steps, the penalties, and clearing a gradient. */
function updateParameters(kind: i32, op: usize, rows: i32): void {
  const samples = <f32>rows;
  if (kind == SGD_STEP) {
    sgdStep(address(op, 3), address(op, 4), int(op, 5), float(op, 6) / samples);
  } else if (kind == MOMENTUM_STEP) {
    momentumStep(address(op, 3), address(op, 4), address(op, 7), int(op, 5), float(op, 6) / samples);
  } else if (kind == ADAM_STEP) {
    adamStep(
      address(op, 3), address(op, 4), address(op, 7), address(op, 8),
      int(op, 5), address(op, 9), float(op, 6), samples,
    );
  } else if (kind == L2_GRADIENT) {
    l2Gradient(address(op, 3), address(op, 4), int(op, 5), samples * float(op, 6));
  } else if (kind == L1_SOFT_THRESHOLD) {
    l1SoftThreshold(address(op, 3), int(op, 5), float(op, 6));
  } else if (kind == CLEAR) {
    memory.fill(address(op, 3), 0, <usize>int(op, 4) * VECTOR * max(1, rows * int(op, 2)));
  }
}

/** Operations of convolutional networks; `copyRows` is the recurrent ones'. */
function convolutionOperation(kind: i32, op: usize, rows: i32): void {
  if (kind == COPY_ROWS) {
    copyRows(rows, int(op, 3), address(op, 4), address(op, 5), address(op, 6), address(op, 7));
  } else if (kind == IM2COL) {
    im2col(rows, address(op, 3), int(op, 4), address(op, 5), address(op, 6), address(op, 7));
  } else if (kind == COL2IM) {
    col2im(rows, address(op, 3), int(op, 4), address(op, 5), address(op, 6), address(op, 7));
  } else if (kind == POOL) {
    pool(
      rows, address(op, 3), int(op, 4), int(op, 5), int(op, 6),
      address(op, 7), address(op, 8), address(op, 9), address(op, 10),
    );
  } else if (kind == POOL_BACKWARD) {
    poolBackward(
      rows, address(op, 3), int(op, 4), int(op, 5), int(op, 6),
      address(op, 7), address(op, 8), address(op, 9), address(op, 10), address(op, 11),
    );
  }
}

/** Operations of transformers; `count`: rows of the operation. */
function transformerOperation(kind: i32, op: usize, rows: i32, count: i32): void {
  if (kind == EMBEDDING || kind == EMBEDDING_BACKWARD) {
    const backward = kind == EMBEDDING_BACKWARD;
    embedding(
      rows, int(op, 3), int(op, 4), address(op, 5), int(op, 6),
      address(op, 7), address(op, 8), address(op, 9), backward,
    );
  } else if (kind == ADD_ROWS) {
    addRows(count, int(op, 3), address(op, 4), address(op, 5), address(op, 6), address(op, 7));
  } else if (kind == LAYER_NORM) {
    layerNorm(
      count, int(op, 3), address(op, 4), address(op, 5),
      address(op, 6), address(op, 7), address(op, 8), address(op, 9),
    );
  } else if (kind == LAYER_NORM_BACKWARD) {
    const g = address(op, 10);
    layerNormBackward(
      count, int(op, 3), address(op, 4), g, address(op, 6),
      address(op, 5), address(op, 7), address(op, 8), address(op, 9),
    );
  } else if (kind == ATTENTION) {
    attention(rows, op + 12, false);
  } else {
    attention(rows, op + 12, true);
  }
}
