import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStorage } from '../../../server/storage/prisma/open';
import { temporaryFolder } from '../../support/folder';

it('a write to the cold tables waits for another process that holds them, and nothing else waits with it', async () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'trainoff.db');
  const opened = await openStorage(file, 'prisma/migrations');
  if (!opened.ok) throw new Error(opened.error);
  const { settings, close } = opened.value;
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');

  const order: string[] = [];
  const written = settings.set('a', 'b').then(() => order.push('written'));
  expect(await settings.get('a')).toBeNull();
  order.push('read');
  other.exec('COMMIT');
  await written;

  expect(order).toEqual(['read', 'written']);
  expect(await settings.get('a')).toBe('b');
  other.close();
  await close();
  folder.remove();
});
