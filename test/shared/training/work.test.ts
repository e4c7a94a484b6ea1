import { describe, expect, test } from 'vitest';
import type { Config, Submission } from '#shared/activities/race/config';
import { check, costOf } from '#shared/activities/race/check';
import * as linear from '#shared/activities/race/families/linear/samples';
import { bars, digits } from '#shared/activities/race/families/cnn/samples';
import { circle, moons, penguins, spiral, xor } from '#shared/activities/race/families/mlp/samples';
import { co2, temperatures } from '#shared/activities/race/families/rnn/samples';
import { tokens } from '#shared/activities/race/families/transformer/samples';
import { biggest, bots } from '#shared/activities/race/bots';
import { job } from '#shared/activities/race/job';
import { longest } from '#shared/activities/race/longest';
import { batches, MOST_EPOCHS } from '#shared/activities/race/terms';
import { rng } from '#shared/rng';
import { checked } from '#shared/training/check';
import { MOST_ENERGY, MOST_WORK } from '#shared/training/limits';
import type { Family, TrainingRequest } from '#shared/training/request';
import { workOf } from '#shared/training/work';
import { MEASURED, patienceWith, TIMES_SLOWER } from '../../../server/workers/patience';
import { corners, dearest, hollow, type Part } from '../../load/training/corners';
import { SEED } from '../../support/session';

const request = job(circle, { layers: [4], rate: 0.1, epochs: 30 }, SEED);

describe('work', () => {
  const twice = ({ x, y }: TrainingRequest['open']) => ({ x: [...x, ...x], y: [...y, ...y] });

  test('counts judging as well as learning: more of either is more, and nothing of both is for nothing', () => {
    const work = workOf(request);
    for (const part of ['train', 'open', 'hidden'] as const)
      expect(workOf({ ...request, [part]: twice(request[part]) })).toBeGreaterThan(work);
    for (const more of [
      { epochs: 31 },
      { seeds: [...request.seeds, 'one more'] },
      { optimiser: 'adam' } as const,
    ])
      expect(workOf({ ...request, ...more })).toBeGreaterThan(work);
    expect(workOf({ ...request, epochs: 0 })).toBeGreaterThan(0);
  });

  test('is in proportion to the runs', () => {
    const [one] = request.seeds;
    expect(workOf(request)).toBeCloseTo(8 * workOf({ ...request, seeds: [one!] }), 3);
  });
});

describe('what is allowed', () => {
  const found = corners.flatMap((corner) => {
    const asked = dearest(corner, MOST_WORK, hollow);
    return asked ? [{ corner, family: corner.design.family, asked }] : [];
  });

  test('has corners in every family, most of them limited by nothing but the work', () => {
    const count = (family: Family) => found.filter((one) => one.family === family).length;
    for (const family of ['linear', 'mlp', 'cnn', 'rnn', 'transformer'] as const)
      expect(count(family)).toBeGreaterThan(10);
    const full = found.filter(({ asked }) => workOf(asked) > MOST_WORK / 2);
    expect(full.length).toBeGreaterThan(found.length / 4);
  });

  test('is taken at every corner, and one run more than the work allows is refused', () => {
    const zeros: Part = ({ inputs }, n) => ({
      x: new Array<number>(n * inputs).fill(0),
      y: new Array<number>(n).fill(0),
    });
    // Those of few numbers: to look at millions of zeros takes seconds and tells no more.
    const small = found.filter(({ asked: { open, hidden } }) => open.x.length + hidden.x.length < 100_000);
    expect(new Set(small.map(({ family }) => family)).size).toBe(5);
    for (const { corner } of small) {
      const asked = dearest(corner, MOST_WORK, zeros)!;
      expect({ name: corner.name, ok: checked(asked).ok }).toEqual({ name: corner.name, ok: true });
      const more = { ...asked, seeds: [...asked.seeds, 'one more'] };
      if (asked.seeds.length < 16 && workOf(more) > MOST_WORK)
        expect(checked(more)).toEqual({ ok: false, error: 'over-energy' });
    }
  });

  test('has a patience of ten times what the reference takes for it, and of minutes at most', () => {
    for (const { asked } of found) {
      expect(patienceWith(asked)).toBeGreaterThan(TIMES_SLOWER * MEASURED * workOf(asked));
      expect(patienceWith(asked)).toBeLessThan(17 * 60_000);
    }
  });
});

describe('a race', () => {
  const free = { energy: { max: MOST_ENERGY, par: 1 }, samples: 1_000 };
  const races: readonly Config[] = [
    ...[circle, xor, penguins, moons, spiral, linear.moons, linear.penguins],
    ...[bars, digits, co2, temperatures, tokens],
  ];

  test('of the built-in kind is trained, whatever is sent', () => {
    const random = rng(SEED, 'any network');
    for (const race of races)
      for (let i = 0; i < 20; i++) expect(checked(job(race, bots.random(race, random), SEED)).ok).toBe(true);
    for (const race of races) expect(checked(job(race, biggest(race), SEED)).ok).toBe(true);
  });

  test('as dear as a lesson may allow is within the work, in every size and by one sample at a time', () => {
    const dear: Config = {
      ...{ ...circle, ...free, freed: { activation: true, batch: true } },
      limits: { layers: 3, neurons: 8, rate: [0.001, 10], epochs: [1, MOST_EPOCHS] },
    };
    const data = job(dear, { layers: [1], rate: 0.1, epochs: 1 }, SEED);
    const neurons = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    let most = 0;
    for (const a of neurons)
      for (const b of neurons)
        for (const c of neurons) {
          const layers = [a, b, c].filter((n) => n > 0);
          const submission: Submission = {
            layers,
            rate: 0.1,
            epochs: 1,
            batch: batches[0],
            activation: 'tanh',
          };
          const sent = { ...submission, epochs: longest(dear, submission) };
          expect(check(dear, sent).ok && costOf(dear, sent) <= MOST_ENERGY).toBe(true);
          most = Math.max(
            most,
            workOf({ ...data, layers, epochs: sent.epochs, batch: 1 } as TrainingRequest),
          );
        }
    expect(most).toBeLessThan(MOST_WORK);
    // Not by much: a limit that no race comes near would let others wait for a thread that hangs.
    expect(most).toBeGreaterThan(MOST_WORK / 2);
  });

  test('of the linear family, too', () => {
    const dear: Config = {
      ...{ ...linear.moons, ...free, freed: { batch: true } },
      limits: { rate: [0.001, 10], epochs: [1, MOST_EPOCHS] },
    };
    const sent: Submission = { family: 'linear', rate: 0.1, epochs: MOST_EPOCHS, batch: 1 };
    expect(check(dear, sent).ok).toBe(true);
    expect(checked(job(dear, sent, SEED)).ok).toBe(true);
  });
});
