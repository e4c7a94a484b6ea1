import type { Sheet } from './painting.svelte';

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
const ROOM = { left: 2, right: 3, top: 4, bottom: 3 };

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

/** Paints curves over a common axis of epochs, with the line of the undecided network. */
export function paintCurves(sheet: Sheet, curves: readonly Curve[], epochs: number): void {
  const { pen, width, height, colours } = sheet;
  const top = ceiling(curves);
  const across = (epoch: number) => ROOM.left + (epoch / epochs) * (width - ROOM.left - ROOM.right);
  const down = (loss: number) =>
    height - ROOM.bottom - (Math.min(loss, top) / top) * (height - ROOM.top - ROOM.bottom);
  pen.lineJoin = pen.lineCap = 'round';
  pen.lineWidth = 1;
  pen.strokeStyle = colours.line;
  pen.setLineDash([3, 4]);
  line(pen, [
    [across(0), down(UNDECIDED)],
    [width, down(UNDECIDED)],
  ]);
  pen.setLineDash([]);
  line(pen, [
    [1, 0],
    [1, height - 1],
    [width, height - 1],
  ]);
  for (const curve of curves) {
    const { losses } = curve;
    const step = losses.length > 1 ? curve.epochs / (losses.length - 1) : 0;
    ink(sheet, curve);
    line(
      pen,
      losses.map((loss, i) => [across(i * step), down(loss)]),
    );
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

function line(pen: CanvasRenderingContext2D, corners: readonly (readonly [number, number])[]): void {
  pen.beginPath();
  corners.forEach(([x, y], i) => (i === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.stroke();
}
