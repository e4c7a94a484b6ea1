import type { Sheet } from '../../kit/painting.svelte';
import { domainOf, yearsOf, type Lines, type Point } from './series';

/** Paints what is forecast in the student's own colour, and over it as a thin line what was measured. */
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
  pen.strokeStyle = colours.you;
  pen.lineWidth = 4;
  trace(lines.forecast);
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 1.2;
  trace(lines.measured);
}
