import { quantile, type Figure } from '../load/figures';
import type { Outcome } from './play';
import type { Wait } from './reached';

const inSeconds = (ms: number): number => Math.round(ms) / 1_000;

/** Longest and p95, s; 0 where nobody waited. */
function spread(waits: readonly number[]): { readonly longest: number; readonly p95: number } {
  if (waits.length === 0) return { longest: 0, p95: 0 };
  return {
    longest: inSeconds(waits.reduce((a, b) => Math.max(a, b), 0)),
    p95: inSeconds(quantile(waits, 0.95)),
  };
}

const both = (waits: readonly Wait[]) => ({
  reachable: spread(waits.map((one) => one.reachable)),
  whole: spread(waits.map((one) => one.whole)),
});

/** What a run came to, as figures. */
export function figuresOf({ acked, lost, doubled, kills, lines, acks, events, boards }: Outcome): Figure[] {
  const [line, ack] = [both(lines), both(acks)];
  const count = (name: string, value: number, unit: string) => ({ name: `cluster.${name}`, value, unit });
  return [
    count('kills', kills, 'SIGKILLs'),
    count('acked', acked, 'answers'),
    count('lost', lost, 'answers'),
    count('doubled', doubled, 'answers'),
    count('events', events, 'events'),
    count('boards', boards, 'boards'),
    count('lines-broken', lines.length, 'lines'),
    count('back-longest-s', line.reachable.longest, 's'),
    count('back-p95-s', line.reachable.p95, 's'),
    count('away-longest-s', line.whole.longest, 's'),
    count('away-p95-s', line.whole.p95, 's'),
    count('ack-longest-s', ack.reachable.longest, 's'),
    count('ack-p95-s', ack.reachable.p95, 's'),
    count('ack-whole-longest-s', ack.whole.longest, 's'),
  ];
}

/** The same for whoever reads the terminal. */
export function linesOf(outcome: Outcome): string[] {
  const { acked, lost, doubled, kills, lines, acks, events, boards, codes } = outcome;
  const [line, ack] = [both(lines), both(acks)];
  return [
    `${kills} SIGKILLs; ${acked} answers acked, ${lost} lost, ${doubled} doubled; ${events} events without a gap, ${boards} boards held against them`,
    `${lines.length} lines broke; back after ${line.reachable.p95} s (p95), ${line.reachable.longest} s (longest), from when the home could be reached; ${line.whole.p95} s and ${line.whole.longest} s from the break`,
    `${acks.length} answers; acked after ${ack.reachable.p95} s (p95), ${ack.reachable.longest} s (longest), from when the home could be reached; ${ack.whole.p95} s and ${ack.whole.longest} s from sending`,
    `codes that phones were given: ${[...codes].map(([code, times]) => `${code} ${times}`).join(', ') || 'none'}`,
  ];
}
