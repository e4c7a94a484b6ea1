import { MAX_BIAS, MAX_WEIGHT, STEP, type Neuron } from '#shared/activities/neuron/neuron';
import { boundaryOf, distance, MARGIN, CENTRE, type Boundary, type Point } from './geometry';

/** The nearest value of a slider, in tenths. */
export const onGrid = (value: number, limit: number): number =>
  Math.max(-limit, Math.min(limit, STEP * Math.round(value / STEP))) + 0;

/** The boundary shifted by a drag, without turning: only b changes. */
export function pushed({ w, b }: Neuron, by: Point): Neuron {
  const shift = (w[0] ?? 0) * by.x0 + (w[1] ?? 0) * by.x1;
  return { w, b: onGrid(b - shift, MAX_BIAS) };
}

/** How long w is where a first drag makes it, in tenths: long enough that b moves the line in small steps. */
const FIRST_LENGTH = 14;
/** How much a change of w's length, in tenths, and a slip off the pivot, in units, weigh against the direction. */
const KEEP_LENGTH = 0.004;
const KEEP_PIVOT = 0.15;

/** The boundary through `pivot` turned until it fires towards `towards`, as nearly as the sliders' grid allows. */
export function turned(neuron: Neuron, pivot: Point, towards: Point): Neuron {
  const [d0, d1] = [towards.x0 - pivot.x0, towards.x1 - pivot.x1];
  const reach = Math.sqrt(d0 * d0 + d1 * d1);
  if (reach === 0) return neuron;
  const wanted = lengthOf(neuron.w) || FIRST_LENGTH;
  let [best, least] = [neuron, Infinity];
  for (const w of weights(neuron.w.length)) {
    const candidate = through(w, pivot);
    const boundary = boundaryOf(candidate);
    if (!boundary) continue;
    const facing = (boundary.normal.x0 * d0 + boundary.normal.x1 * d1) / reach;
    const cost =
      1 -
      facing +
      KEEP_LENGTH * Math.abs(lengthOf(w) - wanted) +
      KEEP_PIVOT * Math.abs(distance(boundary, pivot));
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}

const lengthOf = (w: readonly number[]) => Math.sqrt(w.reduce((sum, weight) => sum + weight * weight, 0));

const through = (w: number[], { x0, x1 }: Point): Neuron => ({
  w,
  b: onGrid(-((w[0] ?? 0) * x0 + (w[1] ?? 0) * x1), MAX_BIAS),
});

const marks = Array.from({ length: (2 * MAX_WEIGHT) / STEP + 1 }, (_, i) => i * STEP - MAX_WEIGHT);

const weights = (inputs: number): number[][] =>
  inputs === 1 ? marks.map((w0) => [w0]) : marks.flatMap((w0) => marks.map((w1) => [w0, w1]));

/** Where the two grips of a boundary lie: one that pushes it, one (on the firing side) that turns it. */
export interface Grips {
  readonly push: Point;
  readonly turn: Point;
  /** Half way between them. */
  readonly middle: Point;
}

/** How far the grips stand off the boundary, so that a finger does not hide it, in units of the inputs. */
export const STALK = 0.36;
/** They stand beside the foot, since right in front of it lie the rows' points. */
const ASIDE = 0.28;
const INSIDE = 0.1;

const clamp = (value: number, half: number) => Math.max(0.5 - half, Math.min(0.5 + half, value));

/** On a number line the stalk floats above the axis; elsewhere it is shifted along the boundary. */
function stalk({ foot, normal }: Boundary, inputs: number): Point {
  if (inputs === 1) return { x0: foot.x0, x1: CENTRE.x1 + ASIDE };
  return { x0: foot.x0 - ASIDE * normal.x1, x1: foot.x1 + ASIDE * normal.x0 };
}

/**
 * The grips, both kept inside the picture even where the boundary runs along its edge or outside. Without a boundary
 * only the turning one, in the centre.
 */
export function grips(boundary: Boundary | null, inputs: number): Grips {
  if (!boundary) return { push: CENTRE, turn: CENTRE, middle: CENTRE };
  const { normal } = boundary;
  const half = 0.5 + MARGIN - INSIDE;
  const wanted = stalk(boundary, inputs);
  const middle = {
    x0: clamp(wanted.x0, half - STALK * Math.abs(normal.x0)),
    x1: clamp(wanted.x1, half - STALK * Math.abs(normal.x1)),
  };
  const at = (offset: number) => ({
    x0: middle.x0 + offset * normal.x0,
    x1: middle.x1 + offset * normal.x1,
  });
  return { push: at(-STALK), turn: at(STALK), middle };
}
