import { expect, test } from 'vitest';
import { commonest, MOST_LINES, studentsIn, type HeldLine } from '../../../../client/activities/kit/counts';

const line = (key: string, count: number): HeldLine => ({
  key,
  count,
  cut: { at: { x: 0, y: 0 }, normal: { x: 1, y: 0 } },
});

test('students are counted, not what they hold', () => {
  expect(studentsIn([{ count: 3 }, { count: 2 }])).toBe(5);
  expect(studentsIn([])).toBe(0);
});

test('the commonest line comes first, and equally common ones always in the same order', () => {
  const lines = [line('b', 1), line('a', 1), line('c', 4)];
  const keys = (of: readonly HeldLine[]) => commonest(of).map(({ key }) => key);
  expect(keys(lines)).toEqual(['c', 'a', 'b']);
  expect(keys([...lines].reverse())).toEqual(['c', 'a', 'b']);
});

test('of more lines than anybody can tell apart the rarest are left out', () => {
  const many = Array.from({ length: MOST_LINES + 30 }, (_, i) => line(String(i), i < 30 ? 1 : 2));
  expect(commonest(many)).toHaveLength(MOST_LINES);
  expect(commonest(many).every(({ count }) => count === 2)).toBe(true);
});
