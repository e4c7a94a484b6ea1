import { afterEach, beforeEach, expect, it } from 'vitest';
import { AddressBook } from '../../../server/http/addresses';
import { openCommons, type Commons } from '../../../server/storage/postgres/commons';
import { openPostgres } from '../../../server/storage/postgres/open';
import { temporaryDatabase } from '../../support/database';
import { onPostgres } from '../../support/on-postgres';

let database: Awaited<ReturnType<typeof temporaryDatabase>>;
let books: readonly [AddressBook, AddressBook];
let shown: (string | null)[];
let stop: () => Promise<void>;

const LISTENING = { host: null, publicUrl: null, https: false, port: () => 3000, hostOf: () => 'ada' };

beforeEach(async () => {
  database = await temporaryDatabase();
  const opened = await openPostgres(database.url, 'prisma/migrations');
  if (!opened.ok) throw new Error(opened.error);
  const { storage, commons, close } = opened.value;
  const other = await openCommons(database.url, storage.settings, 'unused');
  const book = ({ news }: Commons) => AddressBook.open(LISTENING, storage, news);
  books = [await book(commons), await book(other)];
  shown = [];
  for (const one of books) {
    one.open('session', 'desk.example:8080', 'http');
    one.follow(
      (teacher) => shown.push(teacher),
      () => shown.push('a bug'),
    );
  }
  stop = async () => {
    await other.close();
    await close();
  };
});
afterEach(async () => {
  await stop();
  await database.remove();
});

it('an address that a teacher picks at one server is what the QR says at every other, at once', async () => {
  const [one, other] = books;
  const [own = ''] = one.own;
  expect(other.for('session')).toBe('http://desk.example:8080');
  expect(await one.pick('session', 'ada', own)).toMatchObject({ ok: true });
  expect(one.for('session')).toBe(own);
  await expect.poll(() => other.for('session')).toBe(own);
  expect(shown).toEqual(['ada']);
});

it('and also where it was not told, once it can hear again', async () => {
  const [, other] = books;
  const [own = ''] = other.own;
  await onPostgres(
    database.url,
    `INSERT INTO "Setting" (key, value) VALUES ('address/ada', '${own}')`,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'trainoff beside'`,
  );
  await expect.poll(() => other.for('session')).toBe(own);
  expect(shown).toContain(null);
});

it('a pick that is kept is one, whether or not others could be told', async () => {
  const silent = { tell: () => Promise.reject(new Error('away')), hear: () => undefined };
  const opened = await openPostgres(database.url, 'prisma/migrations');
  if (!opened.ok) throw new Error(opened.error);
  const book = await AddressBook.open(LISTENING, opened.value.storage, silent);
  const bugs: unknown[] = [];
  book.follow(
    () => undefined,
    (bug) => bugs.push(bug),
  );
  const [own = ''] = book.own;
  book.open('session', 'desk.example:8080', 'http');
  expect(await book.pick('session', 'ada', own)).toEqual({ ok: true, value: null });
  expect(book.for('session')).toBe(own);
  expect(bugs).toHaveLength(1);
  await opened.value.close();
});
