import { temporaryFolder } from '../../support/folder';
import { median } from '../figures';
import type { Row } from '../rows';
import { short } from '../table';
import { brainjs } from './brainjs';
import { c } from './c';
import type { Contestant } from './contestant';
import { convnetjs, convnetjsCnn } from './convnetjs';
import { dearestRows } from './dearest';
import { narrow, wide, type Dense } from './dense';
import { attending, cnn, recurrent } from './families';
import { flat } from './flat';
import { reference } from './reference';
import { C, C_TILES, OURS, ours, resultsTable } from './results';
import { playRounds, type Result } from './rounds';
import { classSeconds, mapMs, mathErrors } from './sides';
import { simd } from './simd';
import { classRow, mapRow, mathRow, narrowRows, wideRows } from './targets';
import { tfjs } from './tfjs';

/** A part of the bench: says what it found, and returns its figures. */
export type Part = (rounds: number) => Promise<Row[]>;

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Everybody on one workload. */
async function compare<Workload extends { readonly name: string }>(
  workload: Workload,
  contestants: readonly Contestant<Workload>[],
  rounds: number,
): Promise<Result[]> {
  const results = await playRounds(workload, contestants, rounds);
  say(`\n${resultsTable(`${workload.name}: CPU of one epoch and run`, results)}\n`);
  const stand = ours(results);
  if (stand !== OURS) say(`"ours" is ${stand ?? 'nobody'}, because ${OURS} did not take part.\n`);
  return results;
}

const dense =
  (workload: Dense, rowsOf: (results: readonly Result[]) => Row[]): Part =>
  async (rounds) => {
    const folder = temporaryFolder();
    const packages = [convnetjs, brainjs, tfjs('cpu'), tfjs('wasm')];
    try {
      const own = [simd, reference, flat, c(C, folder.path), c(C_TILES, folder.path)];
      return rowsOf(await compare(workload, [...own, ...packages], rounds));
    } finally {
      folder.remove();
    }
  };

/** A workload without a target: figures to read. */
const told =
  <Workload extends { readonly name: string }>(
    workload: Workload,
    contestants: readonly Contestant<Workload>[],
  ): Part =>
  async (rounds) => {
    await compare(workload, contestants, rounds);
    return [];
  };

async function middle(rounds: number, measure: () => Promise<number>): Promise<number> {
  const found: number[] = [];
  for (let round = 0; round < rounds; round++) found.push(await measure());
  return median(found);
}

function math(): Row[] {
  const errors = mathErrors();
  const told = Object.entries(errors).map(([name, error]) => `${name} ${short(error)} ulp`);
  say(told.join(', '));
  return [mathRow(errors)];
}

/** By name, in the order in which they are played. */
export const parts: Readonly<Record<string, Part>> = {
  [narrow.name]: dense(narrow, narrowRows),
  [wide.name]: dense(wide, wideRows),
  [cnn.name]: told(cnn, [simd, reference, convnetjsCnn]),
  [recurrent.name]: told(recurrent, [simd, reference]),
  [attending.name]: told(attending, [simd, reference]),
  map: async (rounds) => [mapRow(await middle(rounds, mapMs))],
  'class-of-30': async (rounds) => [classRow(30, await middle(rounds, () => classSeconds(30)))],
  // Once: it takes ten times as long.
  'class-of-300': async () => [classRow(300, await classSeconds(300))],
  math: () => Promise.resolve(math()),
};

/** Those that are measured only by name. */
export const longParts: Readonly<Record<string, Part>> = {
  dearest: () => Promise.resolve(dearestRows()),
};
