import { SIDE, type Place } from './plane';

/** A value that an axis names. */
export interface Tick {
  /** Along the axis, in the drawing's units. */
  readonly at: number;
  readonly label: string;
}

export interface PlaneAxis {
  readonly ticks: readonly Tick[];
  /** What is measured, with its unit. */
  readonly name: string;
  /** A small figure after the name: the 0 of x0. */
  readonly index: string | null;
}

/** The axes of a plane; without y a number line. */
export interface PlaneAxes {
  readonly x: PlaneAxis;
  readonly y: PlaneAxis | null;
  /** Where they cross. On the drawing's corner their words stand inside it, else beside them. */
  readonly cross: Place;
  /** Size of the words, in the drawing's units. */
  readonly size: number;
}

/** A word at an axis. `y` is its baseline. */
export interface AxisLabel extends Place {
  readonly text: string;
  readonly index: string | null;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly name: boolean;
}

/** Between an axis and its words; a point drawn on a tick has this radius at most. */
const APART = 15;
const POINT = 18;
const EDGE = 6;
/** Half the length of a tick. */
export const TICK = 9;

/** Every word of the axes, and where it stands: never on the place where the ticks of both axes meet. */
export function labelsOf(axes: PlaneAxes): readonly AxisLabel[] {
  const inside = axes.cross.x === 0 && axes.cross.y === SIDE;
  return inside ? cornerLabels(axes) : crossLabels(axes);
}

function cornerLabels({ x, y, size }: PlaneAxes): readonly AxisLabel[] {
  const foot = SIDE - TICK - 0.25 * size;
  return [
    ...x.ticks.map(({ at, label }) => word(at, foot, label, 'middle')),
    name(x, SIDE - EDGE, foot - 1.1 * size, 'end'),
    ...(y?.ticks.map(({ at, label }) => word(TICK + EDGE, at + 0.35 * size, label, 'start')) ?? []),
    ...(y ? [name(y, EDGE, 1.1 * size, 'start')] : []),
  ];
}

function crossLabels({ x, y, cross, size }: PlaneAxes): readonly AxisLabel[] {
  if (!y) {
    const below = cross.y + POINT + size;
    return [
      ...x.ticks.map(({ at, label }) => word(at, below, label, 'middle')),
      name(x, SIDE - 2 * EDGE, below, 'end'),
    ];
  }
  const below = cross.y + 1.2 * size;
  return [
    ...x.ticks.map(({ at, label }) =>
      at > cross.x ? word(at + APART, below, label, 'start') : word(at - APART, below, label, 'end'),
    ),
    name(x, SIDE - 2 * EDGE, below, 'end'),
    ...y.ticks
      .filter(({ at }) => at !== cross.y)
      .map(({ at, label }) => word(cross.x - APART, at - APART, label, 'end')),
    name(y, cross.x - 2 * APART, 0.92 * size, 'end'),
  ];
}

const word = (x: number, y: number, text: string, anchor: AxisLabel['anchor']): AxisLabel => ({
  ...{ x, y, text, anchor, index: null },
  name: false,
});

const name = (
  { name: text, index }: PlaneAxis,
  x: number,
  y: number,
  anchor: AxisLabel['anchor'],
): AxisLabel => ({ ...{ x, y, text, anchor, index }, name: true });
