import { median, quantile, type Round } from './figures';
import type { Phase } from './phases';
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

/** CPU, memory and traffic of both servers: what the ratios are made of, and what both had to send. */
export function groundsOf(rounds: readonly Round[]): string {
  const both = (name: string, of: (run: Run) => number, unit: string) => [
    name,
    `${short(median(rounds.map(({ ours }) => of(ours))))} ${unit}`,
    `${short(median(rounds.map(({ bare }) => of(bare))))} ${unit}`,
  ];
  const kB = 1_024;
  return aligned([
    ['', 'ours', 'bare'],
    both('CPU to join', ({ join }) => join.cpu, 'ms'),
    both('CPU for the question', ({ choice }) => choice.cpu, 'ms'),
    both('peak memory', ({ memory }) => memory.peak / kB, 'MB'),
    both('sent to phones, joining', ({ join }) => join.traffic.received, 'messages'),
    both('', ({ join }) => join.traffic.receivedBytes / kB, 'kB'),
    both('got from phones, joining', ({ join }) => join.traffic.sent, 'messages'),
    both('', ({ join }) => join.traffic.sentBytes / kB, 'kB'),
    both('sent to phones, question', ({ choice }) => choice.traffic.received, 'messages'),
    both('', ({ choice }) => choice.traffic.receivedBytes / kB, 'kB'),
    both('got from phones, question', ({ choice }) => choice.traffic.sent, 'messages'),
    both('', ({ choice }) => choice.traffic.sentBytes / kB, 'kB'),
  ]);
}

/** What each phase of our server's runs showed, medians over the rounds. */
export function phasesOf(rounds: readonly Round[]): string {
  const head = ['', 'p50', 'p95', 'p99', 'messages', 'kB', 'CPU', 'loop p99', 'loop max', 'memory'];
  const names = ['join', 'choice', 'tune', 'race'] as const;
  const rows = names.map((name) => {
    const phases = rounds.flatMap(({ ours }) => ours[name] ?? []);
    const of = (figure: (phase: Phase) => number) => short(median(phases.map(figure)));
    const wait = (share: number) => of(({ waits }) => quantile(waits, share));
    return [
      ...[name, `${wait(0.5)} ms`, `${wait(0.95)} ms`, `${wait(0.99)} ms`],
      ...[of(({ traffic }) => traffic.received), of(({ traffic }) => traffic.receivedBytes / 1_024)],
      `${of(({ cpu }) => cpu)} ms`,
      ...[`${of(({ late }) => late?.p99 ?? NaN)} ms`, `${of(({ late }) => late?.max ?? NaN)} ms`],
      `${of(({ memory }) => memory / 1_024)} MB`,
    ];
  });
  return aligned([head, ...rows]);
}
