import type { FastifyInstance } from 'fastify';
import type { Standing } from '../live/standing';
import { refuse } from './answer';

/** While the doors are shut, whatever reads or changes something is for another server. Pages are the same everywhere. */
export function shutDoors(app: FastifyInstance, standing: Standing): void {
  app.addHook('onRequest', async (request, reply) => {
    const { shut } = standing;
    if (shut !== null && request.url.startsWith('/api/')) return refuse(reply, shut);
  });
}
