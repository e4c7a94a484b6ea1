import type { OwnConfig, Submission } from '#shared/activities/race/config';
import { costOf } from '#shared/activities/race/check';
import { rates, type Rate } from '#shared/activities/race/rates';
import { MOST_ENERGY } from '#shared/training/limits';
import type { TrainingRequest } from '#shared/training/request';
import { workOf } from '#shared/training/work';
import { requestOf, sessionOf, type Bench } from './bench';

/** A network that was trained, and what it came to on all rows that judge, 0..1. */
export interface Tried {
  readonly submission: Submission;
  readonly cost: number;
  readonly figure: number;
  /** Whether it has a hidden layer. */
  readonly hidden: boolean;
}

const SIZES = [2, 4, 8];
const SHAPES = [[], ...SIZES.map((neurons) => [neurons]), [4, 4], [8, 8]];
const RATES: readonly Rate[] = [0.05, 0.2, 0.5, 1];
const EPOCHS = [500, 300, 200, 100, 50, 30, 20, 10];

/** Hidden layers that the limits allow; of a linear model none. */
function shapesOf(config: OwnConfig): readonly (readonly number[])[] {
  if (config.family === 'linear') return [[]];
  const { layers, neurons } = config.limits;
  const fitting = SHAPES.map((shape) => shape.map((wanted) => Math.min(wanted, neurons)));
  return fitting.filter((shape, i) => {
    const first = fitting.findIndex((other) => other.join() === shape.join());
    return shape.length <= layers && first === i;
  });
}

/** Some rates within the limits, or the nearest ones. */
const ratesOf = ({
  limits: {
    rate: [least, most],
  },
}: OwnConfig): readonly Rate[] =>
  rates.filter((rate) => RATES.some((wanted) => Math.min(most, Math.max(least, wanted)) === rate));

function networkOf(config: OwnConfig, shape: readonly number[], rate: Rate, epochs: number): Submission {
  return config.family === 'linear'
    ? { family: 'linear', rate, epochs }
    : { layers: [...shape], rate, epochs };
}

/** It is judged by all rows that judge in any session, on its way too. */
export function judgedByAll(
  config: OwnConfig,
  submission: Submission,
  secret = sessionOf(0),
  runs?: number,
): TrainingRequest {
  const request = requestOf(config, submission, secret, runs);
  const { open, hidden } = request;
  return { ...request, open: { x: [...open.x, ...hidden.x], y: [...open.y, ...hidden.y] } };
}

/** So many epochs are tried at most: as many as the work pays for, within the limits. */
function longestOf(config: OwnConfig, bench: Bench): number {
  const [least, most] = config.limits.epochs;
  const workFor = (epochs: number) =>
    shapesOf(config).reduce((sum, shape) => {
      const each = ratesOf(config).map((rate) => networkOf(config, shape, rate, epochs));
      return sum + each.reduce((all, one) => all + workOf(judgedByAll(config, one)), 0);
    }, 0);
  const found = EPOCHS.find((epochs) => workFor(epochs) <= bench.left / 2) ?? 1;
  return Math.max(least, Math.min(most, found));
}

/** A network after each of the epochs at which it was looked at; a figure counts that is not lost by the next look. */
function afterEach(config: OwnConfig, submission: Submission, bench: Bench): readonly Tried[] {
  const { openCurve = [] } = bench.train(judgedByAll(config, submission));
  return openCurve.flatMap(([epochs, open], i): Tried[] => {
    const [, next] = openCurve[i + 1] ?? [epochs, open];
    const one = { ...submission, epochs };
    const hidden = 'layers' in submission && submission.layers.length > 0;
    const tried = { submission: one, cost: costOf(config, one), figure: Math.min(open, next), hidden };
    return epochs >= config.limits.epochs[0] && epochs > 0 ? [tried] : [];
  });
}

/** Networks of the race's family from small to large, learning from slowly to fast, after few epochs and after many. */
export function triedOn(config: OwnConfig, bench: Bench): readonly Tried[] {
  const longest = longestOf(config, bench);
  return shapesOf(config)
    .flatMap((shape) => ratesOf(config).map((rate) => networkOf(config, shape, rate, longest)))
    .flatMap((submission) => afterEach(config, submission, bench))
    .filter(({ cost }) => cost <= MOST_ENERGY / 4);
}
