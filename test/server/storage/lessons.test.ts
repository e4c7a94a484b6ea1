import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewVersion } from '../../../server/storage/prisma/lesson-rows';
import { openStorage, type Storage } from '../../../server/storage/prisma/open';
import { openPostgres } from '../../../server/storage/postgres/open';
import { temporaryDatabase } from '../../support/database';
import { onPostgres } from '../../support/on-postgres';
import { temporaryFolder } from '../../support/folder';
import { threadScripts } from '../../support/threads';
import { sql } from '../../support/sql';

/** A database that holds lessons, asked and changed from outside as well. */
interface Kept {
  readonly open: () => Promise<Storage>;
  readonly sql: (statement: string) => Promise<unknown[]>;
  /** Whether a word is anywhere in what is kept. */
  readonly holds: (word: string) => Promise<boolean>;
  readonly remove: () => void | Promise<void>;
}

const kinds: Record<string, () => Promise<Kept>> = {
  SQLite: () => {
    const { path, remove } = temporaryFolder();
    const open = async () => {
      const opened = await openStorage(
        join(path, 'trainoff.db'),
        resolve('prisma/migrations'),
        threadScripts,
      );
      if (!opened.ok) throw new Error(opened.error);
      return opened.value;
    };
    return Promise.resolve({
      open,
      sql: (statement) => Promise.resolve(sql(path, statement)),
      // In every byte of the file and its WAL.
      holds: (word) =>
        Promise.resolve(readdirSync(path).some((name) => readFileSync(join(path, name)).includes(word))),
      remove,
    });
  },
  PostgreSQL: async () => {
    const { url, remove } = await temporaryDatabase();
    const open = async () => {
      const opened = await openPostgres(url, resolve('prisma/migrations'));
      if (!opened.ok) throw new Error(opened.error);
      return { ...opened.value.storage, close: opened.value.close };
    };
    const run = (statement: string) => onPostgres(url, statement);
    const words = `SELECT 1 FROM "LessonVersion" WHERE CAST("title" AS TEXT) LIKE`;
    const holds = async (word: string) => (await run(`${words} '%${word}%'`)).length > 0;
    return { open, sql: run, holds, remove };
  },
};

