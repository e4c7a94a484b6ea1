import { afterEach, beforeEach, expect, it } from 'vitest';
import { boardIn } from '../../../server/rehearsal/board';
import { openPostgres } from '../../../server/storage/postgres/open';
import type { Settings } from '../../../server/storage/prisma/settings';
import { temporaryDatabase } from '../../support/database';
import { onPostgres } from '../../support/on-postgres';

let database: Awaited<ReturnType<typeof temporaryDatabase>>;
let settings: Settings;
let stop: () => Promise<void>;

beforeEach(async () => {
  database = await temporaryDatabase();
  const opened = await openPostgres(database.url, 'prisma/migrations');
  if (!opened.ok) throw new Error(opened.error);
  settings = opened.value.storage.settings;
  stop = opened.value.close;
});
afterEach(async () => {
  await stop();
  await database.remove();
});

it('a rehearsal of a server that was killed leaves nothing behind, once its teacher looks', async () => {
  const board = boardIn(settings);
  const card = { id: 'r', code: '123456', title: { it: 'Il neurone', en: 'The neuron' } };
  await board.put('ada', card);
  expect(await board.of('ada')).toEqual(card);
  await settings.set('rehearsal/ada', JSON.stringify({ ...card, until: Date.now() - 1 }));
  expect(await board.of('ada')).toBeNull();
  expect(await onPostgres(database.url, `SELECT FROM "Setting" WHERE key LIKE 'rehearsal/%'`)).toEqual([]);
});
