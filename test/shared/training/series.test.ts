import { describe, expect, test } from 'vitest';
import { co2 } from '#shared/training/sets/co2';
import { persistence, seriesRace, windowsOf, type Series } from '#shared/training/sets/series';
import { temperatures } from '#shared/training/sets/temperatures';
import type { Samples } from '#shared/training/samples';

const all: Readonly<Record<string, Series>> = { co2, temperatures };

describe('the series', () => {
  test('CO2: 741 months in ppm from March 1958 to April 2020, five are missing', () => {
    const gaps = co2.values.flatMap((value, i) => (Number.isNaN(value) ? [i] : []));
    expect([co2.values.length, gaps]).toEqual([746, [3, 7, 71, 72, 73]]);
    expect([co2.values[0], co2.values.at(-1)]).toEqual([315.7, 416.18]);
    for (const value of co2.values) if (!Number.isNaN(value)) expect(value > 313 && value < 417).toBe(true);
  });

  test('temperatures: the 1461 days of 2012 to 2015, in degrees', () => {
    expect([temperatures.values.length, temperatures.values[0], temperatures.values.at(-1)]).toEqual([
      1461, 12.8, 5.6,
    ]);
    for (const value of temperatures.values) expect(value > -5 && value < 40).toBe(true);
  });

  test.each(Object.keys(all))('%s: changes are told in standard deviations', (name) => {
    const { values, deviation } = all[name] as Series;
    const { y } = windowsOf(values, deviation, 1);
    expect(Math.sqrt(y.reduce((sum, change) => sum + change * change, 0) / y.length)).toBeCloseTo(1, 1);
  });

  test('CO2 is cut at January 1990 and January 2005', () => {
    // What the table says of these months.
    expect([co2.values[co2.open], co2.values[co2.hidden]]).toEqual([353.66, 378.34]);
  });
});

describe('a window', () => {
  test('holds changes, in deviations, and the change that follows them', () => {
    expect(windowsOf([1, 2, 4, 7, 7], 2, 2)).toEqual({ x: [0.5, 1, 1, 1.5], y: [1.5, 0] });
  });

  test('never reaches over a gap', () => {
    expect(windowsOf([1, 2, NaN, 4, 7, 9], 1, 1)).toEqual({ x: [3], y: [2] });
  });

  test('is the same after a way through JSON', () => {
    const { train } = seriesRace(co2, 12);
    const bits = (x: readonly number[]) => [...new Uint32Array(Float32Array.from(x).buffer)];
    expect(bits((JSON.parse(JSON.stringify(train)) as Samples).x)).toEqual(bits(train.x));
  });
});

describe('a race on a series', () => {
  const parts = (series: Series) => Object.values(seriesRace(series, 12));

  test('has 345, 167 and 171 windows of a year of CO2', () => {
    expect(parts(co2).map(({ y }) => y.length)).toEqual([345, 167, 171]);
  });

  test('has 718, 352 and 352 windows of twelve days of temperatures', () => {
    expect(parts(temperatures).map(({ y }) => y.length)).toEqual([718, 352, 352]);
  });

  test.each(Object.keys(all))('%s: no value belongs to two parts', (name) => {
    const series = all[name] as Series;
    // Each value becomes its own index squared, so that a change tells between which two values it lies.
    const squares = { ...series, values: series.values.map((value, i) => value * 0 + i * i), deviation: 1 };
    const used = parts(squares).map(({ x, y }) => {
      const indices = [...x, ...y].map((change) => (change - 1) / 2);
      return [Math.min(...indices), Math.max(...indices) + 1];
    });
    expect(used[0]?.[1]).toBe(series.open - 1);
    expect(used[1]).toEqual([series.open, series.hidden - 1]);
    expect(used[2]).toEqual([series.hidden, series.values.length - 1]);
  });
});

describe('persistence', () => {
  test('is the error of saying that the next value is the last one', () => {
    const values = [3, 5, 4, 4, 7];
    const errors = values.slice(2).map((value, i) => (value - (values[i + 1] as number)) ** 2);
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    expect(persistence(windowsOf(values, 1, 1))).toBeCloseTo(mean, 12);
  });

  test('on the private years: 1.36 ppm of CO2, 2.9 degrees', () => {
    const root = (series: Series, steps: number) =>
      series.deviation * Math.sqrt(persistence(seriesRace(series, steps).hidden));
    expect(root(co2, 12)).toBeCloseTo(1.36, 2);
    expect(root(temperatures, 14)).toBeCloseTo(2.92, 1);
  });
});
