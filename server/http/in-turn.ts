import type { RouteGenericInterface } from 'fastify';
import { err } from '#shared/result';
import { OneAtATime } from '../one-at-a-time';
import type { Handler } from './teacher';

/** Requests of one teacher that may wait; nobody writes faster. */
const MOST_WAITING = 8;

type InTurn = <Route extends RouteGenericInterface>(handle: Handler<Route>) => Handler<Route>;

/** Requests that need the threads by which documents are read and rendered, one at a time; `too-fast` for who asks for more. */
export interface Turns {
  /** In turn with other teachers. */
  readonly reading: InTurn;
  /** The same before all else that its teacher waits for: a class stands in front of them. */
  readonly starting: InTurn;
}

export function takingTurns(): Turns {
  const turns = new OneAtATime(MOST_WAITING);
  const as =
    (what: string): InTurn =>
    (handle) =>
    (teacher, request, reply) =>
      turns.take(`${what} ${teacher.id}`, () => handle(teacher, request, reply)) ??
      Promise.resolve(err('too-fast'));
  return { reading: as('reading'), starting: as('starting') };
}
