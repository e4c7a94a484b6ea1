import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { baseImage, runInImage, startCommand } from '../support/dockerfile';
import { temporaryFolder } from '../support/folder';
import { startServer } from '../support/server';
import { teach } from '../support/taught';

let own: ReturnType<typeof temporaryFolder>;
let image: string;

beforeEach(async () => {
  own = temporaryFolder();
  image = join(own.path, 'image');
  expect(await runInImage(['node', 'scripts/image.mjs', '--to', image], {})).toBe(0);
});

afterEach(() => own.remove());

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The names of all packages below a folder. */
const packagesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => /(?:^|node_modules\/)((?:@[^/]+\/)?[^@/]+)\/package\.json$/.exec(path)?.[1])
    .filter((name) => name !== undefined);

it('what the image holds serves a class, is backed up and restored, and has no tool of development', async () => {
  const server = await startServer({ image: { folder: image, command: startCommand } });
  const taught = await teach(server);
  const student = await taught.seated('Mira');
  expect(student.own?.name).toBe('Mira');
  student.close();
  const env = { DATA_DIR: server.dataDir, DATABASE_URL: '' };
  const backup = join(own.path, 'backup');
  const script = (name: string, ...args: string[]) =>
    runInImage(['node', `scripts/${name}.mjs`, ...args], env, image);
  expect(await script('backup', '--to', backup)).toBe(0);
  await server.stop();
  expect(await script('restore', '--from', backup)).toBe(0);
  await server.restart();
  expect((await taught.browser.get('/api/sessions')).body).toMatchObject([{ id: taught.id, students: 1 }]);
  await server.remove();

  const packages = packagesIn(join(image, 'node_modules'));
  expect(packages).toEqual(
    expect.arrayContaining(['fastify', 'socket.io', 'better-sqlite3', '@prisma/client']),
  );
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  expect(packages.filter((name) => name in devDependencies || name.startsWith('@prisma/dev'))).toEqual([]);
  for (const path of ['client', 'server', 'shared', 'test', 'dist/types', 'node_modules/.bin'])
    expect(existsSync(join(image, path))).toBe(false);
});

it('the image stands on one that is named by its digest, which nobody can change behind it', () => {
  expect(baseImage).toMatch(/^node:\d+\.\d+\.\d+-[\w-]+@sha256:[0-9a-f]{64}$/);
});
