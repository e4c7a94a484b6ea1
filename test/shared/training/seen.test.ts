import { describe, expect, test } from 'vitest';
import { bars, digits } from '#shared/activities/race/families/cnn/samples';
import { co2 } from '#shared/activities/race/families/rnn/samples';
import { tokens } from '#shared/activities/race/families/transformer/samples';
import type { Config } from '#shared/activities/race/config';
import { familyOf } from '#shared/activities/race/families';
import { rulesOf } from '#shared/activities/race/rules';
import { outputOf } from '#shared/training/families';
import { merit, skill } from '#shared/training/merit';
import { classesOf } from '#shared/training/output';
import { meanSquaredError } from '#shared/training/score';
import { predicted, seen, unpacked } from '#shared/training/seen';
import { TOKENS } from '#shared/training/sets/tokens';
import { reference } from '#shared/training/ensemble';
import { SEED } from '../../support/session';

/** The recommended network of a race, trained on what is visible. */
function learned(config: Config, epochs: number) {
  const { choice } = rulesOf(config);
  const { train } = familyOf(config).parts(SEED);
  const recipe = { ...choice(familyOf(config).good()), train, seeds: [SEED] };
  const { lanes, tick } = reference(recipe);
  tick(epochs);
  const [lane] = lanes;
  return { recipe, train, lane: lane!, weights: lane!.weights, classes: classesOf(outputOf(recipe)) };
}

describe('what there is to see of a network that tells classes', () => {
  test.each(Object.entries({ bars, digits }))(
    'is which class it takes for which, evenly of all: %s',
    (_, config) => {
      const { recipe, train, lane, weights, classes } = learned(config, 5);
      const { confusion } = unpacked(seen(recipe, weights, train, []), classes, 0);
      const rows = Array.from({ length: classes }, (_row, name) =>
        confusion.subarray(name * classes, (name + 1) * classes),
      );
      const sums = rows.map((row) => row.reduce((sum, count) => sum + count, 0));
      expect(Math.min(...sums)).toBeGreaterThan(3);
      const right = rows.map((row, name) => (row[name] ?? 0) / (sums[name] ?? 1));
      const mean = right.reduce((sum, share) => sum + share, 0) / classes;
      expect(Math.abs(mean - lane.judge(train))).toBeLessThan(0.1);
    },
  );

  test('a map of each kernel, which is silent where there is nothing', () => {
    const { recipe, train, weights, classes } = learned(bars, 5);
    const [one] = unpacked(seen(recipe, weights, train, [0, 1]), classes, 2).shown;
    expect(one?.inner).toHaveLength(4 * 36);
    expect(Math.min(...one!.inner)).toBe(0);
    expect(one!.p.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
  });

  test('the attention that the last token gives the others, all of which is one for each head', () => {
    const { recipe, train, weights, classes } = learned(tokens, 10);
    const [one] = unpacked(seen(recipe, weights, train, [0]), classes, 1).shown;
    expect(one?.inner).toHaveLength(TOKENS);
    expect(one!.inner.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
    const asked = train.x[2 * (TOKENS - 1)];
    const place = Array.from({ length: TOKENS - 1 }, (_, i) => train.x[2 * i]).indexOf(asked);
    expect(one!.inner.indexOf(Math.max(...one!.inner))).toBe(place);
  });
});

test('what a network predicts has the error by which it is judged', () => {
  const { recipe, train, lane, weights } = learned(co2, 3);
  const said = predicted(recipe, weights, train);
  expect(meanSquaredError(train, (i) => said[i]!)).toBeCloseTo(lane.judge(train), 5);
  expect(merit(outputOf(recipe), train, lane.judge(train))).toBeGreaterThan(0.3);
});

test('an error is worth what is gone of it, and nothing where it has grown', () => {
  expect([skill(0.25, 1), skill(1, 1), skill(2, 1), skill(0, 1), skill(0, 0)]).toEqual([0.75, 0, 0, 1, 0]);
});
