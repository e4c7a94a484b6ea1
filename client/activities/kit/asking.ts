import { errorCodes, type ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';

/** What a form asks the server. */
export type Answer<T> = Promise<Result<T, ErrorCode>>;

/** Sends a file, which is read for what it is. */
export const postFile = <T>(path: string, file: Blob): Answer<T> =>
  post<T>(path, 'application/octet-stream', file);

export const postJson = <T>(path: string, body: unknown): Answer<T> =>
  post<T>(path, 'application/json', JSON.stringify(body));

/** `server-unreachable` where none answers; one that answers in another tongue counts as `server-failed`. */
async function post<T>(path: string, type: string, body: BodyInit): Answer<T> {
  const headers = { 'content-type': type };
  const sent = { method: 'POST', credentials: 'same-origin', headers, body } as const;
  const response = await fetch(path, sent).catch(() => null);
  if (!response) return err('server-unreachable');
  try {
    const answer: unknown = await response.json();
    return response.ok ? ok(answer as T) : err(codeIn(answer));
  } catch {
    return err('server-failed');
  }
}

const codeIn = (answer: unknown): ErrorCode =>
  errorCodes.find((code) => code === (answer as { readonly code?: unknown } | null)?.code) ?? 'server-failed';
