import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { derive } from '#shared/rng';
import { mapBy } from '#shared/training/lanes/map';
import { decisionMap } from '#shared/training/map';
import { exp, log, sigmoid, tanh } from '#shared/training/math';
import type { TrainingRequest } from '#shared/training/request';
import { privatePoints, visiblePoints } from '#shared/training/sets/splits';
import { openCompiled } from '../../../server/workers/handed';
import { compileKernel } from '../../../server/workers/kernel';
import { openPool } from '../../../server/workers/pool';
import { anyPositive, floats, logistic, worst } from '../../support/ulp';
import { cpuOf } from './contestant';
import { hiddenLayers, initialParameters, narrow } from './dense';

/** Maps of one measurement. */
const MAPS = 20;

/** ms of CPU for one decision map of 40 x 40 cells of the network of the targets. */
export async function mapMs(): Promise<number> {
  const weights = initialParameters(narrow, narrow.seeds[0]);
  const layers = hiddenLayers(narrow);
  const opened = openCompiled(compileKernel());
  const drawn = opened ? mapBy(opened.kernel) : decisionMap;
  const draw = () => {
    for (let i = 0; i < MAPS; i++) drawn(weights, layers, 'tanh', 40);
  };
  return (await cpuOf(draw)) / MAPS;
}

const SECRET = narrow.seeds[0];

const data = {
  train: visiblePoints('circle', 250, 10, SECRET),
  ...privatePoints('circle', 10, SECRET),
} as const;

/** A class's submissions to one race: no two are alike, so that nothing is trained once for two of them. */
const submission = (i: number): TrainingRequest => ({
  ...{ family: 'mlp', ...data, layers: [8, 8], activation: 'tanh' },
  ...{ rate: 0.03 + i / 10_000, batch: 10, epochs: 200 },
  seeds: [0, 1, 2, 3].map((lane) => derive(SECRET, `hidden ${lane}`)),
});

/** Seconds from the first of so many submissions to the last result, in a pool that nobody has used yet. */
export async function classSeconds(submissions: number): Promise<number> {
  const failures: unknown[] = [];
  const script = pathToFileURL(resolve('dist/server/train.js'));
  const pool = openPool(script, { kernel: compileKernel(), onFailed: (error) => failures.push(error) });
  const requests = Array.from({ length: submissions }, (_, i) => submission(i));
  try {
    const since = performance.now();
    const results = await Promise.all(
      requests.map((request, i) =>
        pool.train({ session: 'one', device: `device ${i}`, job: `job ${i}`, request: () => request }),
      ),
    );
    const seconds = (performance.now() - since) / 1_000;
    if (results.includes(null)) throw new Error('a submission was not scored', { cause: failures[0] });
    return seconds;
  } finally {
    await pool.close();
  }
}

/** The worst error of each function, in ulp, against 64 bits. */
export const mathErrors = () => ({
  exp: worst(exp, Math.exp, [...floats(-103.9, 88.7), ...floats(-1, 1)]),
  tanh: worst(tanh, Math.tanh, [...floats(-10, 10), ...floats(-0.7, 0.7), ...floats(-1e-3, 1e-3)]),
  sigmoid: worst(sigmoid, logistic, [...floats(-87, 20), ...floats(-2, 2)]),
  log: worst(log, Math.log, [...floats(0.5, 2), ...floats(0.999, 1.001), ...anyPositive()]),
});
