import { rng } from '#shared/rng';
import { SEED } from './session';

/** Two kinds of shells of which nobody measured any: long and narrow ones, short and wide ones. No two are the same. */
export function shells(count: number, label = 'shells'): string[][] {
  const random = rng(SEED, label);
  const made = new Map<string, string[]>();
  while (made.size < count) {
    const one = made.size % 2;
    const length = 3_000 + 600 * one + random.below(1_600);
    const width = Math.round(0.6 * length) + (one ? -400 : 400) + random.below(500) - 250;
    const row = [
      ...[length, width].map((hundredths) => (hundredths / 100).toFixed(2)),
      one ? 'cono' : 'disco',
    ];
    made.set(row.join(), row);
  }
  return [...made.values()];
}

export const HEADINGS = ['lunghezza (mm)', 'larghezza (mm)', 'specie'];

/** A table as a spreadsheet of an Italian school writes it. */
export const asCsv = (rows: readonly (readonly string[])[], separator = ';'): string =>
  rows.map((row) => row.join(separator)).join('\r\n');

/** With commas before decimals. */
export const withCommas = (rows: readonly (readonly string[])[]): string[][] =>
  rows.map((row) => row.map((cell) => (/^\d+\.\d+$/.test(cell) ? cell.replace('.', ',') : cell)));
