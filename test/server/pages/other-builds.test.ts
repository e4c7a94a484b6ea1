import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OtherBuilds } from '../../../server/pages/other-builds';
import type { PageFile } from '../../../server/pages/page-files';
import { connect } from '../../../server/storage/postgres/connect';
import { pageFilesOn } from '../../../server/storage/postgres/page-files';
import { startApp, type Running } from '../../support/app';
import { temporaryDatabase } from '../../support/database';
import { onPostgres } from '../../support/on-postgres';

let database: Awaited<ReturnType<typeof temporaryDatabase>>;
let postgres: Awaited<ReturnType<typeof connect>>;

beforeEach(async () => {
  database = await temporaryDatabase();
});
afterEach(() => database.remove());

const text = (name: string, body: string): PageFile => ({ name, body: Buffer.from(body), gzipped: false });

describe('a server that shares its sessions', () => {
  let app: Running;

  beforeEach(async () => {
    app = await startApp({ env: { DATABASE_URL: database.url } });
    postgres = await connect(database.url);
  });
  afterEach(async () => {
    await postgres.close();
    await app.stop();
  });

  const at = (path: string, headers: Record<string, string> = {}) => fetch(`${app.base}${path}`, { headers });

  it('gives out its own files from its folder, as a server alone does', async () => {
    const response = await at('/assets/main-B1a2C3d4.js');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(await response.text()).toContain('neurone');
  });

  it('keeps them where others find them', async () => {
    const kept = await onPostgres(database.url, 'SELECT build, name, gzipped FROM page_file');
    expect(kept).toEqual([{ build: 'test', name: 'main-B1a2C3d4.js', gzipped: true }]);
  });

  it('gives out a file that another build has kept, packed or not as the browser likes it', async () => {
    const { body } = (await pageFilesOn(postgres.pool).find('main-B1a2C3d4.js')) ?? { body: Buffer.alloc(0) };
    await pageFilesOn(postgres.pool).keep('other', [
      { name: 'Zz9_-aB.js', body, gzipped: true },
      text('Ab3cD4e.css', 'p{}'),
    ]);
    const packed = await at('/assets/Zz9_-aB.js');
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    const plain = await at('/assets/Zz9_-aB.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect([await packed.text(), await plain.text()]).toEqual(
      Array(2).fill('export const lesson = "neurone";\n'.repeat(50)),
    );
    for (const { headers } of [packed, plain]) {
      expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(headers.get('cache-control')).toContain('immutable');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    const style = await at('/assets/Ab3cD4e.css');
    expect([style.headers.get('content-type'), await style.text()]).toEqual([
      'text/css; charset=utf-8',
      'p{}',
    ]);
  });

  it('answers 404 for what no build has', async () => {
    expect((await at('/assets/nowhere.js')).status).toBe(404);
    expect((await at('/assets/..%2Findex.html')).status).toBe(404);
  });

  it('keeps the files of the four builds that were started last, its own among them as long as it is restarted', async () => {
    const files = pageFilesOn(postgres.pool);
    for (const build of ['a', 'b', 'c', 'test', 'd', 'e'])
      await files.keep(build, [text(`${build}.js`, build)]);
    const builds = await onPostgres(database.url, 'SELECT build FROM page_build ORDER BY build');
    expect(builds.map(({ build }) => build)).toEqual(['c', 'd', 'e', 'test']);
    expect([...(await files.names())].sort()).toEqual([
      'c.js',
      'd.js',
      'e.js',
      'main-B1a2C3d4.js',
      'test.js',
    ]);
  });
});

it('a class that asks for one file in one moment costs the database one question, and a flood for nothing one a second', async () => {
  let time = 0;
  const asked: string[] = [];
  const others = new OtherBuilds(
    {
      names: () => Promise.resolve(asked.push('names') ? ['a.js'] : []),
      find: (name) => Promise.resolve(asked.push(name) ? text(name, 'a') : null),
    },
    () => time,
  );
  const class300 = Array.from({ length: 300 }, () => others.find('a.js'));
  expect((await Promise.all(class300)).every((file) => file?.name === 'a.js')).toBe(true);
  expect(asked).toEqual(['names', 'a.js']);
  expect(await Promise.all(Array.from({ length: 300 }, (_, i) => others.find(`${i}.js`)))).toEqual(
    Array(300).fill(null),
  );
  expect(asked).toEqual(['names', 'a.js']);
  time = 1_000;
  expect(await others.find('7.js')).toBeNull();
  expect(asked).toEqual(['names', 'a.js', 'names']);
});

it('a server whose files the database does not take says so in one sentence', async () => {
  const first = await startApp({ env: { DATABASE_URL: database.url } });
  await first.stop();
  await onPostgres(
    database.url,
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room left'; END $$`,
    'CREATE TRIGGER refusing BEFORE INSERT ON page_build EXECUTE FUNCTION refuse()',
  );
  await expect(startApp({ env: { DATABASE_URL: database.url } })).rejects.toThrow(
    /^The database at .* cannot be used \(no room left\)/,
  );
});

it('a database that is away for a moment is asked again', async () => {
  let away = true;
  let time = 0;
  const others = new OtherBuilds(
    {
      names: () => (away ? Promise.reject(new Error('away')) : Promise.resolve(['a.js'])),
      find: (name) => (away ? Promise.reject(new Error('away')) : Promise.resolve(text(name, 'a'))),
    },
    () => time,
  );
  await expect(others.find('a.js')).rejects.toThrow('away');
  away = false;
  time = 1_000;
  expect(await others.find('a.js')).toMatchObject({ name: 'a.js' });
});
