import type { FastifyInstance } from 'fastify';
import type { Storage } from '../storage/prisma/open';
import { refuse } from './answer';

/** /healthz: the process answers. /readyz: so do its database and everything before it. */
export function healthRoutes(app: FastifyInstance, { teachers }: Storage): void {
  app.get('/healthz', () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await teachers.count();
      return { ok: true };
    } catch {
      return refuse(reply, 'storage-failed');
    }
  });
}
