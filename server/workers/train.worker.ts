import { parentPort, workerData } from 'node:worker_threads';
import { reference } from '#shared/training/ensemble';
import { reckon } from '#shared/training/together/reckon';
import { train } from '#shared/training/train';
import { openHanded } from './handed';
import { isOfClass, type WorkRequest } from './work';

const core = openHanded(workerData)?.core ?? reference;

/** One request after the other: the same one gives the same result, bit for bit. Who throws ends the thread. */
parentPort?.on('message', (request: WorkRequest) =>
  parentPort?.postMessage(isOfClass(request) ? reckon(request) : train(request, core)),
);
