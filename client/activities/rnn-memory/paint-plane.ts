import type { Submission } from '#shared/activities/rnn-memory/config';
import { LIMITS } from '#shared/activities/rnn-memory/neuron';
import type { Sheet } from '../kit/painting.svelte';
import type { Held } from './class';
import type { Shares } from './paint';

/** From this w_h on h can stay where it is. */
const BORDER = 1;

/** A dot for each neuron, larger where more students hold it; one with a bias is a ring. The latch is a ring around a dot. */
export function paintNeurons(
  sheet: Sheet,
  held: readonly Held[],
  latch: Submission | null,
  shares: Shares,
): void {
  const { pen, width, height, colours } = sheet;
  const unit = Math.max(1, Math.min(width, height) / 60);
  pen.strokeStyle = pen.fillStyle = colours.ink;
  for (const { neuron, count } of held) {
    pen.globalAlpha = 0.5;
    pen.lineWidth = 0.7 * unit;
    paintDot(sheet, neuron, unit * (0.8 + 0.7 * Math.sqrt(count)), shares, neuron.b === 0);
  }
  pen.globalAlpha = 1;
  if (!latch) return;
  pen.lineWidth = unit;
  paintDot(sheet, latch, 3.6 * unit, shares, false);
  paintDot(sheet, latch, 1.2 * unit, shares, true);
  paintBorder(sheet, shares);
}

function paintDot(
  { pen, width, height }: Sheet,
  { h, x }: Submission,
  radius: number,
  { across, up }: Shares,
  filled: boolean,
): void {
  pen.beginPath();
  pen.arc(width * across(h / 10), height * (1 - up(x / 10)), radius, 0, 2 * Math.PI);
  if (filled) pen.fill();
  pen.stroke();
}

/** Where memory begins, as a line to be passed. */
function paintBorder({ pen, width, height }: Sheet, { across, up }: Shares): void {
  const [x, reach] = [width * across(BORDER), LIMITS.x / 10];
  pen.setLineDash([9, 7]);
  pen.lineWidth = 2.5;
  pen.beginPath();
  pen.moveTo(x, height * (1 - up(-reach)));
  pen.lineTo(x, height * (1 - up(reach)));
  pen.stroke();
  pen.setLineDash([]);
}
