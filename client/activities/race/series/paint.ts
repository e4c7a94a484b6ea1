import type { Sheet } from '../../kit/painting.svelte';
import { domainOf, yearsOf, type Lines, type Point } from './series';

/** Paints what was measured as a line, and what is forecast as a thicker one in the student's own colour. */
export function paintSeries({ pen, width, height, colours }: Sheet, lines: Lines): void {
  const [least, most] = domainOf(lines);
  const [first, last] = yearsOf(lines);
  const x = (year: number) => ((year - first) / (last - first)) * width;
  const y = (value: number) => height - ((value - least) / (most - least)) * height;
  const trace = (points: readonly Point[]) => {
    pen.beginPath();
    points.forEach(([year, value], i) =>
      i === 0 ? pen.moveTo(x(year), y(value)) : pen.lineTo(x(year), y(value)),
    );
    pen.stroke();
  };
  pen.lineJoin = 'round';
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 1.5;
  trace(lines.measured);
  pen.strokeStyle = colours.you;
  pen.lineWidth = 3;
  trace(lines.forecast);
}
