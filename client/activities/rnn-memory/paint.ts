import type { Submission } from '#shared/activities/rnn-memory/config';
import { courseOf, type Bit } from '#shared/activities/rnn-memory/neuron';
import type { Sheet } from '../kit/painting.svelte';

/** Where a step and a height lie between the axes, 0..1. */
export interface Shares {
  readonly across: (step: number) => number;
  readonly up: (height: number) => number;
}

/** A neuron whose pair of courses is drawn: in the colours of the two bits, or in ink over them. */
export interface DrawnPair {
  readonly neuron: Submission;
  readonly look: 'bits' | 'latch';
}

/** A place of a course. */
type Spot = readonly [step: number, height: number];

const bits: readonly Bit[] = [1, -1];

/** Where a course ends there is its mark, whose size is this many widths of the pen. */
const MARK = 2.6;

/** Paints h over the steps for the two strings of each neuron. */
export function paintPairs(
  sheet: Sheet,
  pairs: readonly DrawnPair[],
  noise: ArrayLike<number>,
  shares: Shares,
): void {
  const { pen, height, colours } = sheet;
  const thick = Math.min(3, Math.max(1.75, height / 100));
  pen.lineJoin = pen.lineCap = 'round';
  for (const { neuron, look } of pairs)
    for (const bit of bits) {
      const own = bit === 1 ? colours.one : colours.zero;
      pen.strokeStyle = pen.fillStyle = look === 'latch' ? colours.ink : own;
      pen.lineWidth = look === 'latch' ? 0.8 * thick : 1.3 * thick;
      const course = courseOf(neuron, bit, noise).map((h, i): Spot => [i + 1, h]);
      trace(sheet, course, shares, bit === 1 ? 0 : 3);
      paintEnd(sheet, course, shares, bit, MARK * thick);
    }
}

/** A stroke through places; of every so many pieces one is left out, 0: none, which costs less than a dashed pen. */
export function trace(
  { pen, width, height }: Sheet,
  course: readonly Spot[],
  { across, up }: Shares,
  leaving: number,
): void {
  pen.beginPath();
  for (const [i, [step, value]] of course.entries()) {
    const [x, y] = [width * across(step), height * (1 - up(value))];
    if (i === 0 || (leaving > 0 && i % leaving === 0)) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
  pen.stroke();
}

/** A circle where the string began with +1, a triangle where it began with −1. */
function paintEnd(
  { pen, width, height }: Sheet,
  course: readonly Spot[],
  { across, up }: Shares,
  bit: Bit,
  size: number,
): void {
  const [step, value] = course.at(-1) ?? [1, 0];
  const [x, y] = [width * across(step) - size, height * (1 - up(value))];
  pen.beginPath();
  if (bit === 1) pen.arc(x, y, size, 0, 2 * Math.PI);
  else {
    pen.moveTo(x, y - 1.15 * size);
    pen.lineTo(x + 1.12 * size, y + 0.8 * size);
    pen.lineTo(x - 1.12 * size, y + 0.8 * size);
    pen.closePath();
  }
  pen.fill();
}
