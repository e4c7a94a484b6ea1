import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settable } from '#shared/activities/neuron/neuron';
import { grips, onGrid, pushed, turned } from '../../../client/activities/neuron/drag';
import { gesture } from '../../../client/activities/neuron/dragging';
import { boundaryOf, CENTRE } from '../../../client/activities/neuron/geometry';

const mark = (limit: number) => fc.integer({ min: -limit / 5, max: limit / 5 }).map((i) => i * 5 + 0);
const neuron = fc.record({ w: fc.tuple(mark(20), mark(20)), b: mark(30) });
const place = fc.record({
  x0: fc.double({ min: -1, max: 2, noNaN: true }),
  x1: fc.double({ min: -1, max: 2, noNaN: true }),
});

test('values snap to the marks of the sliders and stay within their limits', () => {
  expect([7, 8, -2, -3, 99, -99].map((value) => onGrid(value, 20))).toEqual([5, 10, 0, -5, 20, -20]);
});

test('pushing a boundary changes b alone: 1 to the right takes w off b', () => {
  expect(pushed({ w: [10, 5], b: 0 }, { x0: 1, x1: 0 })).toEqual({ w: [10, 5], b: -10 });
});

test('whatever is dragged from wherever to wherever can be submitted', () => {
  fc.assert(
    fc.property(neuron, place, place, (start, from, to) => {
      expect(settable(gesture(start, from)(to))).toBe(true);
    }),
  );
});

test.each([
  ['right', { x0: 1, x1: 0.5 }, [1, 0]],
  ['up', { x0: 0.5, x1: 1 }, [0, 1]],
  ['down and left', { x0: 0, x1: 0 }, [-1, -1]],
])('a first drag to the %s makes a boundary through the centre that fires there', (_name, to, signs) => {
  const made = turned({ w: [0, 0], b: 0 }, CENTRE, to);
  expect(made.w.map(Math.sign)).toEqual(signs);
  expect((made.w[0] ?? 0) / 2 + (made.w[1] ?? 0) / 2 + made.b).toBe(0);
});

test('turning by nothing changes nothing', () => {
  const start = { w: [10, 10], b: -15 };
  const { foot, normal } = boundaryOf(start) ?? { foot: CENTRE, normal: CENTRE };
  const ahead = { x0: foot.x0 + normal.x0, x1: foot.x1 + normal.x1 };
  expect(turned(start, foot, ahead)).toEqual(start);
});

test('a number line is flipped by dragging its arrow across', () => {
  expect(turned({ w: [10], b: -5 }, CENTRE, { x0: -0.4, x1: 0.7 })).toEqual({ w: [-10], b: 5 });
});

test.each([
  ['AND', { w: [10, 10], b: -15 }],
  ['OR', { w: [10, 10], b: -5 }],
])('the grips of the best %s hide no row of the table', (_name, best) => {
  const { push, turn } = grips(boundaryOf(best), 2);
  for (const grip of [push, turn])
    for (const x0 of [0, 1])
      for (const x1 of [0, 1]) expect(Math.hypot(grip.x0 - x0, grip.x1 - x1)).toBeGreaterThan(0.2);
});

test('both grips are inside the picture and apart from each other, wherever the boundary is', () => {
  fc.assert(
    fc.property(neuron, (start) => {
      const boundary = boundaryOf(start);
      fc.pre(boundary !== null);
      const { push, turn } = grips(boundary, 2);
      for (const { x0, x1 } of [push, turn]) {
        expect(Math.max(Math.abs(x0 - 0.5), Math.abs(x1 - 0.5))).toBeLessThanOrEqual(0.9 + 1e-9);
      }
      expect(Math.abs(push.x0 - turn.x0) + Math.abs(push.x1 - turn.x1)).toBeGreaterThan(0.5);
    }),
  );
});
