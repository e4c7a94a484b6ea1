import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Browser } from '../../../support/browser';
import { temporaryDatabase } from '../../../support/database';
import { onPostgres } from '../../../support/on-postgres';
import { temporaryFolder } from '../../../support/folder';
import { lessons } from '../../../support/lessons';
import { freshToken } from '../../../support/player';
import { runScript } from '../../../support/script';
import { sql } from '../../../support/sql';
import { startServer, type RunningServer } from '../../../support/server';
import { FIRST_ANSWER, teach, type Taught } from '../../../support/taught';

const STUDENTS = ['Mira', 'Zoë', 'Ada 🦊'];

let database: Awaited<ReturnType<typeof temporaryDatabase>>;
let own: ReturnType<typeof temporaryFolder>;
let dataDir: string;
let server: RunningServer | null;

beforeEach(async () => {
  database = await temporaryDatabase();
  own = temporaryFolder();
  dataDir = join(own.path, 'data');
});
afterEach(async () => {
  await server?.remove();
  server = null;
  await database.remove();
  own.remove();
});

async function serve(DATABASE_URL = ''): Promise<RunningServer> {
  await server?.stop();
  server = await startServer({ dataDir, env: { DATABASE_URL } });
  return server;
}

const script = (name: string, args: string[], DATABASE_URL = '') =>
  runScript(name, args, dataDir, { env: { DATABASE_URL } });

const tokens = STUDENTS.map(() => freshToken());

/** A teacher with a lesson of their own, a session that is over, and one in the middle of a step. */
async function installation(on = ''): Promise<Taught> {
  const taught = await teach(await serve(on));
  const { browser } = taught;
  const copied = await browser.post('/api/own-lessons', { copyOf: lessons[0]?.id });
  expect(copied.status).toBe(200);
  const phones = [];
  for (const [i, name] of STUDENTS.entries()) phones.push(await taught.seated(name, tokens[i]));
  await taught.drive(
    { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
    { type: 'open', step: 0 },
  );
  for (const phone of phones) {
    await phone.until(({ own: mine }) => mine?.step != null);
    expect(await phone.command(FIRST_ANSWER)).toMatchObject({ ok: true });
    phone.close();
  }
  return taught;
}

/** A start is an event of a session that runs, and makes it last longer. */
const timeless = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'lasted' ? null : value)));

/** All that its teacher sees, asked of whichever server has it now. */
async function seen({ browser, id }: Taught): Promise<unknown> {
  const asked = new Browser((server as RunningServer).base);
  asked.take(browser.cookie);
  const paths = ['/api/me', '/api/sessions', '/api/lessons', `/api/sessions/${id}/review`];
  return Promise.all(paths.map(async (path) => timeless((await asked.get(path)).body)));
}

describe('npm run move', () => {
  it('carries an installation into a PostgreSQL, where a lesson goes on in the middle of a step', async () => {
    const taught = await installation();
    const before = await seen(taught);
    expect(JSON.stringify(before)).toContain('Ada 🦊');
    await server?.stop();
    const { code, output } = await script('move', ['--to', database.url]);
    expect(output).toMatch(/Moved to 127\.0\.0\.1:\d+\/\w+: 1 sessions, 1 of them running, \d+ events\./);
    expect(output).not.toContain(new URL(database.url).password);
    expect(code).toBe(0);

    const moved = await serve(database.url);
    expect(await seen(taught)).toEqual(before);
    const phone = taught.phone(tokens[1], moved.port);
    await phone.until(({ own: mine }) => mine !== null);
    expect(phone.own?.name).toBe('Zoë');
    expect(await phone.command(FIRST_ANSWER)).toMatchObject({ code: 'already-answered' });
    phone.close();
    // Nothing is left of how it came here.
    expect(readdirSync(dataDir).filter((name) => /carrying|moving/.test(name))).toEqual([]);
  });

  it('is refused while a server uses the folder, and where something is already: nothing is changed', async () => {
    await installation();
    const busy = await script('move', ['--to', database.url]);
    expect(busy).toMatchObject({ code: 1 });
    expect(busy.output).toContain('end it first');
    await server?.stop();
    expect((await script('move', ['--to', database.url])).code).toBe(0);
    const events = () => onPostgres(database.url, 'SELECT count(*)::int AS events FROM log_event');
    const once = await events();
    const again = await script('move', ['--to', database.url]);
    expect(again).toMatchObject({ code: 1 });
    expect(again.output).toMatch(/The database at .* holds data already\. Carry into an empty one\./);
    expect(await events()).toEqual(once);
  });

  it('ends with a sentence where the database refuses a text, and leaves neither a lock nor copies', async () => {
    await installation();
    await server?.stop();
    // SQLite keeps such a name, PostgreSQL keeps none.
    sql(dataDir, `UPDATE "Teacher" SET name = 'A' || char(0) || 'da'`);
    const move = () => script('move', ['--to', database.url]);
    const { code, output } = await move();
    expect(code).toBe(1);
    expect(output).toMatch(/The database at \S+ cannot be used \(.*0x00.*\)/);
    expect(readdirSync(dataDir).filter((name) => /carrying|moving/.test(name))).toEqual([]);
    sql(dataDir, `UPDATE "Teacher" SET name = 'Ada'`);
    expect(await move()).toMatchObject({ code: 0 });
  });

  it('says how it is meant, and what is not there', async () => {
    expect((await script('move', [])).output).toContain('npm run move -- --to postgres://');
    const ambiguous = await script('move', ['--to', 'postgres://ada:12/secret@127.0.0.1/nowhere']);
    expect(ambiguous.output).toContain('npm run move -- --to postgres://');
    expect(ambiguous.output).not.toContain('secret');
    const more = await script('move', ['--to', 'postgres://127.0.0.1/nowhere?options=-c%20fsync%3Doff']);
    expect(more.output).toContain('more than TLS');
    const nowhere = 'postgres://ada:secret@127.0.0.1:1/nowhere';
    await installation();
    await server?.stop();
    const { code, output } = await script('move', ['--to', nowhere]);
    expect(code).toBe(1);
    expect(output).toContain('127.0.0.1:1/nowhere cannot be used');
    expect(output).not.toContain('secret');
  });
});

