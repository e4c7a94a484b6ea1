import { parentPort, workerData } from 'node:worker_threads';
import { reference } from '#shared/training/ensemble';
import type { TrainingRequest } from '#shared/training/request';
import { train } from '#shared/training/train';
import { openHanded } from './handed';

const core = openHanded(workerData)?.core ?? reference;

/** One request after the other: the same one gives the same result, bit for bit. Who throws ends the thread. */
parentPort?.on('message', (request: TrainingRequest) => parentPort?.postMessage(train(request, core)));
