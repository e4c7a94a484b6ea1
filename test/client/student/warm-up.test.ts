import { expect, test } from 'vitest';
import { points, wellPlaced } from '../../../client/pages/student/warm-up';

const placed = (degrees: number) => points.filter((point) => wellPlaced(point, degrees)).length;
const angles = Array.from({ length: 181 }, (_, i) => i - 90);

test('the warm-up can be won, and does not start won', () => {
  expect(angles.some((degrees) => placed(degrees) === points.length)).toBe(true);
  expect(placed(-30)).toBeLessThan(points.length);
});
