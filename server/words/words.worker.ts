import { parentPort } from 'node:worker_threads';
import { renderAll } from './render';
import type { ToRender } from './scribe';

/** So long a lesson's formulas may take, ms: its teacher waits for the start. What is left then stays as it is written. */
const PATIENCE = 5_000;

/** One lesson after the other. */
parentPort?.on('message', ({ texts }: ToRender) => {
  const end = performance.now() + PATIENCE;
  parentPort?.postMessage(renderAll(texts, () => performance.now() > end));
});
