import type { Attachment } from 'svelte/attachments';
import { GRID, RANGE, type Line, type Point } from '#shared/activities/separating-line/config';
import { drawable } from '#shared/activities/separating-line/line';
import { following } from '../neuron/following';
import type { Tuned } from '../neuron/tuning.svelte';
import { drawn, placeAt, SIDE } from './plane';

export type Handle = 'from' | 'to';

const moved = (line: Line, handle: Handle, place: Point): Line => {
  const next = { ...line, [handle]: place };
  return drawable(next) ? next : line;
};

const apart = ([x, y]: readonly [number, number], px: number, py: number) =>
  (x - px) * (x - px) + (y - py) * (y - py);

/** The handle nearer to a point of the drawing. */
export const nearer = (line: Line, x: number, y: number): Handle =>
  apart(drawn(line.from), x, y) <= apart(drawn(line.to), x, y) ? 'from' : 'to';

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** A line after an arrow key on a handle; with `far` in steps of five. Null for any other key. */
export function keyed(line: Line, handle: Handle, key: string, far: boolean): Line | null {
  const step = steps[key];
  if (!step) return null;
  const [length, depth] = line[handle];
  const many = far ? 5 : 1;
  const inside = (value: number, [low, high]: readonly [number, number]) =>
    Math.max(low, Math.min(high, value));
  return moved(line, handle, [
    inside(length + many * step[0] * GRID.length, RANGE.length),
    inside(depth + many * step[1] * GRID.depth, RANGE.depth),
  ]);
}

/** Lets the whole picture be dragged: the nearer handle follows, without jumping under the finger. */
export function draggable(tuned: Tuned<Line>): Attachment<HTMLElement> {
  return (field) =>
    following(field, {
      down: (event) => {
        const box = field.getBoundingClientRect();
        const scale = SIDE / box.width;
        const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
        const handle = nearer(tuned.value, x, y);
        const [hx, hy] = drawn(tuned.value[handle]);
        tuned.grasp();
        return (move) => {
          const [dx, dy] = [(move.clientX - event.clientX) * scale, (move.clientY - event.clientY) * scale];
          tuned.move(moved(tuned.value, handle, placeAt(hx + dx, hy + dy)));
        };
      },
      up: () => tuned.release(),
    });
}
