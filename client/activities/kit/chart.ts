import { scaleLinear, scaleLog } from 'd3-scale';

/** One axis of a chart. */
export interface ChartAxis {
  /** The values at its ends; those of a logarithmic axis are above 0. */
  readonly domain: readonly [number, number];
  /** Equal distances are equal factors, and powers of ten are marked. */
  readonly log?: boolean;
  /** What is measured, with its unit. */
  readonly name: string;
  /** About how many values to mark; 3 unless told. */
  readonly marks?: number;
  /** The values to mark; round ones unless told. */
  readonly at?: readonly number[];
  /** Only whole values are marked: there is no half an epoch. */
  readonly whole?: boolean;
  /** A value in words; powers of ten are written as such on a logarithmic axis. */
  readonly words?: (value: number) => string;
}

/** What stands beside the right end of a curve, outside of the picture, so that no curve runs below it. */
export interface ChartNote {
  /** How high the curve ends, from 0 at the bottom to 1. */
  readonly share: number;
  readonly name: string;
  readonly figure: string;
}

/** A value that an axis marks. */
export interface ChartTick {
  /** Along the axis, from 0 at its beginning to 1. */
  readonly share: number;
  readonly label: string;
}

const MARKS = 3;

const scaleFor = ({ domain, log = false }: ChartAxis) =>
  (log ? scaleLog() : scaleLinear()).domain(domain).range([0, 1]).clamp(true);

/** Where values lie along an axis, 0..1; what is outside lies at its end. */
export function sharesOf(axis: ChartAxis): (value: number) => number {
  const [least] = axis.domain;
  const scale = scaleFor(axis);
  // A logarithmic scale has no place for 0.
  return (value) => scale(axis.log ? Math.max(least, value) : value);
}

/** The values that an axis marks, the smallest first. */
export function ticksOf(axis: ChartAxis): readonly ChartTick[] {
  const share = sharesOf(axis);
  const words = axis.words ?? (axis.log ? powerOfTen : String);
  const round = () => (axis.log ? powersWithin(axis.domain) : scaleFor(axis).ticks(axis.marks ?? MARKS));
  return (axis.at ?? round())
    .filter((value) => !axis.whole || Number.isInteger(value))
    .map((value) => ({ share: share(value), label: words(value) }));
}

function powersWithin([least, most]: readonly [number, number]): number[] {
  const [first, last] = [Math.ceil(Math.log10(least)), Math.floor(Math.log10(most))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => 10 ** (first + i));
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10⁴ */
const powerOfTen = (value: number): string => {
  const exponent = Math.round(Math.log10(value));
  const digits = [...String(Math.abs(exponent))].map((digit) => RAISED[Number(digit)] ?? '');
  return `10${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
};

/** The longest label, whose room the column of all of them needs. */
export const widest = (ticks: readonly ChartTick[]): string =>
  ticks.reduce((longest, { label }) => (label.length > longest.length ? label : longest), '');

/** A label near an end of its axis stays within the chart. */
export const standing = (share: number): 'start' | 'middle' | 'end' =>
  share < 0.06 ? 'start' : share > 0.94 ? 'end' : 'middle';
