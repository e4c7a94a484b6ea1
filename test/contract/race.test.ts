import { describe, expect, test } from 'vitest';
import type { Config, Submission } from '#shared/activities/race/config';
import { race } from '#shared/activities/race/index';
import { biggest, bots, knows } from '#shared/activities/race/bots';
import { grade } from '#shared/activities/race/grade';
import { job } from '#shared/activities/race/job';
import { judgesIn, rulesOf, visibleTo } from '#shared/activities/race/rules';
import { addToSummary, MOST_RUNS, shown } from '#shared/activities/race/picture';
import { bars, digits } from '#shared/activities/race/families/cnn/samples';
import * as linear from '#shared/activities/race/families/linear/samples';
import * as mlp from '#shared/activities/race/families/mlp/samples';
import { co2, temperatures } from '#shared/activities/race/families/rnn/samples';
import { tokens } from '#shared/activities/race/families/transformer/samples';
import type { Seed } from '#shared/rng';
import { derive, rng, shuffled } from '#shared/rng';
import type { TrainingResult } from '#shared/training/request';
import { trainByKernel } from '../support/kernel';
import { luckOf, nearly, secretsOf } from '../support/raced';
import { SEED } from '../support/session';

const { circle, moons, penguins, spiral, xor } = mlp;

/** As in the long lesson: another step shows the rest. */
const shared: Config = { ...penguins, share: [40, 100] };
const secret = derive(SEED, 'secret');
const seat = derive(SEED, 'seat');
const configs: Readonly<Record<string, Config>> = {
  ...{ circle, xor, penguins, 'penguins, a share': shared },
  ...{ 'moons, linear': linear.moons, 'penguins, linear': linear.penguins },
  ...{ 'own table': mlp.own, 'own table, linear': linear.own, 'own table, a share': linear.ownShared },
  ...{ moons, spiral, bars, digits, co2, temperatures, tokens },
};

/** Random configurations for each data set: a multiple of 3, few enough to train for real in a test. */
const TRIES = 30;
/** What takes long to train: luck is measured there by `npm run bench:races` (docs/races.md). */
const LONG = ['bars', 'digits', 'co2', 'temperatures', 'tokens', 'spiral'];

const trained = (config: Config, submission: Submission, of: Seed = secret): TrainingResult =>
  trainByKernel(job(config, submission, of));
const gradeOf = (config: Config, submission: Submission, of: Seed = secret) =>
  grade(config, submission, { seat, secret: of, result: trained(config, submission, of) });
/** Samples that are seen, that judge in public and in private, of tables; all others are drawn. */
const counts: Readonly<Record<string, readonly number[]>> = {
  penguins: [100, 70, 104],
  'penguins, linear': [100, 70, 104],
  'penguins, a share': [100, 42, 62],
  'own table': [120, 56, 84],
  'own table, linear': [60, 32, 48],
  'own table, a share': [60, 16, 24],
  digits: [400, 297, 1_100],
  co2: [345, 167, 171],
  temperatures: [716, 350, 350],
};
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

describe.each(Object.entries(configs))('bots on %s', (name, config) => {
  test('size and doing nothing stay under 0.35, knowing is over 0.9', () => {
    expect(gradeOf(config, bots.constant(config)).score).toBeLessThan(0.35);
    expect(gradeOf(config, biggest(config)).score).toBeLessThan(0.35);
    const secrets = [0, 1, 2, 3].map((i) => derive(SEED, `other secret ${i}`));
    const known = secrets.map((other) => gradeOf(config, knows(config), other).score);
    expect(Math.min(...known)).toBeGreaterThan(0.9);
  });

  if (!LONG.includes(name))
    test('luck stays under 0.35', () => {
      const random = Array.from(
        { length: TRIES },
        (_, i) => gradeOf(config, bots.random(config, rng(SEED, `race/${i}`))).score,
      );
      const thirds = random.filter((_, i) => i % 3 === 0);
      const best = thirds.map((_, i) => Math.max(...random.slice(3 * i, 3 * i + 3)));
      expect(mean(random)).toBeLessThan(0.35);
      expect(mean(best)).toBeLessThan(0.35);
    });

  test('visible, public and private samples are as many as they should be', () => {
    const { open, hidden } = judgesIn(race.reveal(config, { secret }));
    const visible = visibleTo(race.view(config, seat));
    expect([visible, open, hidden].map(({ y }) => y.length)).toEqual(
      counts[name] ?? [config.samples, 500, 2_000],
    );
  });

  test('what is revealed is enough to get the very result of the server', () => {
    const submission = knows(config);
    const told = race.reveal(config, { secret });
    const request = {
      ...{ ...rulesOf(config).choice(submission), seeds: told.seeds },
      ...{ train: visibleTo(race.view(config, null)), ...judgesIn(told) },
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

describe('a network of another family that is nearly the recommended one', () => {
  test.each(Object.entries({ moons, bars, digits, co2, tokens }))(
    'gains at most 0.03 in five tries on %s',
    (_, config) => {
      expect(luckOf(config, nearly(config), secretsOf(3))).toBeLessThanOrEqual(0.03);
    },
  );

  test('nor does a state of 5 at a rate of 0.05 on CO2', () => {
    const five: Submission = { family: 'rnn', state: 5, rate: 0.05, epochs: 40 };
    expect(luckOf(co2, five, secretsOf(8))).toBeLessThanOrEqual(0.03);
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
