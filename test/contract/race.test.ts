import { describe, expect, test } from 'vitest';
import type { Config, Submission } from '#shared/activities/race/config';
import { race } from '#shared/activities/race/index';
import { biggest, bots, knows } from '#shared/activities/race/bots';
import { grade } from '#shared/activities/race/grade';
import { job } from '#shared/activities/race/job';
import { judgedBy, visibleFrom } from '#shared/activities/race/plane/points';
import { addToSummary, MOST_RUNS, shown } from '#shared/activities/race/picture';
import * as linear from '#shared/activities/race/families/linear/samples';
import { circle, penguins, xor } from '#shared/activities/race/families/mlp/samples';
import type { Seed } from '#shared/rng';
import { derive, rng, shuffled } from '#shared/rng';
import type { Design, TrainingResult } from '#shared/training/request';
import { trainByKernel } from '../support/kernel';
import { SEED } from '../support/session';

/** As in the long lesson: another step shows the rest. */
const shared: Config = { ...penguins, share: [40, 100] };
const secret = derive(SEED, 'secret');
const seat = derive(SEED, 'seat');
const configs: Readonly<Record<string, Config>> = {
  ...{ circle, xor, penguins, 'penguins, a share': shared },
  ...{ 'moons, linear': linear.moons, 'penguins, linear': linear.penguins },
};

/** Random configurations for each data set: a multiple of 3, few enough to train for real in a test. */
const TRIES = 30;

const trained = (config: Config, submission: Submission, of: Seed = secret): TrainingResult =>
  trainByKernel(job(config, submission, of));
const gradeOf = (config: Config, submission: Submission, of: Seed = secret) =>
  grade(config, submission, { seat, secret: of, result: trained(config, submission, of) });
/** What the core calls the network of a submission, where the step frees nothing. */
const designOf = (submission: Submission): Design =>
  submission.family === undefined
    ? { family: 'mlp', layers: submission.layers, activation: 'tanh' }
    : { family: 'linear', output: { curve: 'sigmoid' } };
const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

describe('examples, trained for real', () => {
  const judged = race.examples.flatMap((one) =>
    'expect' in one && one.name !== 'invalid'
      ? [{ ...one, data: one.config.data, family: one.config.family }]
      : [],
  );
  test.each(judged)('example %#: $name on $data of $family is worth $expect', (example) => {
    const { score } = gradeOf(example.config, example.submission as Submission);
    expect(score).toBeCloseTo(example.expect, 12);
  });
});

describe.each(Object.entries(configs))('bots on %s', (_, config) => {
  test('luck, size and doing nothing stay under 0.35, knowing is over 0.9', () => {
    const random = Array.from(
      { length: TRIES },
      (_, i) => gradeOf(config, bots.random(config, rng(SEED, `race/${i}`))).score,
    );
    const thirds = random.filter((_, i) => i % 3 === 0);
    const best = thirds.map((_, i) => Math.max(...random.slice(3 * i, 3 * i + 3)));
    expect(mean(random)).toBeLessThan(0.35);
    expect(mean(best)).toBeLessThan(0.35);
    expect(gradeOf(config, bots.constant(config)).score).toBeLessThan(0.35);
    expect(gradeOf(config, biggest(config)).score).toBeLessThan(0.35);
    const other = (i: number) => derive(SEED, `other secret ${i}`);
    const known = [0, 1, 2, 3].map((i) => gradeOf(config, knows(config), other(i)).score);
    expect(Math.min(...known)).toBeGreaterThan(0.9);
  });

  test('visible, public and private points have no row in common', () => {
    const { open, hidden } = judgedBy(race.reveal(config, { secret }).judges);
    const visible = visibleFrom(race.view(config, seat).visible);
    const ofPenguins = config.share ? [100, 42, 62] : [100, 70, 104];
    expect([visible, open, hidden].map(({ y }) => y.length)).toEqual(
      config.data === 'penguins' ? ofPenguins : [config.samples, 500, 2_000],
    );
    if (config.data !== 'penguins' || config.share) return;
    const rows = [visible, open, hidden].map(({ y }) => y.filter((one) => one === 1).length);
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(123);
  });

  test('what is revealed is enough to get the very result of the server', () => {
    const submission = knows(config);
    const told = race.reveal(config, { secret });
    const request = {
      ...{ ...designOf(submission), batch: 10, seeds: told.seeds },
      ...{ train: visibleFrom(race.view(config, null).visible), ...judgedBy(told.judges) },
      ...{ rate: submission.rate, epochs: submission.epochs },
    };
    expect(trainByKernel(request)).toEqual(trained(config, submission));
  });
});

