import { pixelUnder, PLACES, isAbove } from '#shared/activities/conv-kernel/kernel';
import { WIDTH } from '#shared/activities/conv-kernel/config';
import type { Picture } from '#shared/activities/conv-kernel/pictures';
import { SIDE } from '#shared/training/cnn/design';
import type { Sheet } from '../kit/painting.svelte';
import { paintSign } from './paint-kernel';
import { cellOf, type Square } from './squares';

/** A pen cannot read the variable of the page's letters. */
const LETTERS = "'Atkinson Hyperlegible Mono Variable', ui-monospace, monospace";

/** A picture of 8 x 8 pixels: the lit ones in ink. */
export function paintPicture({ pen, colours }: Sheet, picture: Picture, square: Square): void {
  const edge = square.side > 100 ? 0.5 : 0;
  pen.fillStyle = colours.ink;
  for (const [i, pixel] of [...picture].entries()) {
    if (pixel !== '1') continue;
    const { x, y, side } = cellOf(square, SIDE, i);
    pen.fillRect(x + edge, y + edge, side - 2 * edge, side - 2 * edge);
  }
  grid(pen, square, edge > 0 ? SIDE : 1, colours.line);
}

function grid(pen: CanvasRenderingContext2D, { x, y, side }: Square, lines: number, colour: string): void {
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.beginPath();
  for (let i = 0; i <= lines; i++) {
    const at = (i * side) / lines;
    pen.moveTo(x + at, y);
    pen.lineTo(x + at, y + side);
    pen.moveTo(x, y + at);
    pen.lineTo(x + side, y + at);
  }
  pen.stroke();
}

/** The kernel where it stands: a frame of one's own colour, and the sign of each weight on the pixel below it. */
export function paintWindow(
  { pen, colours }: Sheet,
  cells: readonly number[],
  place: number,
  square: Square,
) {
  for (const [cell, weight] of cells.entries()) {
    if (weight === 0) continue;
    const box = cellOf(square, SIDE, pixelUnder(place, cell));
    pen.fillStyle = colours.paper;
    pen.beginPath();
    pen.arc(box.x + box.side / 2, box.y + box.side / 2, 0.4 * box.side, 0, 2 * Math.PI);
    pen.fill();
    pen.strokeStyle = weight > 0 ? colours.one : colours.zero;
    pen.lineWidth = Math.max(1.5, box.side / 9);
    paintSign(pen, box, weight);
  }
  const corner = cellOf(square, SIDE, pixelUnder(place, 0));
  frame(pen, { ...corner, side: corner.side * WIDTH }, colours.you);
}

function frame(pen: CanvasRenderingContext2D, { x, y, side }: Square, colour: string): void {
  pen.strokeStyle = colour;
  pen.lineWidth = 3;
  pen.strokeRect(x, y, side, side);
}

/** What is drawn of a map. */
export interface Sums {
  readonly sums: readonly number[];
  readonly threshold: number;
  /** Where the kernel stands. */
  readonly place: number;
}

const text = (sum: number): string => (sum < 0 ? `\u2212${-sum}` : String(sum));

/** The sums, 6 x 6: those above the threshold filled, and where the kernel stands a frame. */
export function paintMap({ pen, colours }: Sheet, { sums, threshold, place }: Sums, square: Square): void {
  const cell = square.side / PLACES;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.font = `600 ${Math.round(0.52 * cell)}px ${LETTERS}`;
  for (const [i, sum] of sums.entries()) {
    const { x, y, side } = cellOf(square, PLACES, i);
    const above = isAbove(sum, threshold);
    if (above) {
      pen.fillStyle = colours.one;
      pen.fillRect(x, y, side, side);
    }
    pen.fillStyle = above ? colours.paper : sum === 0 ? colours.soft : colours.ink;
    pen.fillText(text(sum), x + side / 2, y + 0.54 * side);
  }
  grid(pen, square, PLACES, colours.line);
  frame(pen, cellOf(square, PLACES, place), colours.you);
}
