import type { Picture } from '#shared/activities/conv-kernel/pictures';
import type { Sheet } from '../kit/painting.svelte';
import { paintPicture } from './paint-picture';
import type { Square } from './squares';

/** A small picture, whether the detector fires on it, and whether that is right. */
export interface Thumb {
  readonly picture: Picture;
  readonly fires: boolean;
  readonly right: boolean;
}

/** Below each picture, px: room for its marks. */
const MARKS = 18;
/** Around a picture, for the frame of the chosen one. */
const AROUND = 4;

/** Fired is a filled circle, silent a triangle. */
function paintMark({ pen, colours }: Sheet, x: number, y: number, fires: boolean): void {
  pen.beginPath();
  if (fires) {
    pen.fillStyle = colours.one;
    pen.arc(x, y, 5.5, 0, 2 * Math.PI);
    return pen.fill();
  }
  pen.strokeStyle = colours.zero;
  pen.lineWidth = 2;
  pen.moveTo(x, y - 5);
  pen.lineTo(x + 5.5, y + 4.5);
  pen.lineTo(x - 5.5, y + 4.5);
  pen.closePath();
  pen.stroke();
}

/** A tick or a cross. */
function paintJudgement({ pen, colours }: Sheet, x: number, y: number, right: boolean): void {
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 2;
  pen.beginPath();
  if (right) {
    pen.moveTo(x - 5, y);
    pen.lineTo(x - 1.5, y + 3.5);
    pen.lineTo(x + 5, y - 4.5);
  } else {
    pen.moveTo(x - 4, y - 4);
    pen.lineTo(x + 4, y + 4);
    pen.moveTo(x + 4, y - 4);
    pen.lineTo(x - 4, y + 4);
  }
  pen.stroke();
}

/** A row of small pictures with their marks, the chosen one framed. */
export function paintSamples(sheet: Sheet, thumbs: readonly Thumb[], chosen: number): void {
  const { pen, colours, width, height } = sheet;
  const slot = width / Math.max(1, thumbs.length);
  const side = Math.max(1, Math.min(slot, height - MARKS) - 2 * AROUND);
  for (const [i, { picture, fires, right }] of thumbs.entries()) {
    const middle = slot * (i + 0.5);
    const square: Square = { x: middle - side / 2, y: AROUND, side };
    paintPicture(sheet, picture, square);
    const below = side + 2 * AROUND + MARKS / 2 - 1;
    paintMark(sheet, middle - 9, below, fires);
    paintJudgement(sheet, middle + 9, below, right);
    if (i !== chosen) continue;
    pen.strokeStyle = colours.you;
    pen.lineWidth = 3;
    pen.strokeRect(square.x - 2, square.y - 2, side + 4, side + 4);
  }
}
