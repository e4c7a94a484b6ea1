import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawable, START } from '#shared/activities/separating-line/line';
import { SIDE } from '../../../../client/activities/kit/plane';
import { dragged as draggedNeuron, gesture } from '../../../../client/activities/neuron/dragging';
import { drawn as drawnInput, pointAt as inputAt } from '../../../../client/activities/neuron/geometry';
import { dragged, nearer } from '../../../../client/activities/separating-line/moving';
import { cutOf, drawn, pointAt } from '../../../../client/activities/separating-line/plane';

const inPicture = fc.record({
  x: fc.double({ min: -50, max: SIDE + 50, noNaN: true }),
  y: fc.double({ min: -50, max: SIDE + 50, noNaN: true }),
});

test('a place of the drawing is a point of the inputs and back', () => {
  fc.assert(
    fc.property(inPicture, (place) => {
      const back = drawnInput(inputAt(place));
      expect(back.x).toBeCloseTo(place.x, 6);
      expect(back.y).toBeCloseTo(place.y, 6);
    }),
  );
});

test('up in the picture is more of x1', () => {
  expect(inputAt({ x: 100, y: 100 }).x1).toBeGreaterThan(inputAt({ x: 100, y: 300 }).x1);
});

test('a neuron dragged in the picture is dragged in the plane of its inputs', () => {
  const neuron = { w: [10, 10], b: -15 };
  const [from, to] = [
    { x: 120, y: 130 },
    { x: 180, y: 90 },
  ];
  expect(draggedNeuron(neuron, from)(to)).toEqual(gesture(neuron, inputAt(from))(inputAt(to)));
});

test('of a separating line the end nearer to the finger follows, the other one stays', () => {
  const from = drawn(START.from);
  const moved = dragged(START, { x: from.x + 5, y: from.y + 5 })({ x: from.x + 45, y: from.y + 5 });
  expect(moved.to).toEqual(START.to);
  expect(moved.from).toEqual(pointAt({ x: from.x + 40, y: from.y }));
});

test('a finger that comes down beside a handle does not make it jump', () => {
  const place = { x: drawn(START.to).x - 12, y: drawn(START.to).y + 9 };
  expect(nearer(START, place)).toBe('to');
  expect(dragged(START, place)(place)).toEqual(START);
});

test('wherever an end is dragged there is a line to draw', () => {
  fc.assert(
    fc.property(inPicture, fc.array(inPicture, { minLength: 1, maxLength: 8 }), (from, way) => {
      const go = dragged(START, from);
      for (const to of way) {
        const line = go(to);
        expect(drawable(line)).toBe(true);
        const { normal } = cutOf(line);
        expect(Math.hypot(normal.x, normal.y)).toBeCloseTo(1, 9);
      }
    }),
  );
});

test('an end that would fall on the other one stays where it was on the way', () => {
  const [from, to] = [drawn(START.from), drawn(START.to)];
  const go = dragged(START, from);
  const halfWay = go({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  expect(go(to)).toEqual(halfWay);
});

test('swapping the sides turns the side of class 1 around and leaves the line', () => {
  const [one, other] = [cutOf(START), cutOf({ ...START, swapped: !START.swapped })];
  expect(other.at).toEqual(one.at);
  expect([other.normal.x + one.normal.x, other.normal.y + one.normal.y]).toEqual([0, 0]);
});
