import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { config as schema, type OwnConfig } from '#shared/activities/race/config';
import { costOf } from '#shared/activities/race/check';
import * as linear from '#shared/activities/race/families/linear/samples';
import * as mlp from '#shared/activities/race/families/mlp/samples';
import { rates } from '#shared/activities/race/rates';
import { rng } from '#shared/rng';
import { endsFor } from '#shared/tables/ends';
import { writeRows, type Row } from '#shared/tables/rows';
import { reference } from '#shared/training/ensemble';
import { workOf } from '#shared/training/work';
import { MOST, type Trains } from '../../server/tables/race/bench';
import { termsOf } from '../../server/tables/race/terms';
import { raceWorth } from '../../server/tables/race/worth';
import { kernelHere } from '../support/kernel';
import { SEED } from '../support/session';

const kernel: Trains = { core: kernelHere().core, most: MOST.kernel };

const axisOf = (values: readonly number[]) => ({
  name: { en: 'a column' },
  ...endsFor(Math.min(...values), Math.max(...values)),
});

/** Points of the unit square, of class 1 where `of` is above 0. */
function tableOf(count: number, of: (x: number, y: number, chance: number) => number, samples: number) {
  const random = rng(SEED, 'table');
  const next = () => random.below(10_000) / 10_000;
  const rows = Array.from({ length: count }, (): Row => {
    const [x, y, chance] = [next(), next(), next()];
    return { x, y, of: of(x, y, chance) > 0 ? 1 : 0 };
  });
  return {
    ...{ x: axisOf(rows.map(({ x }) => x)), y: axisOf(rows.map(({ y }) => y)) },
    ...{ rows: writeRows(rows, true), samples },
  };
}

const layered = (table: object): OwnConfig => ({ ...mlp.own, ...table });
const straight = (table: object): OwnConfig => ({ ...linear.own, ...table });

/** A race with the terms that are worked out for it. */
function withTerms(config: OwnConfig, trains = kernel): OwnConfig {
  const race = { ...config, ...termsOf(config, trains) };
  return v.parse(schema, race) as OwnConfig;
}

const heaps = tableOf(300, (x, y) => x + y - 1, 120);
const squares = tableOf(600, (x, y) => (x - 0.5) * (y - 0.5), 250);
const waves = tableOf(500, (x, _y, chance) => (x < 0.5 ? chance - 0.15 : chance - 0.85), 200);
const noise = tableOf(400, (_x, _y, chance) => chance - 0.5, 150);

describe('the terms of a race on a table', () => {
  test.each<[string, OwnConfig]>([
    ['that a line tells apart', layered(heaps)],
    ['that a line tells apart, for a linear model', straight(heaps)],
    ['of four squares', layered(squares)],
    ['whose classes overlap', layered(waves)],
    ['whose classes overlap, for a linear model', straight(waves)],
  ])('%s make it worth playing: who knows wins, who guesses does not', (_what, config) => {
    const race = withTerms(config);
    const worth = raceWorth(race, kernel);
    expect(worth).toMatchObject({ verdict: 'worth' });
    expect(worth?.scores.knows).toBeGreaterThan(0.85);
    expect(worth?.scores.constant).toBeLessThan(0.1);
    expect(costOf(race, race.good)).toBeLessThanOrEqual(race.energy.par);
  });

  test('give a hidden layer its worth where a line cannot do it', () => {
    const { good, accuracy } = withTerms(layered(squares));
    expect('layers' in good && good.layers.length).toBeGreaterThan(0);
    expect(accuracy.base).toBeGreaterThan(0.7);
    const { good: enough } = withTerms(layered(heaps));
    expect(enough).toMatchObject({ layers: [] });
  });

  test.each<[string, OwnConfig]>([
    ['where there is nothing to learn', layered(noise)],
    ['where a line tells nothing, for a linear model', straight(squares)],
  ])('%s it is said that it is not worth playing', (_what, config) => {
    expect(raceWorth(withTerms(config), kernel)).toMatchObject({ verdict: 'no-line' });
  });

  test('are the same whenever they are asked for', () => {
    expect(termsOf(layered(heaps), kernel)).toEqual(termsOf(layered(heaps), kernel));
  });

  test('fit whatever the limits are, and what stands there before need not', () => {
    const limits = fc
      .record({
        layers: fc.integer({ min: 0, max: 3 }),
        neurons: fc.integer({ min: 1, max: 8 }),
        rate: fc.tuple(fc.constantFrom(...rates), fc.constantFrom(...rates)),
        epochs: fc.tuple(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 2_000 })),
      })
      .map(({ rate: [a, b], epochs: [c, d], ...sizes }) => ({
        ...sizes,
        rate: [Math.min(a, b), Math.max(a, b)],
        epochs: [Math.min(c, d), Math.max(c, d)],
      }));
    const small = tableOf(60, (x, y) => x + y - 1, 20);
    fc.assert(
      fc.property(limits, fc.boolean(), ({ layers, neurons, ...learning }, alone) => {
        const race = alone
          ? straight({ ...small, limits: learning })
          : layered({ ...small, limits: { layers, neurons, ...learning } });
        expect(v.is(schema, { ...race, ...termsOf(race, kernel) })).toBe(true);
      }),
      { numRuns: 60, seed: 27 },
    );
  });
});

/** What trains, and how much work it was asked for. */
function counted(most: number): Trains & { readonly done: () => number } {
  let done = 0;
  const core: Trains['core'] = (request) => {
    done += 'epochs' in request ? workOf(request as Parameters<typeof workOf>[0]) : 0;
    return kernel.core(request);
  };
  return { core, most, done: () => done };
}

describe('whatever is asked for is bounded by its work', () => {
  const dear: OwnConfig = {
    ...layered(tableOf(2_000, (x, y) => (x - 0.5) * (y - 0.5), 400)),
    ...{ limits: { ...mlp.own.limits, epochs: [1, 2_000] }, family: 'mlp' },
    good: { layers: [8, 8, 8], rate: 0.1, epochs: 500 },
    energy: { max: 100_000_000, par: 50_000_000 },
  } as OwnConfig;

  test.each([MOST.kernel, MOST.reference])('of the dearest table no more than %i', (most) => {
    const [terms, worth] = [counted(most), counted(most)];
    expect(termsOf(dear, terms)).not.toBeNull();
    expect(terms.done()).toBeGreaterThan(0);
    expect(terms.done()).toBeLessThanOrEqual(most);
    expect(raceWorth({ ...dear, ...termsOf(dear, kernel) }, worth)).not.toBeNull();
    expect(worth.done()).toBeLessThanOrEqual(1.2 * most);
  });

  test('with what the reference can do in its time the terms still fit', () => {
    const trains = { core: reference, most: 300_000_000 };
    expect(v.is(schema, { ...layered(heaps), ...termsOf(layered(heaps), trains) })).toBe(true);
  });
});

test.each([null, 7, {}, mlp.circle, { ...mlp.own, rows: '1 2 0' }, { ...mlp.own, limits: null }])(
  '%j is no race on a table of one’s own',
  (config) => expect([termsOf(config, kernel), raceWorth(config, kernel)]).toEqual([null, null]),
);
