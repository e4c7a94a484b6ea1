import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../server/storage/migrate';
import { PrismaClient } from '../../server/storage/generated/client';

const COMMITTED = resolve('prisma/migrations');

const PARENT_AND_CHILD = `
  CREATE TABLE parent (id TEXT PRIMARY KEY, name TEXT);
  CREATE TABLE child (id TEXT PRIMARY KEY, parent TEXT NOT NULL REFERENCES parent(id) ON DELETE CASCADE);
  INSERT INTO parent VALUES ('p', 'Ada');
  INSERT INTO child VALUES ('c', 'p');`;

/** How SQLite changes a column: a new table, the rows, the old one dropped, the new one renamed. */
const REBUILD_PARENT = `
  PRAGMA foreign_keys=OFF;
  CREATE TABLE new_parent (id TEXT PRIMARY KEY, name TEXT NOT NULL);
  INSERT INTO new_parent SELECT id, name FROM parent;
  DROP TABLE parent;
  ALTER TABLE new_parent RENAME TO parent;
  PRAGMA foreign_keys=ON;`;

let home: string;
let file: string;
let folder: string;

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

function query(sql: string): unknown[] {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'trainoff-migrate-'));
  file = join(home, 'trainoff.db');
  folder = join(home, 'migrations');
  mkdirSync(folder);
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('the committed migrations', () => {
  test('make a fresh database once, and do nothing the second time', () => {
    const first = migrate(file, COMMITTED);
    expect(first.ok && first.value[0]).toBe('0001_init');
    expect(migrate(file, COMMITTED)).toEqual({ ok: true, value: [] });
  });

  test('hold every table and column of the models: each one can be written, read and erased', async () => {
    migrate(file, COMMITTED);
    const prisma = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: `file:${file}` }) });
    const soon = new Date(2030, 0);
    const title = { it: 'Il neurone', en: 'The neuron' };
    await prisma.teacher.create({ data: { id: 't', name: 'Ada', passwordHash: 'h' } });
    await prisma.signIn.create({ data: { tokenHash: 'k', teacherId: 't', expiresAt: soon } });
    await prisma.session.create({ data: { id: 's', teacherId: 't', lessonId: 'l', code: '123456', title } });
    await prisma.setting.create({ data: { key: 'a', value: 'b' } });

    expect(await prisma.signIn.findFirst()).toMatchObject({ teacherId: 't', expiresAt: soon });
    expect(await prisma.session.findFirst()).toMatchObject({ title, kept: false, endedAt: null });
    await prisma.teacher.delete({ where: { id: 't' } });
    expect([await prisma.signIn.count(), await prisma.session.count(), await prisma.setting.count()]).toEqual(
      [0, 0, 1],
    );
    await prisma.$disconnect();
  });
});

describe('a migration that rebuilds a table', () => {
  test('keeps the rows that point at it', () => {
    write('0001_init', PARENT_AND_CHILD);
    migrate(file, folder);
    write('0002_name_required', REBUILD_PARENT);

    expect(migrate(file, folder)).toEqual({ ok: true, value: ['0002_name_required'] });
    expect(query('SELECT id, parent FROM child')).toEqual([{ id: 'c', parent: 'p' }]);
  });

  test('is undone when it would leave a row without its parent', () => {
    write('0001_init', PARENT_AND_CHILD);
    migrate(file, folder);
    write(
      '0002_forgets_rows',
      REBUILD_PARENT.replace('INSERT INTO new_parent SELECT id, name FROM parent;', ''),
    );

    expect(migrate(file, folder)).toMatchObject({ ok: false, error: { code: 'migration-failed' } });
    expect(query('SELECT id FROM parent')).toEqual([{ id: 'p' }]);
    expect(query('SELECT id FROM child')).toEqual([{ id: 'c' }]);
  });
});

describe('a migration that fails half way', () => {
  test('leaves nothing behind, keeps the ones before it, and runs again once it is mended', () => {
    write('0001_init', PARENT_AND_CHILD);
    write('0002_broken', `INSERT INTO parent VALUES ('q', 'Bo'); INSERT INTO nowhere VALUES (1);`);

    expect(migrate(file, folder)).toMatchObject({
      ok: false,
      error: { code: 'migration-failed', migration: '0002_broken' },
    });
    expect(query('SELECT id FROM parent')).toEqual([{ id: 'p' }]);

    write('0002_broken', `INSERT INTO parent VALUES ('q', 'Bo');`);
    expect(migrate(file, folder)).toEqual({ ok: true, value: ['0002_broken'] });
  });
});

describe('history', () => {
  test('that was rewritten is refused by name', () => {
    write('0001_init', PARENT_AND_CHILD);
    migrate(file, folder);
    write('0001_init', `${PARENT_AND_CHILD} -- changed`);

    expect(migrate(file, folder)).toMatchObject({
      ok: false,
      error: { code: 'migration-changed', migration: '0001_init' },
    });
  });

  test('of a newer version is refused: an older server must not write into it', () => {
    write('0001_init', PARENT_AND_CHILD);
    write('0002_later', 'CREATE TABLE later (id TEXT);');
    migrate(file, folder);
    rmSync(join(folder, '0002_later'), { recursive: true });

    expect(migrate(file, folder)).toMatchObject({ ok: false, error: { code: 'migration-missing' } });
  });
});
