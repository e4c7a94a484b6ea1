import { describe, expect, test } from 'vitest';
import { rightOf, startAt } from '#shared/activities/approximation/set';
import type { View } from '#shared/activities/approximation/view';
import { dragged, held, stepped } from '../../../client/activities/approximation/moving';
import { domainOf, middleOf, nearest, stepAt } from '../../../client/activities/approximation/plane';
import { startOf } from '../../../client/activities/approximation/start';
import { classSums } from '../../../client/activities/approximation/sums';
import { SIDE } from '../../../client/activities/kit/plane';

const hill: View = { shape: 'hill', shift: 0, down: false, own: true };
const valley: View = { ...hill, down: true };
const wave: View = { ...hill, shape: 'wave', own: false };
const right = rightOf('hill');
/** A phone's picture, between its axes, px. */
const PHONE = { width: 272, height: 190 };

describe('a step is held by its middle', () => {
  test('which lies where it is steepest, half of its height from the base', () => {
    const [least, most] = domainOf(hill);
    const { x, y } = middleOf(hill, { place: 5, height: 10 });
    expect(x).toBe(SIDE / 4);
    expect(most - (y / SIDE) * (most - least)).toBeCloseTo(0.5, 9);
  });

  test.each([hill, valley, wave])('and is found back from there', (view) => {
    for (const step of [...right.steps, { place: 0, height: 3 }])
      expect(stepAt(view, middleOf(view, step)).height).toBeCloseTo(step.height, 9);
  });

  test('a valley’s picture is a hill’s upside down', () => {
    const [up, down] = [
      middleOf(hill, { place: 5, height: 10 }),
      middleOf(valley, { place: 5, height: -10 }),
    ];
    expect(up.y + down.y).toBeCloseTo(SIDE, 9);
  });

  test('the nearest one follows the finger', () => {
    expect(nearest(hill, right, middleOf(hill, { place: 4, height: 8 }))).toBe(0);
    expect(nearest(hill, right, middleOf(hill, { place: 14, height: -4 }))).toBe(1);
  });
});

describe('a finger', () => {
  const view = () => hill;
  const from = middleOf(hill, { place: 5, height: 10 });
  const px = (x: number, y: number) => ({
    x: from.x + (x * SIDE) / PHONE.width,
    y: from.y + (y * SIDE) / PHONE.height,
  });

  test('that is 6 px off costs no place', () => {
    for (const off of [-6, 6]) expect(dragged(view)(right, from)(px(off, 0))).toEqual(right);
  });

  test('carries a step to the next place, and stops at the edges', () => {
    expect(dragged(view)(right, from)(px(14, 0)).steps[0]).toEqual({ place: 6, height: 10 });
    expect(dragged(view)(right, from)(px(-900, -900)).steps[0]).toEqual({ place: 0, height: 15 });
  });

  test('that comes down beside a step does not make it jump', () => {
    const beside = { x: from.x + 20, y: from.y - 15 };
    expect(dragged(view)(right, beside)(beside)).toEqual(right);
  });
});

test('arrow keys go by a place and by a tenth', () => {
  expect(stepped(right, 1, [-1, 0]).steps[1]).toEqual({ place: 14, height: -10 });
  expect(stepped(right, 1, [0, 1]).steps[1]).toEqual({ place: 15, height: -9 });
  expect(Object.is(held(right, 0, { place: -0.2, height: -0.2 }).steps[0]?.height, 0)).toBe(true);
});

describe('where a student starts', () => {
  test('with one step that goes the way the curve goes, and one without a height', () => {
    expect(startOf(hill, undefined, null).steps.map(({ height }) => height)).toEqual([5, 0]);
    expect(startOf(valley, undefined, null).steps.map(({ height }) => height)).toEqual([-5, 0]);
    expect(startOf(wave, undefined, null).steps).toHaveLength(3);
  });

  test('or where they were, as long as it fits the step', () => {
    expect(startOf(hill, right, null)).toEqual(right);
    expect(startOf(hill, { steps: [], steepness: 3 }, right)).toEqual(right);
    expect(startOf(wave, right, null)).toEqual(startAt('wave', wave));
  });
});

test('of a class at most forty sums are drawn, alike until the moment to tell', () => {
  const sums = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`${2 + (i % 38)};${i % 20},10;15,-10`, 1]),
  );
  const open = classSums(hill, { sums: { ...sums, '15;5,10;15,-10': 7 } }, false);
  expect(open.drawn).toHaveLength(40);
  expect(new Set(open.drawn.map(({ lit }) => lit))).toEqual(new Set([null]));
  const told = classSums(hill, { sums: { ...sums, '15;5,10;15,-10': 7 } }, true);
  expect(told.drawn[0]?.lit).toBe(true);
  expect(told.right).toBeGreaterThanOrEqual(7);
});
