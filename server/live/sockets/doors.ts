import { ServerResponse, STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Server } from 'engine.io';
import type { Shut, Standing } from '../standing';
import { codeIn, idIn } from './lines';

/** A proxy that reads this in an answer asks the next server. */
const STATUS = 503;

const bodyOf = (code: Shut): string => JSON.stringify({ code });

/** What who asked for a websocket is answered, over a line that carries nothing else. */
function rawAnswer(body: string): string {
  const head = [
    `HTTP/1.1 ${STATUS} ${STATUS_CODES[STATUS]}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/** Answers before a connection has been opened: one that is open is told over it. */
function refuse(request: IncomingMessage, response: unknown, code: Shut): void {
  const body = bodyOf(code);
  if (response instanceof ServerResponse)
    response.writeHead(STATUS, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(body);
  else request.socket.end(rawAnswer(body), () => request.socket.destroy());
}

/**
 * Opens no connection while the doors are shut, and none to a session that is for servers of a newer build; requests of
 * those that are open go on.
 */
export function guardDoors(engine: Server, standing: Standing, isNewer: (code: string) => boolean): void {
  engine.use((request: IncomingMessage, response: unknown, next: () => void) => {
    const shut = standing.shut ?? (isNewer(codeIn(request.url)) ? 'server-moved' : null);
    if (shut === null || idIn(request.url) !== null) next();
    else refuse(request, response, shut);
  });
}
