import { parentPort, workerData } from 'node:worker_threads';
import { reference } from '#shared/training/ensemble';
import type { TrainingRequest } from '#shared/training/request';
import { train } from '#shared/training/train';
import { openHanded } from '../../server/workers/handed';
import { THEN_ENDS, troubleOf, type Trouble } from './trouble';

const core = openHanded(workerData)?.core ?? reference;

/** What may go wrong in a training thread. */
const troubles: Readonly<Record<Trouble, (request: TrainingRequest) => unknown>> = {
  loops: () => {
    for (;;);
  },
  throws: () => {
    throw new Error('a bug in the core');
  },
  'eats memory': () => {
    for (const eaten: number[][] = []; ;) eaten.push(new Array<number>(1e6).fill(eaten.length));
  },
  ends: () => process.exit(1),
  'says nothing': () => undefined,
  'cannot be copied': () => () => 'a function',
  'not finite': (request) => ({ ...train(request, core), losses: request.seeds.map(() => [NaN]) }),
  'a score beyond 1': (request) => ({ ...train(request, core), hidden: 1.5 }),
  'a run too few': (request) => ({ ...train(request, core), losses: [] }),
};

/** A training thread that meets the trouble that a request asks for, and trains all others. */
parentPort?.on('message', (request: TrainingRequest) => {
  const trouble = troubleOf(request);
  parentPort?.postMessage(trouble === null ? train(request, core) : troubles[trouble](request));
  if (request.epochs === THEN_ENDS) setImmediate(() => process.exit(1));
});
