/** A loss is shown to thousandths. */
const rounded = (loss: number) => Math.round(loss * 1_000) / 1_000;

/** At most `count` values of a curve, evenly spaced, the first and the last among them; what is not finite ends it. */
export function thinned(curve: readonly number[], count: number): number[] {
  const end = curve.findIndex((loss) => !Number.isFinite(loss));
  const finite = end < 0 ? curve : curve.slice(0, end);
  if (finite.length <= count) return finite.map(rounded);
  const every = (finite.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, i) => rounded(finite[Math.round(i * every)] ?? 0));
}

/** The median of some curves, point by point; a curve that ended early is left out from there on. */
export function medianCurve(curves: readonly (readonly number[])[]): number[] {
  const length = Math.max(0, ...curves.map((curve) => curve.length));
  return Array.from({ length }, (_, i) => median(curves.flatMap((curve) => curve[i] ?? [])));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const high = sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0;
  return (low + high) / 2;
}
