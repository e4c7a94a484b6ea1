const ROUND = [1, 2, 2.5, 5, 10];
/** About so many round steps lie between the ends of an axis. */
const STEPS = 12;

/** What lies nearer together than this lies at one place: powers of ten soon end at 0. */
export const LEAST_SPAN = 1e-290;
const LEAST_TEN = 1e-300;

/** A power of ten not above a finite size, and never 0. */
function tenBelow(size: number): number {
  if (!(size > LEAST_TEN)) return LEAST_TEN;
  let ten = 1;
  while (ten > size) ten /= 10;
  while (ten * 10 <= size) ten *= 10;
  return ten;
}

/** The smallest round number that is not below a size above 0. */
function roundAbove(size: number): number {
  const ten = tenBelow(size);
  return ten * (ROUND.find((part) => part * ten >= size) ?? 10);
}

/** Without what binary fractions leave behind the twelfth digit. */
const clean = (value: number) => Number(value.toPrecision(12));

/** Round ends for an axis with room around the values from `least` to `most`, which tell no extreme exactly. */
export function endsFor(least: number, most: number): { readonly from: number; readonly to: number } {
  const span = most - least > LEAST_SPAN ? most - least : Math.max(Math.abs(most), 1);
  const step = roundAbove(span / STEPS);
  const [from, to] = [Math.floor(least / step - 0.25) * step, Math.ceil(most / step + 0.25) * step];
  return { from: clean(from), to: clean(to) };
}

/** An axis has about so many marks. */
const MARKS = 5;

/** Round values between two finite ends, in even steps; none between ends that are as good as one. */
export function marksBetween(from: number, to: number): readonly number[] {
  if (!(to - from > LEAST_SPAN && Number.isFinite(to - from))) return [];
  const step = roundAbove((to - from) / MARKS);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => clean((first + i) * step) + 0);
}