describe.each(Object.entries(kinds))('in %s', (_name, keep) => {
  let kept: Kept;
  let storage: Storage;

  beforeEach(async () => {
    kept = await keep();
    storage = await kept.open();
    for (const id of ['ada', 'bob']) await storage.teachers.add({ id, name: id, passwordHash: '' });
  });

  afterEach(async () => {
    expect(unreadable).toEqual([]);
    await storage.close();
    await kept.remove();
  });

  const at = (minute: number) => new Date(Date.parse('2026-03-01T08:00:00.000Z') + minute * 60_000);

  const version = (words: string, more = {}): NewVersion => ({
    face: {
      ...{ title: { it: words }, about: {}, tags: ['fisica'] },
      steps: [{ kind: 'choice', title: {}, seconds: null, star: true }],
    },
    ready: false,
    document: JSON.stringify({ words }),
    ...more,
  });

  const whose = { teacherId: 'ada', id: 'mine' };
  const lessons = () => storage.lessons;
  const unreadable: string[] = [];
  const tell = ({ message }: Error) => unreadable.push(message);
  const of = (teacherId: string) => lessons().of(teacherId, tell);
  const away = (teacherId: string) => lessons().away(teacherId, tell);
  const newest = async () => {
    const found = await lessons().newest(whose);
    return found && [found.number, found.document];
  };

  describe('a lesson', () => {
    it('is what its first version says, and on its teacher’s shelf alone', async () => {
      expect(await lessons().add(whose, version('one'), at(0))).toBe(true);
      expect(await newest()).toEqual([1, '{"words":"one"}']);
      expect(await of('ada')).toEqual([
        { id: 'mine', number: 1, savedAt: at(0), ready: false, face: version('one').face },
      ]);
      expect(await of('bob')).toEqual([]);
      expect(await lessons().newest({ teacherId: 'bob', id: 'mine' })).toBeNull();
    });

    it('has whatever words JSON can hold, also half a surrogate pair and a NUL', async () => {
      const { face, ...rest } = version('odd');
      const odd = { ...rest, face: { ...face, title: { it: 'a\ud800b\u0000c' } } };
      await lessons().add(whose, odd, at(0));
      expect((await of('ada'))[0]?.face.title).toEqual({ it: 'a\ud800b\u0000c' });
    });

    it('of somebody else may have the same id', async () => {
      await lessons().add(whose, version('hers'), at(0));
      expect(await lessons().add({ teacherId: 'bob', id: 'mine' }, version('his'), at(1))).toBe(true);
      expect(await newest()).toEqual([1, '{"words":"hers"}']);
    });

    it('takes no id that there is, also if its first version has been let go', async () => {
      await lessons().add(whose, version('one'), at(0));
      expect(await lessons().add(whose, version('other'), at(1))).toBe(false);
      await lessons().save(whose, 1, version('two'), at(2));
      await kept.sql('DELETE FROM "LessonVersion" WHERE "number" = 1');
      expect(await lessons().add(whose, version('other'), at(3))).toBe(false);
      expect(await newest()).toEqual([2, '{"words":"two"}']);
    });

    it('that a crash left without a version is not there, and its id is free', async () => {
      await kept.sql(`INSERT INTO "Lesson" ("teacherId", "id") VALUES ('ada', 'mine')`);
      expect(await of('ada')).toEqual([]);
      expect([...(await lessons().taken('ada'))]).toEqual([]);
      expect(await lessons().putAway(whose, at(0))).toBe(false);
      expect(await lessons().save(whose, 0, version('none'), at(0))).toBe(false);
      expect(await lessons().add(whose, version('one'), at(1))).toBe(true);
    });

    it('is the same after the file was closed and opened', async () => {
      await lessons().add(whose, version('one'), at(0));
      await storage.close();
      storage = await kept.open();
      expect(await newest()).toEqual([1, '{"words":"one"}']);
    });
  });

  describe('a save', () => {
    beforeEach(() => lessons().add(whose, version('one'), at(0)));

    it('is the next version, and the one before can still be read', async () => {
      expect(await lessons().save(whose, 1, version('two', { ready: true }), at(1))).toBe(true);
      expect(await newest()).toEqual([2, '{"words":"two"}']);
      expect((await lessons().version(whose, 1))?.document).toBe('{"words":"one"}');
      expect(await lessons().versions(whose)).toEqual([
        { number: 2, savedAt: at(1), steps: 1 },
        { number: 1, savedAt: at(0), steps: 1 },
      ]);
      expect(await of('ada')).toMatchObject([{ number: 2, ready: true, face: { title: { it: 'two' } } }]);
    });

    it('of ten at once on one version is one, and the others are told', async () => {
      const told = await Promise.all(
        Array.from({ length: 10 }, (_, i) => lessons().save(whose, 1, version(`${i}`), at(1))),
      );
      const won = told.indexOf(true);
      expect(told.filter(Boolean)).toHaveLength(1);
      expect(await newest()).toEqual([2, JSON.stringify({ words: `${won}` })]);
    });

    it('on top of an older one is refused, also where the versions between were let go', async () => {
      for (let number = 1; number < 4; number++)
        await lessons().save(whose, number, version('more'), at(number));
      await kept.sql('DELETE FROM "LessonVersion" WHERE "number" IN (2, 3)');
      expect(await lessons().save(whose, 1, version('late'), at(9))).toBe(false);
      expect(await lessons().save(whose, 7, version('early'), at(9))).toBe(false);
      expect((await lessons().versions(whose)).map(({ number }) => number)).toEqual([4, 1]);
    });

    it('of a lesson that was put away, or never was, is none', async () => {
      await lessons().putAway(whose, at(1));
      expect(await lessons().save(whose, 1, version('two'), at(2))).toBe(false);
      expect(await lessons().save({ ...whose, id: 'other' }, 1, version('two'), at(2))).toBe(false);
    });
  });

  it('a shelf has what was saved last first', async () => {
    for (const [i, id] of ['a', 'b', 'c'].entries())
      await lessons().add({ ...whose, id }, version(id), at(i));
    await lessons().save({ ...whose, id: 'a' }, 1, version('again'), at(5));
    expect((await of('ada')).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });

  it('a lesson with a kind of a newer build does not hide the others, neither on the shelf nor put away', async () => {
    const steps = (kind: string) => JSON.stringify([{ kind, title: {}, seconds: null, star: false }]);
    for (const [i, id] of ['newer', 'mine', 'newer-away', 'away'].entries())
      await lessons().add({ ...whose, id }, version(id), at(i));
    for (const id of ['newer-away', 'away']) await lessons().putAway({ ...whose, id }, at(5));
    await kept.sql(
      `UPDATE "LessonVersion" SET "steps" = '${steps('of-tomorrow')}' WHERE "lessonId" = 'newer'`,
    );
    await kept.sql(`UPDATE "LessonVersion" SET "title" = '[7]' WHERE "lessonId" = 'newer-away'`);
    expect((await of('ada')).map(({ id }) => id)).toEqual(['mine']);
    expect((await away('ada')).map(({ id }) => id)).toEqual(['away']);
    expect(unreadable.splice(0)).toEqual([
      expect.stringContaining('newer'),
      expect.stringContaining('newer-away'),
    ]);
  });

  describe('what was put away', () => {
    beforeEach(() => lessons().add(whose, version('a very rare word'), at(0)));

    it('is not there, but its id is taken, and it can be taken back as it was', async () => {
      expect(await lessons().putAway(whose, at(1))).toBe(true);
      expect(await lessons().putAway(whose, at(2))).toBe(false);
      expect([await of('ada'), await newest(), await lessons().versions(whose)]).toEqual([[], null, []]);
      expect([...(await lessons().taken('ada'))]).toEqual(['mine']);
      expect(await lessons().add(whose, version('new'), at(2))).toBe(false);
      expect(await away('ada')).toEqual([
        { id: 'mine', title: { it: 'a very rare word' }, deletedAt: at(1) },
      ]);
      expect(await away('bob')).toEqual([]);
      expect(await lessons().takeBack({ ...whose, teacherId: 'bob' })).toBe(false);
      expect(await lessons().takeBack(whose)).toBe(true);
      expect(await lessons().takeBack(whose)).toBe(false);
      expect(await newest()).toEqual([1, '{"words":"a very rare word"}']);
    });

    it('is removed with all its versions once its time is up, and nothing else is', async () => {
      await lessons().add({ ...whose, id: 'other' }, version('stays'), at(0));
      await lessons().save(whose, 1, version('two'), at(1));
      await lessons().putAway(whose, at(10));
      expect(await kept.holds('a very rare word')).toBe(true);
      expect(await lessons().removeAway(at(10))).toBe(true);
      expect(await away('ada')).toHaveLength(1);
      expect(await lessons().removeAway(at(11))).toBe(true);
      expect(await kept.holds('a very rare word')).toBe(false);
      expect(await away('ada')).toEqual([]);
      expect(await kept.sql('SELECT "lessonId" FROM "LessonVersion"')).toEqual([{ lessonId: 'other' }]);
      expect(await lessons().add(whose, version('anew'), at(12))).toBe(true);
    });
  });
});
