import { WIDTH } from '#shared/activities/conv-kernel/config';
import type { Sheet } from '../kit/painting.svelte';
import { cellOf, type Square } from './squares';

/** Of a cell's side: its distance to the next one, and how long a sign is. */
const GAP = 0.08;
const SIGN = 0.42;
/** A mean weight nearer to 0 than this has no sign that could be seen. */
const FAINT = 0.12;

const weightOf = (side: number): number => Math.max(1, side / 16);

/** A + or a − in the middle of a cell. */
export function paintSign(pen: CanvasRenderingContext2D, { x, y, side }: Square, value: number): void {
  const [middle, centre, reach] = [x + side / 2, y + side / 2, (SIGN * side) / 2];
  pen.beginPath();
  pen.moveTo(middle - reach, centre);
  pen.lineTo(middle + reach, centre);
  if (value > 0) {
    pen.moveTo(middle, centre - reach);
    pen.lineTo(middle, centre + reach);
  }
  pen.stroke();
}

/** Positive: filled, with a +. Negative: a frame of dashes, with a −. Zero: a small dot. */
export function paintCell({ pen, colours }: Sheet, cell: Square, value: number): void {
  const line = weightOf(cell.side);
  const share = Math.sqrt(Math.min(1, Math.abs(value)));
  const side = cell.side * (1 - GAP) * share;
  const box = { x: cell.x + (cell.side - side) / 2, y: cell.y + (cell.side - side) / 2, side };
  pen.lineWidth = line;
  if (Math.abs(value) < FAINT) {
    pen.fillStyle = colours.soft;
    pen.beginPath();
    pen.arc(cell.x + cell.side / 2, cell.y + cell.side / 2, Math.max(1, cell.side / 18), 0, 2 * Math.PI);
    return pen.fill();
  }
  if (value > 0) {
    pen.fillStyle = colours.one;
    pen.strokeStyle = colours.paper;
    pen.fillRect(box.x, box.y, side, side);
  } else {
    pen.fillStyle = pen.strokeStyle = colours.zero;
    pen.globalAlpha = 0.16;
    pen.fillRect(box.x, box.y, side, side);
    pen.globalAlpha = 1;
    pen.setLineDash([2.4 * line, 1.6 * line]);
    pen.strokeRect(box.x + line / 2, box.y + line / 2, side - line, side - line);
    pen.setLineDash([]);
  }
  pen.lineWidth = 1.6 * line;
  paintSign(pen, box, value);
}

/** A kernel in a square; of a mean kernel each cell is as large as its weight. */
export function paintKernel(sheet: Sheet, cells: readonly number[], square: Square): void {
  const { pen, colours } = sheet;
  pen.strokeStyle = colours.line;
  pen.lineWidth = weightOf(square.side / WIDTH) / 2;
  for (let i = 0; i < cells.length; i++) {
    const { x, y, side } = cellOf(square, WIDTH, i);
    const edge = (GAP * side) / 2;
    pen.strokeRect(x + edge, y + edge, side - 2 * edge, side - 2 * edge);
  }
  for (const [i, value] of cells.entries()) paintCell(sheet, cellOf(square, WIDTH, i), value);
}
