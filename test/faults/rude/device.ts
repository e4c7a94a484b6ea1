import { rng } from '#shared/rng';
import type { Address } from '../../../demo/phone';
import type { Past } from '../../support/past';
import { attacks } from './attacks';

/** What the device is asked to do. */
export interface Task {
  readonly attack: string;
  readonly target: Address;
  readonly past: Past;
  /** For so long, again and again, s. */
  readonly seconds: number;
  readonly seed: string;
  readonly long: boolean;
}

/** How it fared: after how long it was cut off for the first time, s, and how often. Null: it never was. */
export interface Fared {
  readonly cutAfter: number | null;
  readonly times: number;
  readonly error: string | null;
  /** What the device saw, and what it should not have been let do. */
  readonly told: string | null;
  readonly faults: readonly string[];
}

const initials = (attack: string): string =>
  attack
    .split(' ')
    .map((word) => word[0])
    .join('');

/** Rounds so far: names of seats are taken once. */
let rounds = 0;

/** One device that misbehaves, in a process of its own: what it costs must not be what the class waits for. */
async function misbehave({ attack, target, past, seconds, seed, long }: Task): Promise<Fared> {
  const found = attacks[attack];
  if (!found) throw new Error(`nobody misbehaves by ${attack}`);
  const many = found.many?.[long ? 'long' : 'short'] ?? 0;
  const end = performance.now() + seconds * 1_000;
  let cutAfter: number | null = null;
  let times = 0;
  for (let left = seconds; left > 0; left = (end - performance.now()) / 1_000) {
    const since = performance.now();
    const random = rng(seed, `${attack} ${times}`);
    rounds += 1;
    const name = `${initials(attack)} ${rounds}`;
    const ended = await found.play({ target, past, seconds: left, random, many, name });
    if (typeof ended !== 'string')
      return { cutAfter, times, error: null, told: ended.told, faults: ended.faults };
    if (ended === 'kept') break;
    cutAfter ??= (performance.now() - since) / 1_000;
    times += 1;
  }
  return { cutAfter, times, error: null, told: null, faults: [] };
}

process.on('message', (task: Task) => {
  const tell = (fared: Fared) => void process.send?.(fared);
  misbehave(task).then(tell, (error: unknown) =>
    tell({ cutAfter: null, times: 0, error: String(error), told: null, faults: [] }),
  );
});
