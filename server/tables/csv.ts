import Papa from 'papaparse';
import type { Cell } from '#shared/tables/cell';
import type { Table } from '#shared/tables/table';

type Parted = Exclude<Table['parted'], null>;

/** A tab is meant, a semicolon nearly always, a comma may be in a number. */
const SEPARATORS: readonly Parted[] = ['\t', ';', ','];

/** Lines by which it is told what stands between cells. */
const LOOKED_AT = 60;

/** How often a separator stands in a line outside of quotes. */
function timesIn(line: string, separator: Parted): number {
  let [times, quoted] = [0, false];
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) times += 1;
  }
  return times;
}

/** How many lines agree on how often a separator stands in them, at least once. */
function agreeing(lines: readonly string[], separator: Parted): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const times = timesIn(line, separator);
    if (times > 0) counts.set(times, (counts.get(times) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/** What stands between the cells of a text: what most lines agree on. */
export function partedBy(text: string): Parted {
  const lines = text
    .slice(0, 64 * 1024)
    .split(/\r\n|\r|\n/, LOOKED_AT)
    .filter((line) => line.trim() !== '');
  const enough = Math.max(1, 0.6 * lines.length);
  const found = SEPARATORS.find((separator) => agreeing(lines, separator) >= enough);
  return found ?? SEPARATORS.reduce((a, b) => (agreeing(lines, b) > agreeing(lines, a) ? b : a));
}

/** The cells of a text, row by row; empty rows stay, so that rows keep their numbers. */
export function csvCells(text: string, separator: Parted): readonly (readonly Cell[])[] {
  return Papa.parse<string[]>(text, { delimiter: separator, skipEmptyLines: false }).data;
}