describe('another draw of nearly the same network', () => {
  /** Networks that are nearly there: some luck would be worth most to them. */
  const nearly = (config: Config, widths: readonly number[][]) =>
    widths.map((layers) => ({ config, layers, rate: 0.1 as const, epochs: 30 }));
  const raced = {
    xor: nearly(xor, [[2], [3], [4], [2, 2]]),
    circle: nearly(circle, [[2], [3], [4], [2, 2]]),
    penguins: nearly(penguins, [[], [1], [2]]),
  };
  const secrets = [0, 1, 2, 3].map((i) => derive(SEED, `luck ${i}`));

  /** Five tries, an epoch or two apart: what the best of them in public is worth, over what any of them is. */
  function gained({ config, layers, rate, epochs }: ReturnType<typeof nearly>[number], of: Seed): number {
    const tries = [-2, -1, 0, 1, 2].map((more) => {
      const submission: Submission = { layers, rate, epochs: epochs + more };
      const result = trained(config, submission, of);
      return { open: result.open, score: grade(config, submission, { seat, secret: of, result }).score };
    });
    const sent = tries.reduce((best, one) => (one.open > best.open ? one : best));
    return sent.score - mean(tries.map(({ score }) => score));
  }

  test.each(Object.entries(raced))('gains at most 0.03 in five tries on %s', (_, bases) => {
    const gains = bases.flatMap((base) => secrets.map((of) => gained(base, of)));
    expect(mean(gains)).toBeLessThanOrEqual(0.03);
  });
});

describe('the class picture', () => {
  const results = new Map<string, TrainingResult>();
  const resultOf = (submission: Submission): TrainingResult => {
    const key = JSON.stringify(submission);
    const known = results.get(key) ?? trained(penguins, submission);
    results.set(key, known);
    return known;
  };
  const pictureOf = (submissions: readonly Submission[], waiting = 0) =>
    submissions.reduce(
      (summary, submission, i) =>
        addToSummary(
          penguins,
          summary,
          submission,
          { seat, secret },
          i < submissions.length - waiting ? resultOf(submission) : null,
        ),
      race.emptySummary(penguins),
    );
  const many = Array.from({ length: 400 }, (_, i): Submission => ({
    ...{ layers: [1 + (i % 8)], rate: 0.1, epochs: 1 + ((i >> 3) % 25) },
  }));

  test('does not depend on the order, and stays bounded however many differ', () => {
    const picture = pictureOf(many);
    expect(picture).toMatchObject({ sent: 400, done: 400 });
    expect(picture.runs).toHaveLength(MOST_RUNS);
    expect(JSON.stringify(picture).length).toBeLessThan(40_000);
    expect(pictureOf(shuffled(many, rng(SEED, 'order')))).toEqual(picture);
  });

  test('counts equal configurations as one run, and says how many still train', () => {
    const same: Submission[] = [knows(penguins), knows(penguins), bots.constant(penguins)];
    const picture = pictureOf(same, 1);
    expect(picture).toMatchObject({ sent: 3, done: 2, runs: [{ count: 2 }], leader: { count: 2 } });
  });

  test('tells how each network got better in public; of a result that was logged before that was kept, its loss', () => {
    const submission = knows(penguins);
    const result = resultOf(submission);
    const [run] = pictureOf([submission]).runs;
    expect(run).not.toHaveProperty('losses');
    expect(run?.curve?.at(-1)).toEqual([submission.epochs, expect.closeTo(result.open, 3)]);
    const { openCurve: _, ...older } = result;
    const { runs } = addToSummary(penguins, race.emptySummary(penguins), submission, { seat, secret }, older);
    expect(runs[0]).not.toHaveProperty('curve');
    expect(runs[0]?.losses?.at(-1)).toBeLessThan(runs[0]?.losses?.[0] ?? 0);
  });

  test('and what a student is shown hold nothing that private points said', () => {
    const submission = knows(circle);
    const result = trained(circle, submission);
    const other = { ...result, hidden: 0.123456 };
    const seen = (what: TrainingResult) => [
      shown(circle, submission, what),
      addToSummary(circle, race.emptySummary(circle), submission, { seat, secret }, what),
    ];
    expect(seen(other)).toEqual(seen(result));
  });
});
