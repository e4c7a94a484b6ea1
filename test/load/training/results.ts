import { median } from '../figures';
import { aligned, short } from '../table';
import type { Result } from './rounds';

export const OURS = 'ours (SIMD)';
export const REFERENCE = 'ours (reference)';
export const FLAT = 'flat loop';
export const C = 'C';
export const C_TILES = 'C (tiles)';
export const CONVNETJS = 'convnetjs';

/** A baseline counts only if it takes at most this part of the time of another one. */
const VALID = {
  [FLAT]: { most: 0.5, of: CONVNETJS },
  [C]: { most: 0.11, of: FLAT },
} as const;

function timesOf(results: readonly Result[], name: string | null): readonly number[] | null {
  const result = results.find((one) => one.name === name);
  return result !== undefined && 'times' in result ? result.times : null;
}

/** a / b in each round, of which the median: the two of one round share the machine's mood. Null: one is absent. */
export function ratio(results: readonly Result[], a: string | null, b: string | null): number | null {
  const [above, below] = [timesOf(results, a), timesOf(results, b)];
  if (above === null || below === null) return null;
  return median(above.map((time, round) => time / (below[round] as number)));
}

/** The fastest of ours that took part; null: none did. */
export const ours = (results: readonly Result[]): string | null =>
  [OURS, REFERENCE].find((name) => timesOf(results, name) !== null) ?? null;

/**
 * Ours / C, of the two C programs the faster one. "The same algorithm" can be read in two ways: blocked as the sketch
 * was that our kernel began with (sample by sample), or as the kernel is now (a whole mini-batch in tiles). Whoever
 * claims to be as fast as C must not choose the slower one.
 */
export function besideC(results: readonly Result[]): number | null {
  const found = [C, C_TILES].flatMap((name) => ratio(results, ours(results), name) ?? []);
  return found.length === 0 ? null : Math.max(...found);
}

/** Whether a baseline is worth being compared with, and by what. */
function validity(results: readonly Result[], name: string): string[] {
  if (name !== FLAT && name !== C) return [];
  const { most, of } = VALID[name];
  const found = ratio(results, name, of);
  if (found === null) return [`baseline valid: not known without ${of}`];
  return [`baseline valid: ${found <= most ? 'yes' : 'no'} (${short(found)} x ${of}, at most ${most})`];
}

/** How far parameters are from others: in bits if both are of 32 bits, else the greatest distance. */
export function agreement(own: readonly ArrayLike<number>[], others: readonly ArrayLike<number>[]): string {
  const pairs = own.flatMap((lane, l) =>
    Array.from(lane, (value, i) => [value, others[l]?.[i] ?? NaN] as const),
  );
  if ([...own, ...others].every((lane) => lane instanceof Float32Array)) {
    const differ = pairs.filter(([a, b]) => !Object.is(a, b)).length;
    return differ === 0
      ? `the same ${pairs.length} parameters`
      : `${differ} of ${pairs.length} parameters differ`;
  }
  return `parameters within ${Math.max(...pairs.map(([a, b]) => Math.abs(a - b))).toPrecision(1)}`;
}

const parametersOf = (result: Result | undefined) =>
  result !== undefined && 'times' in result ? result.parameters : null;

/** Whether it has learnt the same as our reference, or as the flat loop where that did not take part. */
function agreed(results: readonly Result[], own: Result): string[] {
  const trained = results.filter((result) => parametersOf(result) !== null);
  const base = [REFERENCE, FLAT].flatMap((name) => trained.find((result) => result.name === name) ?? [])[0];
  const [mine, others] = [parametersOf(own), parametersOf(base)];
  if (base === undefined || base === own || mine === null || others === null) return [];
  return [`beside ${base.name}: ${agreement(mine, others)}`];
}

/** Ours in parts of a C program's time, as the targets have it. */
function partOf(results: readonly Result[], name: string): string[] {
  const part = name === C || name === C_TILES ? ratio(results, ours(results), name) : null;
  return part === null ? [] : [`ours / ${name}: ${short(part)} x`];
}

function rowOf(results: readonly Result[], result: Result): string[] {
  if ('cannot' in result) return [result.name, '', '', '', result.cannot];
  const { name, times } = result;
  const beside = ratio(results, name, ours(results));
  return [
    name,
    `${short(median(times))} ms`,
    `${short(Math.min(...times))} ms`,
    beside === null ? '' : `${short(beside)} x`,
    [...partOf(results, name), ...validity(results, name), ...agreed(results, result)].join('; '),
  ];
}

/** Everybody's CPU for one epoch of one run, beside ours. */
export function resultsTable(title: string, results: readonly Result[]): string {
  const head = [title, 'median', 'best', `/ ${ours(results) ?? 'ours'}`];
  const rows = results.map((result) => rowOf(results, result));
  const notes = rows.map((row) => row[4] ?? '');
  const table = aligned([head, ...rows.map((row) => row.slice(0, 4))]).split('\n');
  return table.map((line, i) => `${line}  ${i === 0 ? '' : (notes[i - 1] ?? '')}`.trimEnd()).join('\n');
}
