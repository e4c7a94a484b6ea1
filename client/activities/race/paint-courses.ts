import { curveMonotoneX, line } from 'd3-shape';
import type { Sheet } from '../kit/painting.svelte';
import type { Course, Share } from './course';

/** How much of a course is drawn, 0..1 of the chart's width. */
export type Drawn = (key: string) => number;

/** A thin stroke: as large as the picture is, and never too thin to be seen. */
const thickOf = ({ width, height }: Sheet): number => Math.max(1.25, Math.min(width, height) / 190);

/** Paints courses one over the other; of one that arrives only its beginning. */
export function paintCourses(sheet: Sheet, courses: readonly Course[], drawn: Drawn = () => 1): void {
  const { pen, width, height, colours } = sheet;
  pen.lineJoin = pen.lineCap = 'round';
  pen.strokeStyle = pen.fillStyle = colours.ink;
  for (const course of courses) {
    const { key, points, leads, weight } = course;
    const share = drawn(key);
    pen.save();
    if (share < 1) clip(sheet, share);
    pen.globalAlpha = leads ? 1 : weight;
    pen.lineWidth = (leads ? 2.4 : 1) * thickOf(sheet);
    pen.beginPath();
    line<Share>()
      .x(([across]) => width * across)
      .y(([, up]) => height * (1 - up))
      .curve(curveMonotoneX)
      .context(pen)([...points]);
    pen.stroke();
    if (share === 1) end(sheet, course);
    pen.restore();
  }
}

function clip({ pen, width, height }: Sheet, share: number): void {
  pen.beginPath();
  pen.rect(0, -height, width * share, 3 * height);
  pen.clip();
}

/** Where a run has come to: the leader a dot, and once it may be told a dot for free energy, else a ring. */
function end(sheet: Sheet, { points, leads, free }: Course): void {
  const { pen, width, height, colours } = sheet;
  const thick = thickOf(sheet);
  const at = points.at(-1);
  if (!at || (free === null && !leads)) return;
  pen.beginPath();
  pen.arc(width * at[0], height * (1 - at[1]), (leads ? 1.6 : 1) * 2.4 * thick, 0, 2 * Math.PI);
  pen.fillStyle = free === false ? colours.paper : colours.ink;
  pen.fill();
  pen.stroke();
}

/** A dashed line across at a share of the height: what is to be reached. */
export function paintAim(sheet: Sheet, up: number): void {
  const { pen, width, height, colours } = sheet;
  const thick = thickOf(sheet);
  pen.strokeStyle = colours.ink;
  pen.lineWidth = thick;
  pen.setLineDash([5 * thick, 4 * thick]);
  pen.beginPath();
  pen.moveTo(0, height * (1 - up));
  pen.lineTo(width, height * (1 - up));
  pen.stroke();
  pen.setLineDash([]);
}
