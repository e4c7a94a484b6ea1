import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { Standing } from '../live/standing';
import { parseBody, refuse } from './answer';

/** While the doors are shut, whatever reads or changes something is for another server. Pages are the same everywhere. */
export function shutDoors(app: FastifyInstance, standing: Standing): void {
  app.addHook('onRequest', async (request, reply) => {
    const { shut } = standing;
    if (shut !== null && request.url.startsWith('/api/')) return refuse(reply, shut);
  });
}

/** `sid`: of a connection that is open somewhere. */
const doorSchema = v.object({ sid: v.optional(v.pipe(v.string(), v.maxLength(100)), '') });

/**
 * /doorz: whether a request may come here, asked by a proxy that looks for a room's server. One of a connection that is
 * open belongs where that is, everything else where the doors are open.
 */
export function doorRoute(
  app: FastifyInstance,
  standing: Pick<Standing, 'shut'>,
  holds: (connection: string) => boolean,
): void {
  app.get('/doorz', (request, reply) => {
    const asked = parseBody(doorSchema, request.query);
    const sid = asked.ok ? asked.value.sid : '';
    if (sid !== '') return holds(sid) ? { ok: true } : refuse(reply, 'not-found');
    return standing.shut === null ? { ok: true } : refuse(reply, standing.shut);
  });
}
