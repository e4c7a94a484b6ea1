import { expect, test } from 'vitest';
import { MOST_LINES, weightOf } from '../../../client/activities/kit/counts';
import { crowd } from '../../../client/activities/neuron/crowd';

test('scaled copies of a neuron are one line, held by all of their students', () => {
  const lines = crowd({ lines: { '10,10,-15': 3, '20,20,-30': 2 } });
  expect(lines.map(({ count }) => count)).toEqual([5]);
});

test('the same line that fires on the other side is another line', () => {
  expect(crowd({ lines: { '10,10,-15': 1, '-10,-10,15': 1 } })).toHaveLength(2);
});

test('neurons without a boundary are left out', () => {
  expect(crowd({ lines: { '0,0,5': 7, '0,0,0': 2 } })).toEqual([]);
});

test('of more lines than anybody can tell apart the commonest are kept', () => {
  const many: Record<string, number> = {};
  for (let w = -20; w <= 20; w += 5)
    for (let b = -30; b <= 30; b += 5) many[`${w},5,${b}`] = w === 10 ? 4 : 1;
  const lines = crowd({ lines: many });
  expect(lines).toHaveLength(MOST_LINES);
  expect(lines[0]?.count).toBe(4);
});

test('a line of many is darker and thicker than a line of one, up to a limit', () => {
  const [one, ten, hundred] = [1, 10, 100].map(weightOf);
  expect(ten?.opacity).toBeGreaterThan(one?.opacity ?? 1);
  expect(ten?.width).toBeGreaterThan(one?.width ?? 99);
  expect(hundred?.opacity).toBe(0.8);
});
