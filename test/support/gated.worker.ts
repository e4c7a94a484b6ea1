import { parentPort } from 'node:worker_threads';
import type { TrainingRequest } from '#shared/training/request';
import { train } from '#shared/training/train';
import { GATE, type Said } from './gate';

/** A training thread that says what it begins with, and ends only when it is told to. */
const channel = new BroadcastChannel(GATE);
parentPort?.on('message', (request: TrainingRequest) => {
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if ('end' in data && data.end === request.epochs) parentPort?.postMessage(train(request));
  };
  channel.postMessage({ begun: request.epochs } satisfies Said);
});
