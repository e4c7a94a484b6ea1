import { expect, test } from 'vitest';
import { ticksOf } from '../../../client/activities/kit/chart';
import { axesOf } from '../../../client/activities/race/plane/axes';

test('a map of penguins is marked in millimetres of a bill, one of drawn points in their own units', () => {
  const labels = (data: 'penguins' | 'circle') => {
    const { x, y } = axesOf(data);
    return [x, y].map((axis) =>
      ticksOf(axis)
        .map(({ label }) => label)
        .join(' '),
    );
  };
  expect(labels('circle')).toEqual(['−4 0 4', '−4 0 4']);
  for (const marks of labels('penguins')) expect(marks.split(' ').length).toBeGreaterThan(1);
  const { x, y } = axesOf('penguins');
  expect([x.domain[0] > 20 && x.domain[1] < 70, y.domain[0] > 5 && y.domain[1] < 30]).toEqual([true, true]);
});
