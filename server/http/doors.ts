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

const asked = v.optional(v.pipe(v.string(), v.maxLength(100)), '');

/** `sid`: of a connection that is open somewhere; `room`: the code that the request names. */
const doorSchema = v.object({ sid: asked, room: asked });

/**
 * /doorz: whether a request may come here, asked by a proxy that looks for a room's server. One of a connection that is
 * open belongs where that is, everything else where the doors are open; but a session that only a newer build can read
 * belongs to a server of that build.
 */
export function doorRoute(
  app: FastifyInstance,
  standing: Pick<Standing, 'shut'>,
  holds: (connection: string) => boolean,
  isNewer: (code: string) => boolean = () => false,
): void {
  app.get('/doorz', (request, reply) => {
    const parsed = parseBody(doorSchema, request.query);
    const { sid, room } = parsed.ok ? parsed.value : { sid: '', room: '' };
    if (sid !== '') return holds(sid) ? { ok: true } : refuse(reply, 'not-found');
    const shut = standing.shut ?? (isNewer(room) ? 'server-moved' : null);
    return shut === null ? { ok: true } : refuse(reply, shut);
  });
}
