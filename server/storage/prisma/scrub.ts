import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Writes the cold tables anew, so that nothing of what was deleted is left in a page, in a gap between two rows or in
 * the WAL. False if somebody kept reading the old pages all the while: then the next one does it, at the latest that of
 * a start (server/storage/migrate.ts).
 */
export type Scrub = () => Promise<boolean>;

/**
 * Scrubs on a thread of its own, for as long as it takes: lessons with pictures make a file of a hundred megabytes, which
 * is half a second, and a class would wait for it. `scripts`: the folder of the built threads. One at a time; `settled`
 * resolves once none is under way.
 */
export function scrubbing(file: string, scripts: URL): { readonly scrub: Scrub; readonly settled: Scrub } {
  let last: Promise<boolean> = Promise.resolve(true);
  const run = async () => {
    const worker = new Worker(new URL('scrub.js', scripts), { workerData: { file } });
    const [done] = (await once(worker, 'message')) as [boolean];
    return done;
  };
  const scrub = () => (last = last.then(run).catch(() => false));
  return { scrub, settled: () => last };
}
