import type { Row } from '../rows';
import { besideC, CONVNETJS, FLAT, ours, ratio, REFERENCE } from './results';
import type { Result } from './rounds';

type Target = Row['target'];

const most = (value: number): Target => ({ most: value });
const least = (value: number): Target => ({ least: value });

/** A figure in ratios; none where one of the two did not take part. */
function times(name: string, value: number | null, target: Target): Row[] {
  return value === null ? [] : [{ name, value, unit: 'x', target }];
}

/** What the network of the targets says. */
export const narrowRows = (results: readonly Result[]): Row[] => [
  ...times('core.vs-convnetjs', ratio(results, CONVNETJS, ours(results)), least(40)),
  ...times('core.vs-flat', ratio(results, FLAT, ours(results)), least(15)),
  ...times('core.vs-c', besideC(results), most(1)),
  ...times('core.reference-vs-flat', ratio(results, REFERENCE, FLAT), most(2)),
];

export const wideRows = (results: readonly Result[]): Row[] =>
  times('core.vs-c-wide', besideC(results), most(1));

export const mapRow = (ms: number): Row => ({
  name: 'core.map-ms',
  value: ms,
  unit: 'ms',
  target: most(0.5),
});

/** Only the class of a usual size has a target. */
export const classRow = (submissions: number, seconds: number): Row => ({
  ...{ name: `core.class-of-${submissions}-s`, value: seconds, unit: 's' },
  target: submissions === 30 ? most(0.6) : null,
});

/** The worst of all functions. */
export const mathRow = (errors: Readonly<Record<string, number>>): Row => ({
  ...{ name: 'core.math-error', value: Math.max(...Object.values(errors)), unit: 'ulp' },
  target: most(2),
});
