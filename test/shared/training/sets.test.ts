import { describe, expect, test } from 'vitest';
import { derive, rng } from '#shared/rng';
import type { Points } from '#shared/training/request';
import { generatedKinds, generators } from '#shared/training/sets/generate';
import { penguinNames, penguins, pointsOf, splitPenguins } from '#shared/training/sets/penguins';
import { HIDDEN_POINTS, OPEN_POINTS, privatePoints, visiblePoints } from '#shared/training/sets/splits';
import { turn } from '#shared/training/sets/turn';
import { SEED } from '../../support/session';

const secret = derive(SEED, 'secret');
const pairs = ({ x, y }: Points) =>
  y.map((label, i) => ({ x0: x[2 * i] as number, x1: x[2 * i + 1] as number, y: label }));
const share = (points: Points) => points.y.filter((y) => y === 1).length / points.y.length;
const clean = (kind: keyof typeof generators) => pairs(visiblePoints(kind, 1_000, 0, SEED));

describe('generated data', () => {
  test.each(generatedKinds)('%s: as many points as asked for, both classes, inside -6 .. 6', (kind) => {
    const points = visiblePoints(kind, 301, 0, SEED);
    expect([points.x.length, points.y.length]).toEqual([602, 301]);
    expect(share(points)).toBeGreaterThan(0.4);
    expect(share(points)).toBeLessThan(0.6);
    for (const x of points.x) expect(Math.abs(x)).toBeLessThan(6);
  });

  test.each(generatedKinds)('%s: the same on a phone after a way through JSON', (kind) => {
    const points = visiblePoints(kind, 300, 25, SEED);
    const bits = (x: readonly number[]) => [...new Uint32Array(Float32Array.from(x).buffer)];
    const sent = JSON.parse(JSON.stringify(points)) as Points;
    expect(bits(sent.x)).toEqual(bits(points.x));
    for (const x of points.x) expect(x).toBe(Math.round(x * 100) / 100);
    expect(visiblePoints(kind, 300, 25, SEED)).toEqual(points);
    expect(visiblePoints(kind, 300, 25, secret)).not.toEqual(points);
  });

  test('circle: a disc in a ring, a gap of 1 between them', () => {
    for (const { x0, x1, y } of clean('circle')) {
      const r = Math.hypot(x0, x1);
      if (y === 1) expect(r).toBeLessThan(2.51);
      else expect(r).toBeGreaterThan(3.49);
      expect(r).toBeLessThan(5.01);
    }
  });

  test('xor: class 1 where the signs differ, nothing within 0.3 of an axis', () => {
    for (const { x0, x1, y } of clean('xor')) {
      expect(y).toBe(x0 > 0 === x1 > 0 ? 0 : 1);
      expect(Math.min(Math.abs(x0), Math.abs(x1))).toBeGreaterThanOrEqual(0.3);
    }
  });

  test('gauss: centres at 2 and -2, variance 0.5 + 7 noise', () => {
    for (const noise of [0, 25]) {
      const cloud = pairs(generators.gauss(20_000, noise, rng(SEED, 'gauss'))).filter(({ y }) => y === 1);
      const mean = cloud.reduce((sum, { x0 }) => sum + x0, 0) / cloud.length;
      const variance = cloud.reduce((sum, { x0 }) => sum + (x0 - mean) ** 2, 0) / cloud.length;
      expect(mean).toBeCloseTo(2, 1);
      expect(variance / (0.5 + (7 * noise) / 100)).toBeCloseTo(1, 1);
    }
  });

  test('spiral: two arms of 1.75 turns, each the other one turned by half', () => {
    const points = clean('spiral');
    points.slice(0, 500).forEach(({ x0, x1, y }, i) => {
      const [r, angle] = [(5 * i) / 500, 1.75 * (i / 500) * 2 * Math.PI];
      expect(x0).toBeCloseTo(r * Math.sin(angle), 1);
      expect(x1).toBeCloseTo(r * Math.cos(angle), 1);
      expect(points[500 + i]).toEqual({ x0: 0 - x0 + 0, x1: 0 - x1 + 0, y: 1 - y });
    });
  });

  test('moons: two half circles of radius 2.5', () => {
    for (const { x0, x1, y } of clean('moons')) {
      const [a, b] = y === 1 ? [x0 + 1.25, x1 + 0.625] : [x0 - 1.25, x1 - 0.625];
      expect(Math.hypot(a, b)).toBeCloseTo(2.5, 1);
    }
  });

  test('noise moves points over the border of the classes', () => {
    const mixed = pairs(visiblePoints('xor', 2_000, 20, SEED));
    const strayed = mixed.filter(({ x0, x1, y }) => y !== (x0 > 0 === x1 > 0 ? 0 : 1)).length;
    expect(strayed).toBeGreaterThan(40);
    expect(strayed).toBeLessThan(400);
  });

  test('students see one sample; the figures of the round and the points come from two others', () => {
    const { open, hidden } = privatePoints('circle', 0, secret);
    expect([open.y.length, hidden.y.length]).toEqual([OPEN_POINTS, HIDDEN_POINTS]);
    expect(HIDDEN_POINTS).toBeGreaterThanOrEqual(2_000);
    expect(hidden.x.slice(0, 20)).not.toEqual(open.x.slice(0, 20));
    expect(privatePoints('circle', 0, SEED).hidden).not.toEqual(hidden);
  });

  test('sine and cosine of turns agree with 64 bits', () => {
    for (let i = -3_000; i <= 3_000; i++) {
      const { sin, cos } = turn(i / 997);
      expect(Math.abs(sin - Math.sin((2 * Math.PI * i) / 997))).toBeLessThan(1e-10);
      expect(Math.abs(cos - Math.cos((2 * Math.PI * i) / 997))).toBeLessThan(1e-10);
    }
  });
});

