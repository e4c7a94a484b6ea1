import { energyFactor } from '#shared/activities/race/factors';
import { everyRun, measureOf, wayOf, type Measure } from '#shared/activities/race/racing';
import { keyOf, rulesOf } from '#shared/activities/race/rules';
import type { ClassRun, Racing, Summary, View } from '#shared/activities/race/view';
import { sharesOf, type ChartAxis } from '../kit/chart';
import { ceiling } from './curves';

/** A place in a chart, 0..1 from the left and from the bottom. */
export type Share = readonly [across: number, up: number];

/** How a network got better, as a line in the class's chart. */
export interface Course {
  readonly key: string;
  readonly points: readonly Share[];
  readonly leads: boolean;
  /** How dark it is drawn, 0..1. */
  readonly weight: number;
  /** Whether its energy leaves it all of its points; null while nothing may tell. */
  readonly free: boolean | null;
}

/** The runs that stand in one chart, the leader's last, and what their curves tell. */
export interface Field {
  readonly measure: Measure;
  readonly runs: readonly ClassRun[];
  readonly leader: ClassRun | null;
}

/** The scales of a chart; their words are the page's. */
type Scale = Pick<ChartAxis, 'domain' | 'log' | 'whole'>;
export interface Scales {
  readonly x: Scale;
  readonly y: Scale;
}

/** For the dot at a curve's end, as a share of the picture. */
const ROOM = 0.03;
/** Nothing much worse than a guess is of interest; nothing is better than 1, above which the dot has room. */
export const leastAccuracy = (view: View): number => 0.9 * rulesOf(view).guess;
export const MOST_ACCURACY = 1.02;
/** Where all there is to gain is a little, the chart goes so many times as far as its target. */
const ABOVE = 1.6;
export const mostAccuracy = ({ accuracy: { top } }: Pick<View, 'accuracy'>): number =>
  Math.min(MOST_ACCURACY, top < 0.5 ? ABOVE * top : MOST_ACCURACY);
/** From so many epochs on equal factors are equally far apart: most is learnt in the first ones. */
const LONG = 30;
/** One of many, which must not tell how many agree. */
const FAINT = 0.34;

/** All of one measure: accuracy, unless these are runs from before it was kept on the way. */
export function fieldOf(picture: Pick<Summary, 'runs' | 'leader'>): Field {
  const all = everyRun(picture);
  const measure = measureOf(all);
  const runs = measure === 'loss' ? all : all.filter(({ curve }) => curve);
  return { measure, runs, leader: picture.leader };
}

/** Upwards the accuracy, or the loss, as high as it gets. */
const upwards = (view: View, measure: Measure, losses: readonly (readonly number[])[]): Scale => ({
  domain: measure === 'accuracy' ? [leastAccuracy(view), mostAccuracy(view)] : [0, ceiling(losses)],
});

/** To the right the epochs, once the race is over. */
export const scalesOf = (view: View, { measure, runs }: Field): Scales => ({
  x: epochsOf(runs),
  y: upwards(
    view,
    measure,
    runs.map(({ losses = [] }) => losses),
  ),
});

/** To the right how much of its own training each network has done: its epochs would tell what the leader did. */
export const racingScales = (view: View, { measure, ways }: Racing): Scales => ({
  x: { domain: [0, 1 + ROOM] },
  y: upwards(view, measure, ways),
});

function epochsOf(runs: readonly ClassRun[]): Scale {
  const longest = Math.max(1, ...runs.map(({ submission }) => submission.epochs));
  return longest >= LONG
    ? { domain: [1, longest * (1 + 4 * ROOM)], log: true }
    : { domain: [0, longest * (1 + ROOM)], whole: true };
}

/** Whether a run's energy leaves it all of its points. */
export const isFree = (view: Pick<View, 'energy'>, { energy }: Pick<ClassRun, 'energy'>): boolean =>
  energyFactor(view, energy) === 1;

/** The class's networks as lines, the leader's on top. */
export function coursesOf(
  view: Pick<View, 'energy'>,
  { runs, leader }: Field,
  { x, y }: Scales,
): readonly Course[] {
  const [across, up] = [sharesOf({ ...x, name: '' }), sharesOf({ ...y, name: '' })];
  return runs.map((run) => ({
    key: keyOf(run.submission),
    points: wayOf(run)
      // A logarithmic axis has no place for what was before the first epoch.
      .filter(([epoch]) => !x.log || epoch > 0)
      .map(([epoch, value]) => [across(epoch), up(value)]),
    leads: run === leader,
    weight: Math.min(0.8, 0.24 + 0.08 * run.count),
    free: isFree(view, run),
  }));
}

/** The same while the race is on: no line tells more than how its network got better. */
export function racingCourses({ ways, lead }: Racing, { x, y }: Scales): readonly Course[] {
  const [across, up] = [sharesOf({ ...x, name: '' }), sharesOf({ ...y, name: '' })];
  return ways.map((way, i) => ({
    // Two networks that did equally well all the way are one line.
    key: way.join(' '),
    points: way.map((value, part) => [across(part / (way.length - 1)), up(value)]),
    leads: lead !== null && i === ways.length - 1,
    weight: FAINT,
    free: null,
  }));
}
