import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import type { Lesson } from '#shared/lessons/lesson';
import { readEnv } from '../../../server/env';
import { startSession } from '../../../server/http/sessions';
import { Rooms } from '../../../server/live/rooms';
import { openStores } from '../../../server/stores';
import { TEACHER, type Classroom } from './classroom';

/**
 * A session of a lesson that does not come with the product: begun by the server's own code in the data folder while
 * no server runs, and found there by the server that starts again. Answers with its code; the desk is open.
 */
export async function startScratch(room: Classroom, lesson: Lesson): Promise<string> {
  await room.server.stop();
  const id = await begin(room.server.dataDir, lesson);
  await room.server.restart();
  await room.desk.goto(`${room.address}/teach/sessions/${id}`);
  const code = room.desk.getByText(/^\d{3}\s\d{3}$/).first();
  await expect(code).toBeVisible();
  return (await code.innerText()).replace(/\s/g, '');
}

async function begin(dataDir: string, lesson: Lesson): Promise<string> {
  const env = readEnv({ DATA_DIR: dataDir });
  if (!env.ok) throw new Error(env.error);
  const stores = await openStores(env.value, {
    client: resolve('dist/client'),
    migrations: resolve('prisma/migrations'),
    lessons: resolve('lessons'),
    scripts: pathToFileURL(`${resolve('dist/server')}/`),
  });
  if (!stores.ok) throw new Error(stores.error);
  const { log, storage, close } = stores.value;
  try {
    const teacher = await storage.teachers.named(TEACHER.name);
    const train = () => Promise.resolve(null);
    const rooms = await Rooms.open({ log, train, onEnded: () => undefined, onPutAside: () => undefined });
    const started = await startSession(
      { rooms, sessions: storage.sessions },
      lesson,
      teacher?.id ?? 'nobody',
    );
    await rooms.close();
    if (!started.ok) throw new Error(started.error);
    return started.value;
  } finally {
    await close();
  }
}
