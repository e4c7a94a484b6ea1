import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Plan, Said } from './class';
import { between, machineUsed, parts, usedBy, type Part, type Pids, type Used } from './parts';
import type { Reached } from './rate';
import type { Setup } from './setups';

/** One rate, and what it cost. */
export interface Measured extends Reached {
  readonly holds: boolean;
  readonly used: Used;
  /** CPU that the whole machine used meanwhile, others' work too, ms. */
  readonly machine: number;
  /** How long it was measured, ms. */
  readonly ms: number;
}

/** An installation, faster and faster. */
export interface Climbed {
  readonly name: string;
  readonly servers: number;
  /** The highest rate that held. */
  readonly best: number;
  readonly rates: readonly Measured[];
}

const CLASS = fileURLToPath(new URL('cluster-class.js', import.meta.url));

/** Lets a process of its own be all phones of an installation. */
export async function measured(
  setup: Setup,
  plan: Omit<Plan, 'sessions'>,
  say: (line: string) => void,
): Promise<Climbed> {
  const phones = fork(CLASS);
  const pids: Pids = () => ({ ...setup.pids(), phones: [phones.pid ?? NaN] });
  const rates: Measured[] = [];
  const look = () => ({ used: usedBy(pids), machine: machineUsed(), at: performance.now() });
  let before = look();
  const best = await new Promise<number>((resolve, reject) => {
    phones.on('message', (message) => {
      const heard = message as Said;
      if (heard.said === 'over') return resolve(heard.best);
      if (heard.said === 'begins') return void (before = look());
      const now = look();
      const used = between(before.used, now.used);
      const [machine, ms] = [now.machine - before.machine, now.at - before.at];
      const one = { ...heard.reached, holds: heard.holds, used, machine, ms };
      rates.push(one);
      say(toldOf(one));
    });
    phones.once('exit', () =>
      reject(new Error('the class ended before it was over; its reason stands above')),
    );
    phones.send({ ...plan, sessions: setup.sessions } satisfies Plan);
  });
  return { name: setup.name, servers: setup.pids().servers.length, best, rates };
}

/** CPU of a part for each acked answer, ms; null: nothing was acked. */
export const perAnswer = ({ used, acked, ms }: Measured, part: Part): number | null =>
  acked === 0 ? null : used[part] / ((acked * ms) / 1_000);

/** How many cores a part kept at work. */
export const coresOf = ({ used, ms }: Pick<Measured, 'used' | 'ms'>, part: Part): number => used[part] / ms;

/** Of all that one core can do: from here on something does not come to its turn. */
const FULL = 0.85;

/**
 * What was full at a rate: the machine, and how much of it was others' work, or each server, proxy or phones, which are
 * one thread each where it matters; null: nothing was. `cores`: of this machine.
 */
export function saturated(
  one: Pick<Measured, 'used' | 'machine' | 'ms'>,
  servers: number,
  cores: number = availableParallelism(),
): string | null {
  const ours = parts.reduce((sum, part) => sum + coresOf(one, part), 0);
  const all = one.machine / one.ms;
  if (all >= FULL * cores)
    return `the machine (${all.toFixed(1)} of ${cores} cores, ${Math.max(0, all - ours).toFixed(1)} of them others')`;
  const each = {
    servers: coresOf(one, 'servers') / servers,
    proxy: coresOf(one, 'proxy'),
    phones: coresOf(one, 'phones'),
  };
  return Object.entries(each).find(([, busy]) => busy >= FULL)?.[0] ?? null;
}

const toldOf = (one: Measured): string => {
  const cores = parts.map((part) => `${part} ${coresOf(one, part).toFixed(2)}`).join(', ');
  const refused = Object.entries(one.refused).map(([code, times]) => ` ${code} ${times}`);
  return (
    `  ${one.rate}/s: ${one.acked.toFixed(0)} acked, p50 ${one.p50.toFixed(1)} ms, p95 ${one.p95.toFixed(1)} ms ` +
    `${one.holds ? 'holds' : 'too late'}; cores: ${cores}, all of the machine ${(one.machine / one.ms).toFixed(2)}${refused.join('')}`
  );
};
