import type { Kept, OwnLesson, Preview, VersionCard } from '#shared/lessons/api';
import { ask, get, post, type Answer } from '../teach/api';

/** Bodies that are sent while a page is left have at most this many characters: browsers take 64 kB. */
const LEAVING = 20_000;

const of = (id: string) => `/api/own-lessons/${encodeURIComponent(id)}`;

/** A document on top of the version that it was made from; `leaving`: the page does not wait for the answer. */
export function save(id: string, document: unknown, from: number, leaving = false): Answer<Kept> {
  const body = JSON.stringify({ document, from });
  const headers = { 'content-type': 'application/json' };
  const keepalive = leaving && body.length <= LEAVING;
  return ask(of(id), { method: 'PUT', headers, body, keepalive });
}

export const lessonOf = (id: string): Answer<OwnLesson> => get(of(id));
export const versionsOf = (id: string): Answer<readonly VersionCard[]> => get(`${of(id)}/versions`);
export const versionOf = (id: string, number: number): Answer<OwnLesson> =>
  get(`${of(id)}/versions/${number}`);
export const previewOf = (document: unknown, step: number): Answer<Preview> =>
  post('/api/lessons/preview', { document, step });

/** What of the schema of lessons is a kind's own; null where it could not be had, and forms do without. */
export async function schemaOfKinds(): Promise<Readonly<Record<string, unknown>>> {
  const answer = await get<{ readonly $defs?: Readonly<Record<string, unknown>> }>('/api/lesson.schema.json');
  return answer.ok ? (answer.value.$defs ?? {}) : {};
}
