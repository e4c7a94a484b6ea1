import { median, type Line, type Round } from './figures';
import type { Run } from './question';

/** Three digits that matter, or the whole number. */
export const short = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));

/** Rows as columns: the first one to the left, the others to the right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return rows.map(line).join('\n');
}

/** Figures beside what the bare server reached and what we want. */
export function tableOf(lines: readonly Line[]): string {
  const body = lines.map(({ name, value, unit, bare, target }) => [
    name,
    `${short(value)} ${unit}`,
    bare === null ? '' : short(bare),
    `<= ${short(target)}`,
    value <= target ? 'met' : 'missed',
  ]);
  return aligned([['', 'ours', 'bare', 'target', ''], ...body]);
}

/** CPU, memory and traffic of both servers: what the ratios are made of, and that both did the same work. */
export function groundsOf(rounds: readonly Round[]): string {
  const both = (name: string, of: (run: Run) => number, unit: string) => [
    name,
    `${short(median(rounds.map(({ ours }) => of(ours))))} ${unit}`,
    `${short(median(rounds.map(({ bare }) => of(bare))))} ${unit}`,
  ];
  const kB = 1_024;
  return aligned([
    ['', 'ours', 'bare'],
    both('CPU to join', ({ joinCpu }) => joinCpu, 'ms'),
    both('CPU for the question', ({ answerCpu }) => answerCpu, 'ms'),
    both('peak memory', ({ memory }) => memory.peak / kB, 'MB'),
    both('sent to phones, joining', ({ traffic }) => traffic.join.received, 'messages'),
    both('', ({ traffic }) => traffic.join.receivedBytes / kB, 'kB'),
    both('got from phones, joining', ({ traffic }) => traffic.join.sent, 'messages'),
    both('', ({ traffic }) => traffic.join.sentBytes / kB, 'kB'),
    both('sent to phones, question', ({ traffic }) => traffic.question.received, 'messages'),
    both('', ({ traffic }) => traffic.question.receivedBytes / kB, 'kB'),
    both('got from phones, question', ({ traffic }) => traffic.question.sent, 'messages'),
    both('', ({ traffic }) => traffic.question.sentBytes / kB, 'kB'),
  ]);
}
