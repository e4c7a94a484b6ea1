import { errorCodes, type ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';

/** A picture as a lesson holds it. */
export interface Made {
  /** `data:image/…;base64,…` */
  readonly data: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/**
 * POST /api/pictures makes a picture small enough for a lesson. Refuses with `picture-refused`, `file-too-large`; a server
 * that cannot be reached counts as `server-failed`.
 */
export async function sendPicture(file: Blob): Promise<Result<Made, ErrorCode>> {
  const headers = { 'content-type': 'application/octet-stream' };
  try {
    const response = await fetch('/api/pictures', {
      ...{ method: 'POST', credentials: 'same-origin', headers, body: file },
    });
    const answer = (await response.json()) as Partial<Made> & { readonly code?: unknown };
    return response.ok ? ok(answer as Made) : err(codeIn(answer.code));
  } catch {
    return err('server-failed');
  }
}

const codeIn = (code: unknown): ErrorCode => errorCodes.find((known) => known === code) ?? 'server-failed';
