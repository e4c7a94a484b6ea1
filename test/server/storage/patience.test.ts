import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStorage } from '../../../server/storage/prisma/open';
import { temporaryFolder } from '../../support/folder';
import { threadScripts } from '../../support/threads';

it('a write to the cold tables waits for another process that holds them, and nothing else waits with it', async () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'trainoff.db');
  const opened = await openStorage(file, 'prisma/migrations', threadScripts);
  if (!opened.ok) throw new Error(opened.error);
  const { settings, lessons, teachers, close } = opened.value;
  await teachers.add({ id: 'ada', name: 'Ada', passwordHash: '' });
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');

  const order: string[] = [];
  const written = settings.set('a', 'b').then(() => order.push('written'));
  const face = { title: {}, about: {}, tags: [], steps: [] };
  const version = { face, ready: false, document: '{}' };
  const saved = lessons.add({ teacherId: 'ada', id: 'mine' }, version, new Date());
  expect(await settings.get('a')).toBeNull();
  order.push('read');
  other.exec('COMMIT');
  await written;

  expect(order).toEqual(['read', 'written']);
  expect(await settings.get('a')).toBe('b');
  expect(await saved).toBe(true);
  other.close();
  await close();
  folder.remove();
});
