import type { FastifyInstance } from 'fastify';
import type { Stores } from '../stores';
import { refuse } from './answer';

/** A disk that needs longer for one commit is not ready for a class, ms. */
const PATIENCE = 2_000;

/** Resolves with false when `answer` has not come in time, or was none. */
function inTime(answer: Promise<boolean>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE);
    answer
      .then(resolve, () => resolve(false))
      .finally(() => {
        clearTimeout(timer);
      });
  });
}

/** Asks again only once the last question was answered: a disk that hangs is not given more to do. */
function oneAtATime(ask: () => Promise<boolean>): () => Promise<boolean> {
  let asked: Promise<boolean> | null = null;
  return () =>
    (asked ??= ask().finally(() => {
      asked = null;
    }));
}

/** /healthz: the process answers. /readyz: its database can be read and the log takes a commit, both soon. */
export function healthRoutes(app: FastifyInstance, { storage, log }: Stores): void {
  const ready = oneAtATime(async () => {
    const [, committed] = await Promise.all([storage.teachers.count(), log.probe()]);
    return committed;
  });
  app.get('/healthz', () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) =>
    (await inTime(ready())) ? { ok: true } : refuse(reply, 'storage-failed'),
  );
}
