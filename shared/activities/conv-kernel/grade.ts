import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Seed } from '../../rng';
import type { Evidence, Grade } from '../activity';
import { RANGE, type Config, type Detector, type Submission } from './config';
import { hiddenOf } from './hidden';
import { isAbove, sumsOf } from './kernel';
import { directionFor, forEach, shapes, type Direction, type Shape } from './shapes';

/** The share of the hidden pictures of each shape on which a detector fires. */
export type Rates = Readonly<Record<Shape, number>>;

export const check = (_config: Config, sent: Submission): Result<Submission, ErrorCode> =>
  sent.threshold >= RANGE.least && sent.threshold <= RANGE.most ? ok(sent) : err('out-of-range');

/** 1 where some window of a picture is above the threshold, else 0. A class is graded by thousands of pictures. */
function anyAbove(above: Uint8Array, windows: readonly number[]): number {
  for (let place = 0; place < windows.length; place++) if (above[windows[place] as number] === 1) return 1;
  return 0;
}

export function ratesOf({ cells, threshold }: Detector, secret: Seed): Rates {
  const hidden = hiddenOf(secret);
  // Whether it fires on what is under it: once for each of 512 windows, instead of for every place of every picture.
  const above = Uint8Array.from(sumsOf(cells), (sum) => Number(isAbove(sum, threshold)));
  const rate = (shape: Shape) => {
    let hits = 0;
    for (const windows of hidden[shape]) hits += anyAbove(above, windows);
    return hits / hidden[shape].length;
  };
  return forEach(shapes, rate);
}

/** The mean share of false alarms over all shapes but one's own. */
function alarmsOf(rates: Rates, direction: Direction): number {
  const others = shapes.filter((shape) => shape !== direction);
  return others.reduce((sum, shape) => sum + rates[shape], 0) / others.length;
}

/** s: hits less false alarms. Who fires on everything has 0, who paints the shape alone has 0.73. */
export const gainOf = (rates: Rates, direction: Direction): number =>
  rates[direction] - alarmsOf(rates, direction);

/** An s up to here is worth nothing, and so much more is full marks. */
const NOTHING = 0.6;
const SPAN = 0.3;
/** Score from which on the answer is right. */
const RIGHT = 0.8;

export function grade(config: Config, sent: Submission, { seat, secret }: Evidence): Grade {
  const gain = gainOf(ratesOf(sent, secret), directionFor(config, seat));
  const score = Math.max(0, Math.min(1, (gain - NOTHING) / SPAN));
  return { score, right: score >= RIGHT };
}

/** Shares of the hidden pictures on which a detector fires: of its own direction, of all else, of blobs. */
export interface Measure {
  readonly hits: number;
  readonly alarms: number;
  readonly blobs: number;
}

export function measure(config: Config, sent: Submission, { seat, secret }: Evidence): Measure {
  const [rates, direction] = [ratesOf(sent, secret), directionFor(config, seat)];
  return { hits: rates[direction], alarms: alarmsOf(rates, direction), blobs: rates.blob };
}
