import { expect, test } from 'vitest';
import { between, columnsOf, wiresOf } from '../../../../client/activities/kit/network';

const sheet = { width: 400, height: 200, margin: 50 };

test('a network has a column for each layer and an arrow for each weight', () => {
  const columns = columnsOf([3, 4, 4, 2], sheet);
  expect(columns.map(({ length }) => length)).toEqual([3, 4, 4, 2]);
  expect(wiresOf(columns)).toHaveLength(36);
  expect(columns.map(([first]) => first?.x)).toEqual([50, 150, 250, 350]);
});

test('an arrow leaves the edge of one circle and ends before the other', () => {
  const [start, end] = between(
    [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ],
    10,
    20,
  );
  expect([start, end]).toEqual([
    { x: 10, y: 0 },
    { x: 80, y: 0 },
  ]);
});
