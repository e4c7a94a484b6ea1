import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANGLES, FARTHEST, type Line } from '#shared/activities/class-network/config';
import { keyOf, lineOf, neuronOf } from '#shared/activities/class-network/line';
import { column } from '#shared/training/together/features';
import { dragged, pushed, turned } from '../../../client/activities/class-network/moving';
import { boundaryOf, cutOf, weighted } from '../../../client/activities/class-network/plane';
import { grips } from '../../../client/activities/neuron/drag';
import { CENTRE, distance, drawn } from '../../../client/activities/neuron/geometry';

const line = fc.record({
  angle: fc.integer({ min: 0, max: ANGLES - 1 }),
  offset: fc.integer({ min: -FARTHEST, max: FARTHEST }),
});
const fits = ({ angle, offset }: Line) =>
  Number.isInteger(angle) && angle >= 0 && angle < ANGLES && Math.abs(offset) <= FARTHEST;

test('a line is drawn where its neuron changes sides', () => {
  fc.assert(
    fc.property(line, (one) => {
      const { foot } = boundaryOf(one);
      const at = [6 * 2 * (foot.x0 - CENTRE.x0) * 0.5, 6 * 2 * (foot.x1 - CENTRE.x1) * 0.5];
      expect(Math.abs(column(neuronOf(one), at)[0] ?? 1)).toBeLessThan(1e-4);
    }),
  );
});

test('a push shifts a line along its normal and turns nothing; a turn goes about a place', () => {
  expect(pushed({ angle: 0, offset: 0 }, { x0: 0.5, x1: 0.3 })).toEqual({ angle: 0, offset: 30 });
  const about = turned({ angle: 0, offset: 12 }, { x0: 0.7, x1: 0.5 }, { x0: 0.7, x1: 0.9 });
  expect(about.angle).toBe(90);
  expect(Math.abs(distance(boundaryOf(about), { x0: 0.7, x1: 0.5 }))).toBeLessThan(0.01);
});

test('whatever is dragged stays a line that can be sent', () => {
  const place = fc.record({
    x: fc.double({ min: -50, max: 450, noNaN: true }),
    y: fc.double({ min: -50, max: 450, noNaN: true }),
  });
  fc.assert(
    fc.property(line, place, place, (one, from, to) => {
      expect(fits(dragged(one, from)(to))).toBe(true);
    }),
  );
});

test('near the arrow a drag turns, elsewhere it pushes', () => {
  const one = { angle: 40, offset: 10 };
  const { turn } = grips(boundaryOf(one), 2);
  const from = drawn(turn);
  expect(dragged(one, from)({ x: from.x + 40, y: from.y + 40 }).angle).not.toBe(one.angle);
  const far = { x: 20, y: 20 };
  expect(dragged(one, far)({ x: 60, y: 70 }).angle).toBe(one.angle);
});

test('a line and the same one seen from its other side have one key', () => {
  fc.assert(
    fc.property(line, ({ angle, offset }) => {
      const other = { angle: (angle + ANGLES / 2) % ANGLES, offset: -offset + 0 };
      expect(keyOf(other)).toBe(keyOf({ angle, offset: offset + 0 }));
      expect(keyOf(lineOf(keyOf(other)))).toBe(keyOf(other));
    }),
  );
});

test('the side of class 1 is where the output listens with its sign', () => {
  const cut = cutOf({ angle: 0, offset: 0 });
  expect(weighted(cut, 2).normal.x).toBeCloseTo(1, 12);
  expect(weighted(cut, -2).normal.x).toBeCloseTo(-1, 12);
});
