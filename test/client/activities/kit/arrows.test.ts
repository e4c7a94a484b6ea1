import { expect, test } from 'vitest';
import { START } from '#shared/activities/separating-line/line';
import { GRID, RANGE } from '#shared/activities/separating-line/config';
import { stepsOf } from '../../../../client/activities/kit/arrows';
import { stepped } from '../../../../client/activities/separating-line/moving';

const press = (key: string, shiftKey = false) => stepsOf({ key, shiftKey });

test('each arrow goes one step its way, with Shift five', () => {
  expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => press(key))).toEqual([
    [-1, 0],
    [1, 0],
    [0, 1],
    [0, -1],
  ]);
  expect(press('ArrowUp', true)).toEqual([0, 5]);
});

test('other keys are not a handle’s', () => {
  expect(['Tab', 'Enter', 'a', 'Home'].map((key) => press(key))).toEqual([null, null, null, null]);
});

test('a step moves the end of a line by a place of the grid', () => {
  const [length, depth] = START.from;
  expect(stepped(START, 'from', [1, -1]).from).toEqual([length + GRID.length, depth - GRID.depth]);
});

test('however many steps, an end stays within the picture', () => {
  const far = stepped(START, 'to', [10_000, -10_000]);
  expect(far.to).toEqual([RANGE.length[1], RANGE.depth[0]]);
});
