import { quantile, type Figure } from '../../load/figures';
import type { Attack } from './attack';
import type { Fared } from './device';

/** What one way of misbehaving did. */
export interface Outcome extends Fared {
  readonly name: string;
  readonly attack: Attack;
  /** How long the class waited for each ack meanwhile, ms. */
  readonly waits: readonly number[];
  /** CPU that the server used, of one core, 1 being all of it. */
  readonly cpu: number;
  /** Of the server at most, and how much more than before, MB. */
  readonly most: number;
  readonly grown: number;
  /** Lines of the class that were lost. */
  readonly lost: number;
  /** How long newcomers took to come in beside the device, and how long with nobody there who misbehaves, s. */
  readonly joining: { readonly calm: number; readonly took: number } | null;
  /** How long the reveal waited for what is trained, s; null: nobody raced. */
  readonly revealed: number | null;
}

/** How much more memory the server may take while a device misbehaves, MB. */
const GROWTH = 200;

/** What a class may wait for its acks meanwhile, ms; on a machine that has nothing else to do. */
const P95 = 50;

/** How many times as long as in calm newcomers may take beside a device that misbehaves. */
const SLOWER = 1.5;

/** What a reveal may wait for one device's trainings, s. */
const REVEAL = 5;

const ms = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`;

/** A class's acks in three figures. */
export const acksOf = (waits: readonly number[]): string =>
  waits.length === 0
    ? 'no ack at all'
    : `acks p50 / p95 / max ${[0.5, 0.95, 1].map((share) => ms(quantile(waits, share))).join(' / ')}`;

export function lineOf(outcome: Outcome): string {
  const { name, attack, waits, cpu, most, grown, cutAfter, times, lost, joining, told, revealed } = outcome;
  const cut =
    told ?? (cutAfter === null ? 'never cut off' : `cut off after ${cutAfter.toFixed(2)} s (${times} times)`);
  const waited = revealed === null ? '' : `; the reveal waited ${revealed.toFixed(1)} s`;
  const joined =
    joining === null
      ? ''
      : `; newcomers in ${joining.took.toFixed(1)} s (calm: ${joining.calm.toFixed(1)} s)`;
  return (
    `${name} (row ${attack.row}): ${cut}; ${acksOf(waits)}; ` +
    `${(100 * cpu).toFixed(0)} % CPU, ${most.toFixed(0)} MB at most (+${grown.toFixed(0)}); ${lost} lines of the class lost${joined}${waited}`
  );
}

/** What must not have been, a sentence each. */
export function faultsOf(outcome: Outcome, long: boolean): string[] {
  const { name, attack, waits, grown, cutAfter, lost, faults, revealed } = outcome;
  const p95 = quantile(waits, 0.95);
  return [
    ...(lost === 0 ? [] : [`${name}: ${lost} lines of the class were lost`]),
    ...(cutAfter !== null || attack.isKept ? [] : [`${name}: was never cut off`]),
    ...(grown <= GROWTH ? [] : [`${name}: the server grew by ${grown.toFixed(0)} MB`]),
    ...faults.map((fault) => `${name}: ${fault}`),
    ...(revealed === null || revealed <= REVEAL
      ? []
      : [`${name}: the reveal waited ${revealed.toFixed(1)} s`]),
    // Time depends on what else the machine does.
    ...(long && p95 > P95 ? [`${name}: the class waited ${ms(p95)} for its acks (p95)`] : []),
  ];
}

/** Newcomers who took long beside a device. One class in calm takes up to twice as long as another: the median tells. */
export function slowNewcomers(outcomes: readonly Outcome[]): string[] {
  const joined = outcomes.flatMap(({ name, joining }) => (joining ? [{ name, ...joining }] : []));
  const calm = quantile(
    joined.map((one) => one.calm),
    0.5,
  );
  return joined
    .filter(({ took }) => took > calm * SLOWER)
    .map(({ name, took }) => `${name}: newcomers took ${took.toFixed(1)} s, in calm ${calm.toFixed(1)} s`);
}

export const figuresOf = (outcomes: readonly Outcome[]): Figure[] => [
  {
    ...{ name: 'faults.rude-ack-p95-ms', unit: 'ms' },
    value: Math.max(0, ...outcomes.map(({ waits }) => quantile(waits, 0.95) || 0)),
  },
  {
    ...{ name: 'faults.rude-growth-mb', unit: 'MB' },
    value: Math.max(0, ...outcomes.map(({ grown }) => grown)),
  },
  {
    ...{ name: 'faults.rude-reveal-s', unit: 's' },
    value: Math.max(0, ...outcomes.map(({ revealed }) => revealed ?? 0)),
  },
];
