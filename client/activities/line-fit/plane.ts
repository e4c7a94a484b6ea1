import { HELD, RANGE, type Heights } from '#shared/activities/line-fit/config';
import { heightAt, penguinAt, sizeOf, type Cloud } from '#shared/activities/line-fit/line';
import { SIDE, type Cut, type Place } from '../kit/plane';

/** The picture is SIDE high and `wide` times as wide. */
export const across = (flipper: number, wide: number): number =>
  (SIDE * wide * (flipper - RANGE.flipper[0])) / (RANGE.flipper[1] - RANGE.flipper[0]);

const HEIGHT = RANGE.mass[1] - RANGE.mass[0];

export const down = (mass: number): number => (SIDE * (RANGE.mass[1] - mass)) / HEIGHT;

/** How many grams a way up is worth. */
export const gramsIn = (up: number): number => (up * HEIGHT) / SIDE;

/** Where each penguin of a cloud lies. */
export const placesOf = (cloud: Cloud, wide: number): readonly Place[] =>
  Array.from({ length: sizeOf(cloud) }, (_, i) => {
    const [flipper, mass] = penguinAt(cloud, i);
    return { x: across(flipper, wide), y: down(mass) };
  });

/** How a line runs through the drawing. */
export function cutOf(heights: Heights, wide: number): Cut {
  const at = { x: across(HELD[0], wide), y: down(heights[0]) };
  const [dx, dy] = [across(HELD[1], wide) - at.x, down(heights[1]) - at.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  return { at, normal: { x: dy / length, y: -dx / length } };
}

/** The penguin that a line misses by most, and the line's own height there: its error as a vertical stroke. */
export function farthest(cloud: Cloud, heights: Heights, wide: number): readonly [Place, Place] | null {
  const errors = Array.from({ length: sizeOf(cloud) }, (_, i) => {
    const [flipper, mass] = penguinAt(cloud, i);
    const x = across(flipper, wide);
    return [
      { x, y: down(mass) },
      { x, y: down(heightAt(heights, flipper)) },
    ] as const;
  });
  const size = ([from, to]: readonly [Place, Place]) => Math.abs(to.y - from.y);
  return errors.reduce<readonly [Place, Place] | null>(
    (most, error) => (most && size(most) >= size(error) ? most : error),
    null,
  );
}

const tenth = (value: number) => Math.round(10 * value) / 10;

/**
 * The squares of the vertical distances as one path, since a drag writes it anew: one attribute for all. Each lies
 * between a penguin and the line, on the side away from a rising one.
 */
export function squaresPath(cloud: Cloud, heights: Heights, wide: number): string {
  let path = '';
  for (let i = 0; i < sizeOf(cloud); i++) {
    const [flipper, mass] = penguinAt(cloud, i);
    const y = tenth(down(mass));
    const off = tenth(down(heightAt(heights, flipper)) - y);
    path += `M${tenth(across(flipper, wide))} ${y}v${off}h${-off}v${-off}z`;
  }
  return path;
}
