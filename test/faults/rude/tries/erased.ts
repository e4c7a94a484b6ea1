import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionCard, Started } from '#shared/api';
import { Browser } from '../../../support/browser';
import { deskOf } from '../../desk';
import type { Hall } from '../../hall';
import type { Try } from './try';

/** A session that was started, ended and erased. */
async function erased(hall: Hall): Promise<string> {
  const teacher = new Browser(hall.server.base);
  teacher.take(hall.cookie);
  const { id } = (await teacher.post('/api/sessions', { lesson: hall.lesson.id })).body as Started;
  const cards = (await teacher.get('/api/sessions')).body as readonly SessionCard[];
  const code = cards.find((card) => card.id === id)?.code ?? '';
  const desk = deskOf({ ...hall, id, code });
  await desk.arrived();
  await desk.command({ type: 'end' });
  desk.close();
  const { status, text } = await teacher.post(`/api/sessions/${id}/erase`);
  if (status !== 200) throw new Error(`erasing was answered ${status}: ${text}`);
  return id;
}

/** Somebody with a copy of the data folder looks for a session that was erased. */
export const erasedSession: Try = {
  row: 11,
  inFiles: true,
  what: 'an erased session is found in the files',
  play: async (hall) => {
    const id = await erased(hall);
    const { dataDir } = hall.server;
    const found = readdirSync(dataDir).filter((name) => readFileSync(join(dataDir, name)).includes(id));
    return { saw: `its id is in ${found.length} files ${found.join(', ')}`.trim(), held: found.length === 0 };
  },
};
