import type { FastifyInstance } from 'fastify';
import { processClock } from '../live/clock';
import type { Standing } from '../live/standing';
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

/** An answer is as good as a new one for so long, ms. */
const FRESH = 1_000;

/**
 * One answer for all who ask before it has come, and for a moment after: who asks in a flood makes no commits, and a
 * disk that hangs is not given more to do.
 */
function shared(ask: () => Promise<boolean>, now: () => number): () => Promise<boolean> {
  let asked: Promise<boolean> | null = null;
  let until = Infinity;
  return () => {
    if (asked && now() < until) return asked;
    until = Infinity;
    const answered = () => {
      until = now() + FRESH;
    };
    asked = ask();
    asked.then(answered, answered);
    return asked;
  };
}

/**
 * /healthz: the process answers. /readyz: its database can be read and the log takes a commit, both soon, and people are
 * let in.
 */
export function healthRoutes(app: FastifyInstance, { storage, log }: Stores, standing: Standing): void {
  const ready = shared(async () => {
    const [, committed] = await Promise.all([storage.teachers.count(), log.probe()]);
    return committed;
  }, processClock.now);
  app.get('/healthz', () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    if (standing.shut !== null) return refuse(reply, standing.shut);
    return (await inTime(ready())) ? { ok: true } : refuse(reply, 'storage-failed');
  });
}
