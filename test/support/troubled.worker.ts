import { parentPort } from 'node:worker_threads';
import type { TrainingRequest } from '#shared/training/request';
import { train } from '#shared/training/train';
import { THEN_ENDS, troubleOf, type Trouble } from './trouble';

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
  'not finite': (request) => ({ ...train(request), losses: request.seeds.map(() => [NaN]) }),
  'a score beyond 1': (request) => ({ ...train(request), hidden: Infinity }),
  'a run too few': (request) => ({ ...train(request), losses: [] }),
};

/** A training thread that meets the trouble that a request asks for, and trains all others. */
parentPort?.on('message', (request: TrainingRequest) => {
  const trouble = troubleOf(request);
  parentPort?.postMessage(trouble === null ? train(request) : troubles[trouble](request));
  if (request.epochs === THEN_ENDS) setImmediate(() => process.exit(1));
});
