import { line } from 'd3-shape';
import type { Sheet } from '../kit/painting.svelte';

/** A loss curve: values evenly spaced from the first epoch to `epochs`. */
export interface Curve {
  readonly losses: readonly number[];
  readonly epochs: number;
  /** `you` is violet and thick, `lead` ink and thick; `ghost` is one of many, as faint as `weight` says. */
  readonly look: 'you' | 'lead' | 'ghost' | 'ghost-you';
  /** 0..1 */
  readonly weight?: number;
}

/** The loss of a network that always says 1/2, ln 2: where a curve that learns leaves from. */
const UNDECIDED = 0.6931;
/** A curve that runs away leaves the picture at the top. */
const HIGHEST = 1.5;

/** The largest loss that the picture shows: a little over the highest curve, within bounds. */
export const ceiling = (curves: readonly Curve[]): number =>
  Math.min(
    HIGHEST,
    1.1 * Math.max(UNDECIDED, ...curves.flatMap(({ losses }) => losses.filter(Number.isFinite))),
  );

/** How many epochs a class picture shows: those of all but the longest runs, which leave it on the right. */
export function commonEpochs(runs: readonly { readonly submission: { readonly epochs: number } }[]): number {
  const lengths = runs.map(({ submission }) => submission.epochs).sort((a, b) => a - b);
  return Math.max(10, lengths[Math.floor(0.85 * (lengths.length - 1))] ?? 0);
}

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
  }
}

const thick = ({ height }: Sheet) => Math.max(2, height / 90);

function ink(sheet: Sheet, { look, weight = 0.5 }: Curve): void {
  const { pen, colours } = sheet;
  const mine = look === 'you' || look === 'ghost-you';
  const strong = look === 'you' || look === 'lead';
  pen.strokeStyle = mine ? colours.you : colours.ink;
  pen.lineWidth = strong ? thick(sheet) * 1.3 : thick(sheet) * 0.7;
  pen.globalAlpha = strong ? 1 : weight;
}
