import { energyFactor } from '#shared/activities/race/grade';
import { keyOf } from '#shared/activities/race/rules';
import type { ClassRun, CurvePoint, Summary, View } from '#shared/activities/race/view';
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

/** What curves tell: accuracy on the public points or, of older races, the loss on the visible ones. */
type Measure = 'accuracy' | 'loss';

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
/** Nothing worse than a coin is of interest; nothing is better than 1, above which the dot has room. */
export const LEAST_ACCURACY = 0.45;
export const MOST_ACCURACY = 1.02;
/** From so many epochs on equal factors are equally far apart: most is learnt in the first ones. */
const LONG = 30;
/** One of many, which must not tell how many agree. */
const FAINT = 0.34;

/** Every run of a picture, the leader last: of a big class it may not be among the fair sample. */
export function everyRun({ runs, leader }: Pick<Summary, 'runs' | 'leader'>): readonly ClassRun[] {
  const lead = leader && keyOf(leader.submission);
  return [...runs.filter(({ submission }) => keyOf(submission) !== lead), ...(leader ? [leader] : [])];
}

/** All of one measure: accuracy, unless these are runs from before it was kept on the way. */
export function fieldOf(picture: Pick<Summary, 'runs' | 'leader'>): Field {
  const all = everyRun(picture);
  const loss = all.length > 0 && all.every(({ curve }) => !curve);
  return {
    measure: loss ? 'loss' : 'accuracy',
    runs: loss ? all : all.filter(({ curve }) => curve),
    leader: picture.leader,
  };
}

/**
 * Upwards the accuracy, or the loss. To the right, while the race is on, how much of its own training each network has
 * done, since its epochs would tell the class what the leader did; afterwards the epochs.
 */
export const scalesOf = ({ measure, runs }: Field, open: boolean): Scales => ({
  x: open ? { domain: [0, 1 + ROOM] } : epochsOf(runs),
  y: {
    domain:
      measure === 'accuracy'
        ? [LEAST_ACCURACY, MOST_ACCURACY]
        : [0, ceiling(runs.map(({ losses = [] }) => losses))],
  },
});

/** After so many epochs, what is measured. */
function wayOf({ curve, losses = [], submission: { epochs } }: ClassRun): readonly CurvePoint[] {
  const every = epochs / Math.max(1, losses.length - 1);
  return curve ?? losses.map((loss, i) => [i * every, loss]);
}

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
  open: boolean,
  { x, y }: Scales,
): readonly Course[] {
  const [across, up] = [sharesOf({ ...x, name: '' }), sharesOf({ ...y, name: '' })];
  return runs.map((run) => ({
    key: keyOf(run.submission),
    points: wayOf(run)
      // A logarithmic axis has no place for what was before the first epoch.
      .filter(([epoch]) => !x.log || epoch > 0)
      .map(([epoch, value]) => [across(open ? epoch / run.submission.epochs : epoch), up(value)]),
    leads: run === leader,
    weight: open ? FAINT : Math.min(0.8, 0.24 + 0.08 * run.count),
    free: open ? null : isFree(view, run),
  }));
}
