import type { FromPreview, ToPreview } from './preview';

/** A line to the worker that trains: as much of one as its users need. */
export interface PreviewLine {
  readonly send: (message: ToPreview) => void;
  readonly close: () => void;
}

/** Opens a line: `hear` gets what the worker says, `lost` is called when it can say no more. */
export type OpenPreview = (hear: (message: FromPreview) => void, lost: () => void) => PreviewLine;

/**
 * Starts the worker. What it throws, an answer that cannot be read and code that cannot be loaded end it: whoever
 * hears of that closes the line. Whoever leaves closes it too; the browser then has the worker's memory back.
 */
export const openPreview: OpenPreview = (hear, lost) => {
  const worker = new Worker(new URL('./preview.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromPreview>) => hear(data));
  worker.addEventListener('messageerror', lost);
  worker.addEventListener('error', lost);
  return {
    send: (message) => worker.postMessage(message),
    close: () => worker.terminate(),
  };
};
