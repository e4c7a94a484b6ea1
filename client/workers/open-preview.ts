import type { FromPreview, ToPreview } from './preview';

/** A line to the worker that trains: as much of one as its users need. */
export interface PreviewLine {
  readonly send: (message: ToPreview) => void;
  readonly close: () => void;
}

/** Starts the worker; `hear` gets what it says. Whoever leaves closes it. */
export function openPreview(hear: (message: FromPreview) => void): PreviewLine {
  const worker = new Worker(new URL('./preview.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromPreview>) => hear(data));
  return {
    send: (message) => worker.postMessage(message),
    close: () => worker.terminate(),
  };
}
