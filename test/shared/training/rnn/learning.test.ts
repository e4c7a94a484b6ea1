import { describe, expect, test } from 'vitest';
import { derive } from '#shared/rng';
import type { RnnDesign } from '#shared/training/rnn/design';
import { co2 } from '#shared/training/sets/co2';
import { persistence, seriesRace, type Series } from '#shared/training/sets/series';
import { temperatures } from '#shared/training/sets/temperatures';
import { train } from '#shared/training/train';
import { trainByKernel } from '../../../support/kernel';
import { SEED } from '../../../support/session';

const seeds = Array.from({ length: 4 }, (_, i) => derive(SEED, `run ${i}`));

/** Root mean squared errors on the private part, in the unit of the series: the median of four runs, and persistence. */
function errorsOf(series: Series, steps: number, neurons: number, epochs: number) {
  const race = seriesRace(series, steps);
  const design: RnnDesign = { family: 'rnn', neurons, perStep: 1, output: { curve: 'linear' } };
  const result = trainByKernel({ ...design, ...race, rate: 0.03, batch: 10, epochs, seeds });
  const inUnit = (square: number) => series.deviation * Math.sqrt(square);
  return { rnn: inUnit(result.hidden), persistence: inUnit(persistence(race.hidden)) };
}

describe('an rnn learns', () => {
  test('next month’s CO2 from a year of changes: less than half of the error of persistence', () => {
    const errors = errorsOf(co2, 12, 8, 40);
    expect(errors.rnn).toBeLessThan(0.6);
    expect(errors.rnn).toBeLessThan(errors.persistence / 2);
  });

  test('with two neurons less well, and still better than persistence', () => {
    const errors = errorsOf(co2, 12, 2, 40);
    expect(errors.rnn).toBeGreaterThan(0.6);
    expect(errors.rnn).toBeLessThan(errors.persistence);
  });

  test('tomorrow’s temperature, a little better than persistence', () => {
    const errors = errorsOf(temperatures, 14, 4, 20);
    expect(errors.rnn).toBeLessThan(0.98 * errors.persistence);
  });
});

test('an rnn at a rate beyond all reason diverges politely', () => {
  const design: RnnDesign = { family: 'rnn', neurons: 4, perStep: 1, output: { curve: 'linear' } };
  const result = train({ ...design, ...seriesRace(co2, 12), rate: 1e6, batch: 10, epochs: 5, seeds });
  expect(result).toMatchObject({ diverged: 4, weights: [] });
  expect(result.losses.flat().every(Number.isFinite)).toBe(true);
});
