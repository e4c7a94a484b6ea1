import type { OwnTerms } from '#shared/activities/race/config';
import { errorCodes, type ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import type { Table } from '#shared/tables/table';
import type { Worth } from '#shared/tables/worth';

type Answer<T> = Promise<Result<T, ErrorCode>>;

/** The table in a file or in pasted text. Refuses with `table-refused`, `file-too-large`. */
export const readTable = (file: Blob): Answer<Table> =>
  post<Table>('/api/tables/read', 'application/octet-stream', file);

/** Whether a step on one's own table is worth playing. Refuses with `table-refused` where it cannot be played at all. */
export const worthPlaying = (kind: string, config: unknown): Answer<Worth> =>
  post<Worth>('/api/tables/worth', 'application/json', JSON.stringify({ kind, config }));

/** What a race on one's own table costs and asks for, and what does well in it. Refuses with `table-refused` where it cannot be played at all. */
export const raceTerms = (config: unknown): Answer<OwnTerms> =>
  post<OwnTerms>('/api/tables/terms', 'application/json', JSON.stringify({ kind: 'race', config }));

/** A server that cannot be reached counts as `server-failed`. */
async function post<T>(path: string, type: string, body: BodyInit): Answer<T> {
  try {
    const headers = { 'content-type': type };
    const response = await fetch(path, { method: 'POST', credentials: 'same-origin', headers, body });
    const answer: unknown = await response.json();
    return response.ok ? ok(answer as T) : err(codeIn(answer));
  } catch {
    return err('server-failed');
  }
}

const codeIn = (answer: unknown): ErrorCode =>
  errorCodes.find((code) => code === (answer as { readonly code?: unknown } | null)?.code) ?? 'server-failed';
