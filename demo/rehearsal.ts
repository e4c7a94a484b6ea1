import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { text } from 'node:stream/consumers';
import type { ApiError, Rehearsed, RehearsalRequest, Turn } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import { inRoom } from '#shared/room-address';

/** The server's seam for simulated students: who has its key is told what they hand in, whatever the lesson. */
export interface Rehearsal {
  readonly url: string;
  readonly code: string;
  /** Asked for again each time: the server may have been started anew. */
  readonly key: () => string;
}

/** Whether the key fits; null: it does. */
export async function keyTrouble(rehearsal: Rehearsal): Promise<ErrorCode | null> {
  const ready = await call(rehearsal, 'GET', '');
  return ready.ok ? null : ready.error;
}

/** What a student hands in, one after the other. */
export async function turnsFor(
  rehearsal: Rehearsal,
  asked: RehearsalRequest,
): Promise<Result<readonly Turn[], ErrorCode>> {
  const answer = await call(rehearsal, 'POST', JSON.stringify(asked));
  return answer.ok ? ok((JSON.parse(answer.value) as Rehearsed).turns) : answer;
}

/** The answer as text. A certificate that the school has signed itself is as good as another one here. */
function call(
  { url, code, key }: Rehearsal,
  method: string,
  body: string,
): Promise<Result<string, ErrorCode>> {
  const address = new URL(inRoom(`/api/rehearsal/${code}`, code), url);
  const request = address.protocol === 'https:' ? requestSecure : requestPlain;
  const headers = {
    authorization: `Bearer ${key()}`,
    ...(body === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
  };
  return new Promise((resolve) => {
    const failed = () => resolve(err('server-failed'));
    const sent = request(address, { method, headers, rejectUnauthorized: false }, (response) => {
      text(response)
        .then((answer) =>
          resolve(response.statusCode === 200 ? ok(answer) : err((JSON.parse(answer) as ApiError).code)),
        )
        .catch(failed);
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