describe('a backup of a PostgreSQL', () => {
  it('changes nothing there: one that another version made, or nobody, is told and stays as it is', async () => {
    const backup = (to: string) => script('backup', ['--to', join(own.path, to)], database.url);
    expect(await backup('empty')).toMatchObject({ code: 1 });
    const tables = `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`;
    expect(await onPostgres(database.url, tables)).toEqual([]);
    await (await serve(database.url)).stop();
    await onPostgres(
      database.url,
      'DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)',
    );
    const steps = () => onPostgres(database.url, 'SELECT migration_name FROM _prisma_migrations ORDER BY 1');
    const before = await steps();
    const { code, output } = await backup('older');
    expect(code).toBe(1);
    expect(output).toContain('was not made by this version');
    expect(await steps()).toEqual(before);
    expect(readdirSync(join(own.path, 'older'))).toEqual([]);
  });

  it('is taken while a class answers, and becomes files or another database', async () => {
    const taught = await installation(database.url);
    const before = await seen(taught);
    const folder = join(own.path, 'backup');
    const { code, output } = await script('backup', ['--to', folder], database.url);
    expect(output).toMatch(/1 sessions, 1 of them running, \d+ events; both files were checked/);
    expect(code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['log.db', 'trainoff.db']);

    // Into files: a laptop takes it from here.
    await server?.stop();
    dataDir = join(own.path, 'laptop');
    expect(await script('restore', ['--from', folder])).toMatchObject({ code: 0 });
    await serve();
    expect(await seen(taught)).toEqual(before);

    // Into another database.
    const other = await temporaryDatabase();
    const restored = await script('restore', ['--from', folder], other.url);
    expect(restored.output).toContain('Restored from');
    expect(restored.code).toBe(0);
    await serve(other.url);
    expect(await seen(taught)).toEqual(before);
    await server?.stop();
    expect((await script('restore', ['--from', folder], other.url)).output).toContain('holds data already');
    await other.remove();
  });
});

it('a teacher of a PostgreSQL who forgot the password gets a link, wherever the database looks for tables', async () => {
  await onPostgres(
    database.url,
    'CREATE SCHEMA elsewhere',
    `ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET search_path = elsewhere`,
  );
  await installation(database.url);
  expect((await script('teacher', ['--list'], database.url)).output).toContain('Ada  (1 browser signed in)');
  const first = await script('teacher', ['--reset', 'Ada'], database.url);
  const second = await script('teacher', ['--reset', 'Ada'], database.url);
  const [old, secret] = [first, second].map(({ output }) => /welcome#([\w-]{43})/.exec(output)?.[1]);
  const browser = new Browser((server as RunningServer).base);
  const reset = (link?: string) =>
    browser.post('/api/new-password', { link, password: 'another horse' }).then(({ status }) => status);
  expect(await reset(old)).not.toBe(200);
  expect(await reset(secret)).toBe(200);
  expect(existsSync(join(dataDir, 'trainoff.db'))).toBe(false);
});
