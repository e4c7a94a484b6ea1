import { line } from 'd3-shape';
import type { Sheet } from '../kit/painting.svelte';

/** A loss curve of a trial: values evenly spaced from the first epoch to `epochs`. */
export interface Curve {
  readonly losses: readonly number[];
  readonly epochs: number;
  /** The present trial is thick, an earlier one dashed and as faint as `weight` says. */
  readonly look: 'you' | 'ghost';
  /** 0..1 */
  readonly weight?: number;
}

/** The loss of a network that always says 1/2, ln 2: where a curve that learns leaves from. */
const UNDECIDED = 0.6931;
/** A curve that runs away leaves the picture at the top. */
const HIGHEST = 1.5;

/** The largest loss that a picture of some curves shows: a little over the highest, within bounds. */
export const ceiling = (curves: readonly (readonly number[])[]): number =>
  Math.min(HIGHEST, 1.1 * Math.max(UNDECIDED, ...curves.flatMap((losses) => losses.filter(Number.isFinite))));

/** Where an epoch and a loss lie between the axes, 0..1. */
export interface CurveShares {
  readonly across: (epoch: number) => number;
  readonly up: (loss: number) => number;
}

/** Paints curves between common axes. One that runs away goes on along the top; where there is no number is a gap. */
export function paintCurves(sheet: Sheet, curves: readonly Curve[], { across, up }: CurveShares): void {
  const { pen, width, height } = sheet;
  pen.lineJoin = pen.lineCap = 'round';
  for (const curve of curves) {
    const { losses, epochs } = curve;
    const step = losses.length > 1 ? epochs / (losses.length - 1) : 0;
    ink(sheet, curve);
    pen.beginPath();
    line<number>()
      .defined((loss) => !Number.isNaN(loss))
      .x((_, i) => width * across(i * step))
      .y((loss) => height * (1 - up(loss)))
      .context(pen)(losses);
    pen.stroke();
    pen.globalAlpha = 1;
    pen.setLineDash([]);
  }
}

function ink({ pen, height, colours }: Sheet, { look, weight = 0.5 }: Curve): void {
  const thick = Math.max(2, height / 90);
  const now = look === 'you';
  pen.strokeStyle = colours.you;
  pen.lineWidth = now ? thick * 1.3 : thick * 0.8;
  pen.globalAlpha = now ? 1 : weight;
  if (!now) pen.setLineDash([3 * thick, 2.5 * thick]);
}
