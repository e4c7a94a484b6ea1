import { expect, test } from 'vitest';
import { chord } from '../../../client/activities/kit/plane';
import {
  boundaryOf,
  boxOf,
  CENTRE,
  cutOf,
  distance,
  pointAt,
  type Boundary,
} from '../../../client/activities/neuron/geometry';

const boundary = (w: number[], b: number): Boundary => {
  const found = boundaryOf({ w, b });
  if (!found) throw new Error('there is a boundary');
  return found;
};

/** The ends of a boundary as it is drawn, in the plane of the inputs. */
const segment = (of: Boundary, inputs: number) => chord(cutOf(of), boxOf(inputs))?.map(pointAt) ?? null;

test('weights of 0 have no boundary, whatever the bias', () => {
  expect(boundaryOf({ w: [0, 0], b: 5 })).toBeNull();
  expect(boundaryOf({ w: [0], b: -5 })).toBeNull();
});

test('the best AND lies a quarter of the diagonal away from (1, 1) and as far from (0, 1)', () => {
  const best = boundary([10, 10], -15);
  expect(distance(best, { x0: 1, x1: 1 })).toBeCloseTo(Math.SQRT2 / 4, 12);
  expect(distance(best, { x0: 0, x1: 1 })).toBeCloseTo(-Math.SQRT2 / 4, 12);
});

test('the foot of a boundary is its point nearest to the centre', () => {
  const { foot, normal } = boundary([10, 5], -20);
  const [across, up] = [foot.x0 - CENTRE.x0, foot.x1 - CENTRE.x1];
  expect(10 * foot.x0 + 5 * foot.x1 - 20).toBeCloseTo(0, 12);
  expect(across * normal.x1 - up * normal.x0).toBeCloseTo(0, 12);
});

test.each([
  [[10, 10], -15],
  [[-20, 5], 5],
  [[0, 20], -10],
])('both ends of the drawn line of w = %j, b = %d are on the boundary', (w, b) => {
  const ends = segment(boundary(w, b), 2) ?? [];
  expect(ends).toHaveLength(2);
  for (const { x0, x1 } of ends) expect((w[0] ?? 0) * x0 + (w[1] ?? 0) * x1 + b).toBeCloseTo(0, 9);
});

test('a boundary far outside the picture is not drawn', () => {
  expect(segment(boundary([5, 5], 30), 2)).toBeNull();
});

test('with one input the boundary is upright, at -b / w', () => {
  const [from, to] = segment(boundary([-10], 5), 1) ?? [];
  expect(from?.x0).toBeCloseTo(0.5, 12);
  expect(to?.x0).toBeCloseTo(0.5, 12);
});
