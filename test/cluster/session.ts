import type { Addresses, SessionCard, Started as Answer } from '#shared/api';
import type { Lesson } from '#shared/lessons/lesson';
import { inRoom } from '#shared/room-address';
import type { Session } from '../load/school';
import type { Browser } from '../support/browser';
import type { Cluster } from '../support/cluster/cluster';
import { builtId } from '../support/server';

/** A cluster that runs. */
export type Started = Pick<Cluster, 'url' | 'teacher'>;

/** Starts a session of a lesson, whichever server it comes to. */
export async function startSession(
  { url, teacher }: Started,
  lesson: Lesson,
): Promise<Omit<Session, 'pid' | 'watch'>> {
  const { id } = (await posted(teacher, '/api/sessions', { document: lesson })) as Answer;
  const cards = (await teacher.get('/api/sessions')).body as readonly SessionCard[];
  const code = cards.find((card) => card.id === id)?.code ?? '';
  const { screenPath } = (await teacher.get(inRoom(`/api/sessions/${id}/desk`, code))).body as Addresses;
  const screenKey = screenPath.split('#key=')[1] ?? '';
  return { url, build: builtId(), id, code, cookie: teacher.cookie, screenKey };
}

async function posted(browser: Browser, path: string, body: unknown): Promise<unknown> {
  const answer = await browser.post(path, body);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
