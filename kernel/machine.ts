/**
 * A network is a list of operations over the rows of a mini-batch, which shared/training/lanes/ writes into memory;
 * here they are carried out. All numbers of an operation are 32-bit integers: its kind, then its arguments.
 */
import { attend } from './attention';
import { bend, straighten } from './curve';
import { costs } from './cost';
import { derivatives } from './derivatives';
import { addRows, embed } from './embedding';
import { LANES } from './lane';
import { copy, cut, mend, pool, unpool } from './maps';
import { norm, normBack } from './norm';
import { shares } from './shares';
import { adapt, descend, pull, roll, shrink } from './step';
import { sums } from './sums';

const SUMS: i32 = 1;
const BEND: i32 = 2;
const COSTS: i32 = 3;
const DERIVATIVES: i32 = 4;
const SHARES: i32 = 5;
const STRAIGHTEN: i32 = 6;
const DESCEND: i32 = 7;
const ROLL: i32 = 8;
const ADAPT: i32 = 9;
const PULL: i32 = 10;
const SHRINK: i32 = 11;
const CLEAR: i32 = 12;
const COPY: i32 = 13;
const CUT: i32 = 14;
const MEND: i32 = 15;
const POOL: i32 = 16;
const UNPOOL: i32 = 17;
const EMBED: i32 = 18;
const UNEMBED: i32 = 19;
const ADD: i32 = 20;
const NORM: i32 = 21;
const UNNORM: i32 = 22;
const ATTEND: i32 = 23;
const UNATTEND: i32 = 24;

/** With this pace derivatives go into a gradient that has been cleared: 0 - (-1) g is g. */
const GATHER: f32 = -1;

/** The sum of costs since the last look, by lane. */
export const LOSS: usize = memory.data(16, 16);

/** The argument at `place` of the operation at `op`. */
export function int(op: usize, place: usize): i32 {
  return load<i32>(op + place * 4);
}

export function at(op: usize, place: usize): usize {
  return load<usize>(op + place * 4);
}

function float(op: usize, place: usize): f32 {
  return load<f32>(op + place * 4);
}

/** Carries out the operations from `op` to `end` for `rows` samples. */
export function run(op: usize, end: usize, rows: i32): void {
  while (op < end) {
    const kind = int(op, 0);
    // Of this operation: samples, or their positions.
    const count = rows * int(op, 2);
    if (kind == SUMS) {
      sums(count, int(op, 3), int(op, 4), at(op, 5), at(op, 6), at(op, 7), at(op, 8), at(op, 9));
    } else if (kind == BEND) {
      bend(int(op, 3), count, int(op, 4), at(op, 5), at(op, 6));
    } else if (kind == DERIVATIVES) {
      const pace = int(op, 10) ? float(op, 11) / <f32>rows : GATHER;
      derivatives(count, int(op, 3), int(op, 4), at(op, 5), at(op, 6), at(op, 7), at(op, 8), at(op, 9), pace);
    } else if (kind == SHARES) {
      const more = int(op, 10) != 0;
      shares(count, int(op, 3), int(op, 4), at(op, 5), at(op, 6), at(op, 7), at(op, 8), at(op, 9), more);
    } else if (kind == STRAIGHTEN) {
      straighten(int(op, 3), count, int(op, 4), at(op, 5), at(op, 6), at(op, 7), at(op, 8));
    } else if (kind == COSTS) {
      const loss = v128.load(LOSS);
      const sum = costs(
        int(op, 3),
        count,
        int(op, 4),
        at(op, 5),
        at(op, 6),
        at(op, 7),
        at(op, 8),
        at(op, 9),
        loss,
      );
      v128.store(LOSS, sum);
    } else if (kind < COPY) {
      learn(kind, op, rows);
    } else if (kind < EMBED) {
      move(kind, op, rows);
    } else {
      transform(kind, op, rows, count);
    }
    op += <usize>int(op, 1) * 4;
  }
}

function learn(kind: i32, op: usize, rows: i32): void {
  const samples = <f32>rows;
  if (kind == DESCEND) {
    descend(at(op, 3), at(op, 4), int(op, 5), float(op, 6) / samples);
  } else if (kind == ROLL) {
    roll(at(op, 3), at(op, 4), at(op, 7), int(op, 5), float(op, 6) / samples);
  } else if (kind == ADAPT) {
    adapt(at(op, 3), at(op, 4), at(op, 7), at(op, 8), int(op, 5), at(op, 9), float(op, 6), samples);
  } else if (kind == PULL) {
    pull(at(op, 3), at(op, 4), int(op, 5), samples * float(op, 6));
  } else if (kind == SHRINK) {
    shrink(at(op, 3), int(op, 5), float(op, 6));
  } else if (kind == CLEAR) {
    memory.fill(at(op, 3), 0, <usize>int(op, 4) * LANES * max(1, rows * int(op, 2)));
  }
}

/** What convolutions and recurrent networks need besides: numbers brought to other places. */
function move(kind: i32, op: usize, rows: i32): void {
  if (kind == COPY) {
    copy(rows, int(op, 3), at(op, 4), at(op, 5), at(op, 6), at(op, 7));
  } else if (kind == CUT) {
    cut(rows, at(op, 3), int(op, 4), at(op, 5), at(op, 6), at(op, 7));
  } else if (kind == MEND) {
    mend(rows, at(op, 3), int(op, 4), at(op, 5), at(op, 6), at(op, 7));
  } else if (kind == POOL) {
    pool(rows, at(op, 3), int(op, 4), int(op, 5), int(op, 6), at(op, 7), at(op, 8), at(op, 9), at(op, 10));
  } else if (kind == UNPOOL) {
    unpool(
      rows,
      at(op, 3),
      int(op, 4),
      int(op, 5),
      int(op, 6),
      at(op, 7),
      at(op, 8),
      at(op, 9),
      at(op, 10),
      at(op, 11),
    );
  }
}

/** What a transformer needs besides; `count`: rows of the operation. */
function transform(kind: i32, op: usize, rows: i32, count: i32): void {
  if (kind == EMBED || kind == UNEMBED) {
    const back = kind == UNEMBED;
    embed(rows, int(op, 3), int(op, 4), at(op, 5), int(op, 6), at(op, 7), at(op, 8), at(op, 9), back);
  } else if (kind == ADD) {
    addRows(count, int(op, 3), at(op, 4), at(op, 5), at(op, 6), at(op, 7));
  } else if (kind == NORM) {
    norm(count, int(op, 3), at(op, 4), at(op, 5), at(op, 6), at(op, 7), at(op, 8), at(op, 9));
  } else if (kind == UNNORM) {
    const g = at(op, 10);
    normBack(count, int(op, 3), at(op, 4), g, at(op, 6), at(op, 5), at(op, 7), at(op, 8), at(op, 9));
  } else if (kind == ATTEND) {
    attend(rows, op + 12, false);
  } else {
    attend(rows, op + 12, true);
  }
}