describe('penguins', () => {
  test('151 Adelie and 123 Gentoo, measured in millimetres', () => {
    expect(penguins.filter(({ y }) => y === 0)).toHaveLength(151);
    expect(penguins.filter(({ y }) => y === 1)).toHaveLength(123);
    expect(penguins[0]).toEqual({ length: 39.1, depth: 18.7, y: 0 });
    for (const { length, depth } of penguins) {
      expect([length > 32 && length < 60, depth > 13 && depth < 22]).toEqual([true, true]);
    }
  });

  test('standardised: mean 0, deviation 1', () => {
    const { x } = pointsOf(penguins);
    for (const axis of [0, 1]) {
      const values = x.filter((_, i) => i % 2 === axis);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(mean).toBeCloseTo(0, 1);
      expect(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length).toBeCloseTo(1, 1);
    }
  });

  test('100 are seen and 174 hidden; which ones, the secret says', () => {
    const { visible, hidden } = splitPenguins(secret, 100);
    expect([visible.length, hidden.length]).toEqual([100, 174]);
    expect(new Set([...visible, ...hidden])).toEqual(new Set(penguins));
    expect(splitPenguins(secret, 100).visible).toEqual(visible);
    expect(splitPenguins(SEED, 100).visible).not.toEqual(visible);
  });

  test('they stand in the order of the table, which tells nothing of the secret', () => {
    const indices = splitPenguins(secret, 100).visible.map((penguin) => penguins.indexOf(penguin));
    expect(indices).toEqual([...indices].sort((a, b) => a - b));
  });

  test('a share of those that nobody sees is the same whatever the seed, and of both kinds', () => {
    const shared = splitPenguins(secret, 100, [0, 40]);
    expect(splitPenguins(SEED, 100, [0, 40])).toEqual(shared);
    const { visible, hidden } = shared;
    expect([visible.length, hidden.length]).toEqual([100, 70]);
    for (const part of [visible, hidden])
      expect(Math.abs(share(pointsOf(part)) - 123 / 274)).toBeLessThan(0.1);
  });

  test('shares that do not overlap have no bird in common, nor one that measures the same', () => {
    const namesIn = (from: number, to: number) =>
      new Set(penguinNames(splitPenguins(secret, 100, [from, to]).hidden));
    const seen = new Set(penguinNames(splitPenguins(secret, 100, [0, 1]).visible));
    for (let cut = 1; cut < 100; cut++) {
      const parts = [seen, namesIn(0, cut), namesIn(cut, 100)].flatMap((names) => [...names]);
      expect(parts.sort()).toEqual([...new Set(penguinNames(penguins))].sort());
    }
  });
});
