import { rng } from '../../rng';
import type { TrainingResult } from '../../training/request';
import { costOf } from './check';
import type { Config, Submission } from './config';
import { medianCurve, thinned } from './curve';
import { familyOf } from './families';
import { keyOf } from './rules';
import type { ClassRun, Shown, Summary } from './view';

/** Different runs in a class picture; of more than these it shows a fair sample. */
export const MOST_RUNS = 120;
/** Points of a loss curve: a student's own, and one of the class picture. */
const OWN_POINTS = 20;
const CLASS_POINTS = 16;

/** To a ten-thousandth: finer than a picture or a figure shows. */
const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

const openOf = (config: Config, { open }: Pick<TrainingResult, 'open'>): number =>
  rounded(familyOf(config).merit('open', open));

/** What a student may see of a finished run while the round goes on: nothing that private points said. */
export const shown = (config: Config, submission: Submission, result: TrainingResult): Shown => ({
  accuracy: openOf(config, result),
  losses: result.losses.map((curve) => thinned(curve, OWN_POINTS)),
  diverged: result.diverged,
  energy: costOf(config, submission),
});

export const emptySummary = (): Summary => ({ sent: 0, done: 0, runs: [], leader: null });

export function addToSummary(
  config: Config,
  summary: Summary,
  submission: Submission,
  _seeds: unknown,
  result: TrainingResult | null,
): Summary {
  const sent = summary.sent + 1;
  if (!result) return { ...summary, sent };
  const arrived = { config, submission, result, lot: lotOf(submission) };
  return {
    sent,
    done: summary.done + 1,
    runs: withRun(summary.runs, arrived),
    leader: ahead(summary.leader, arrived),
  };
}

interface Arrived {
  readonly config: Config;
  readonly submission: Submission;
  readonly result: TrainingResult;
  readonly lot: number;
}

/** Which runs stay in a full picture depends on nothing but their own configuration, not on who came first. */
const lotOf = (submission: Submission): number => rng(keyOf(submission), 'class picture').uint32();

/** A run that diverged has fewer losses, at other epochs than the last ones of the others. */
const complete = (curves: readonly (readonly number[])[]) => {
  const longest = Math.max(0, ...curves.map((curve) => curve.length));
  return curves.filter((curve) => curve.length === longest);
};

const classRun = ({ config, submission, result, lot }: Arrived): ClassRun => ({
  submission,
  lot,
  count: 1,
  energy: costOf(config, submission),
  accuracy: openOf(config, result),
  ...curveOf(config, result),
});

/** To a thousandth, which is less than a picture shows: a big class is sent four times a second. */
const drawn = (value: number) => Math.round(value * 1_000) / 1_000;

const curveOf = (
  config: Config,
  { openCurve, losses }: TrainingResult,
): Pick<ClassRun, 'curve' | 'losses'> =>
  openCurve
    ? { curve: openCurve.map(([epoch, open]) => [epoch, drawn(familyOf(config).merit('open', open))]) }
    : { losses: medianCurve(complete(losses).map((curve) => thinned(curve, CLASS_POINTS))) };

/** The order of a picture: by lot, and by key where two lots should be equal. */
const order = (a: Pick<ClassRun, 'lot' | 'submission'>, b: Pick<ClassRun, 'lot' | 'submission'>): number =>
  a.lot - b.lot || (keyOf(a.submission) < keyOf(b.submission) ? -1 : 1);

const same = (a: Pick<ClassRun, 'lot' | 'submission'>, b: Pick<ClassRun, 'lot' | 'submission'>): boolean =>
  a.lot === b.lot && keyOf(a.submission) === keyOf(b.submission);

/** A curve is worked out only for a run that finds a place: pictures of big classes are folded often. */
function withRun(runs: readonly ClassRun[], arrived: Arrived): readonly ClassRun[] {
  const known = runs.findIndex((run) => same(run, arrived));
  if (known >= 0) return runs.map((run, i) => (i === known ? { ...run, count: run.count + 1 } : run));
  const after = runs.findIndex((run) => order(arrived, run) < 0);
  const at = after < 0 ? runs.length : after;
  if (at >= MOST_RUNS) return runs;
  return [...runs.slice(0, at), classRun(arrived), ...runs.slice(at)].slice(0, MOST_RUNS);
}

type Leader = NonNullable<Summary['leader']>;

/** More accurate, or as accurate with less energy; equal ones by lot, so that the order of arrival is nothing. */
function leads({ config, submission, result, lot }: Arrived, leader: Leader): boolean {
  const accuracy = openOf(config, result);
  if (accuracy !== leader.accuracy) return accuracy > leader.accuracy;
  const energy = costOf(config, submission);
  if (energy !== leader.energy) return energy < leader.energy;
  return order({ lot, submission }, leader) < 0;
}

function ahead(leader: Leader | null, arrived: Arrived): Leader {
  if (leader && same(leader, arrived)) return { ...leader, count: leader.count + 1 };
  if (leader && !leads(arrived, leader)) return leader;
  return { ...classRun(arrived), weights: arrived.result.weights.map(rounded) };
}
