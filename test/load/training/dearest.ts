import { cpuUsage } from 'node:process';
import { MOST_WORK } from '#shared/training/limits';
import type { Family, TrainingRequest } from '#shared/training/request';
import { train } from '#shared/training/train';
import { workOf } from '#shared/training/work';
import { patienceWith, TIMES_SLOWER } from '../../../server/workers/patience';
import type { Row } from '../rows';
import { corners, dearest, type Corner } from './corners';

/** Enough for a compiler to have done its work, and for all corners to be over in minutes. */
const SOME_WORK = 300_000_000;

/** CPU of the reference, ms. */
function taken(request: TrainingRequest): number {
  const before = cpuUsage().user;
  train(request);
  return (cpuUsage().user - before) / 1_000;
}

interface Measured {
  readonly corner: Corner;
  /** ns for a unit of work. */
  readonly unit: number;
}

function measured(corner: Corner): Measured[] {
  const request = dearest(corner, SOME_WORK);
  return request ? [{ corner, unit: (taken(request) * 1e6) / workOf(request) }] : [];
}

const say = (text: string) => process.stdout.write(`${text}\n`);

/** The dearest corner of a family, and the dearest request there that is allowed, trained by the reference. */
function familyRows(family: Family): Row[] {
  const found = corners.filter(({ design }) => design.family === family).flatMap(measured);
  const [worst] = found.sort((a, b) => b.unit - a.unit);
  const request = worst && dearest(worst.corner, MOST_WORK);
  if (!worst || !request) return [];
  const ms = taken(request);
  const patience = patienceWith(request);
  say(`${worst.corner.name}: ${(ms / 1_000).toFixed(1)} s, patience ${(patience / 1_000).toFixed(0)} s`);
  return [
    { name: `core.work-${family}`, value: worst.unit, unit: 'ns', target: null },
    { name: `core.patience-${family}`, value: patience / ms, unit: 'times', target: { least: TIMES_SLOWER } },
  ];
}

const families: readonly Family[] = ['linear', 'mlp', 'cnn', 'rnn', 'transformer'];

/** How the reference stands to what is allowed: for minutes, so it is measured only when it is asked for. */
export const dearestRows = (): Row[] => families.flatMap(familyRows);
