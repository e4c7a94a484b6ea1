import type { Sheet } from '../kit/painting.svelte';

/** Strokes over the cells that a class would decide otherwise: they are told by their hatching, not by a colour alone. */
export function paintChanged({ pen, width, height, colours }: Sheet, changed: readonly boolean[]): void {
  const side = Math.floor(Math.sqrt(changed.length));
  const [across, down] = [width / side, height / side];
  pen.strokeStyle = colours.you;
  pen.lineWidth = Math.max(1.2, across / 5);
  pen.beginPath();
  for (let at = 0; at < side * side; at++) {
    if (!changed[at]) continue;
    const [x, y] = [(at % side) * across, Math.floor(at / side) * down];
    pen.moveTo(x, y + down);
    pen.lineTo(x + across, y);
  }
  pen.stroke();
}

/** The class's error since the step opened: from the left edge to the right one, 0 at the bottom. */
export function paintCourse(
  { pen, width, height, colours }: Sheet,
  course: readonly number[],
  up: (value: number) => number,
): void {
  pen.strokeStyle = colours.ink;
  pen.lineWidth = Math.max(2, Math.min(4, height / 60));
  pen.lineJoin = 'round';
  pen.beginPath();
  course.forEach((error, i) => {
    const x = course.length > 1 ? (i / (course.length - 1)) * width : width;
    const y = (1 - up(error)) * height;
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.stroke();
}
