import { PICTURES_PATH, type SmallPicture } from '#shared/lessons/api';
import { errorCodes, type ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';

/**
 * POST /api/pictures makes a picture small enough for a lesson. Refuses with `picture-refused`, `picture-too-large`; a server
 * that cannot be reached counts as `server-failed`.
 */
export async function sendPicture(file: Blob): Promise<Result<SmallPicture, ErrorCode>> {
  const headers = { 'content-type': 'application/octet-stream' };
  try {
    const response = await fetch(PICTURES_PATH, {
      ...{ method: 'POST', credentials: 'same-origin', headers, body: file },
    });
    const answer = (await response.json()) as Partial<SmallPicture> & { readonly code?: unknown };
    return response.ok ? ok(answer as SmallPicture) : err(codeIn(answer.code));
  } catch {
    return err('server-failed');
  }
}

const codeIn = (code: unknown): ErrorCode => errorCodes.find((known) => known === code) ?? 'server-failed';
