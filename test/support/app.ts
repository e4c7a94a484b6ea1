import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildApp, type App } from '../../server/app';
import { readEnv } from '../../server/env';
import { Browser } from './browser';
import { temporaryFolder } from './folder';
import { kernelModule } from './kernel';
import { runScript } from './script';

export const ADA = { name: 'Ada', password: 'correct horse' };

/** Pages as a build leaves them, small enough to compare by eye. */
function writePages(folder: string): void {
  const assets = join(folder, 'assets');
  mkdirSync(assets, { recursive: true });
  for (const [path, content] of [
    [join(folder, 'index.html'), '<!doctype html><title>Trainoff</title>'],
    [join(assets, 'main-B1a2C3d4.js'), 'export const lesson = "neurone";\n'.repeat(50)],
  ] as const) {
    writeFileSync(path, content);
    writeFileSync(`${path}.gz`, gzipSync(content));
  }
}

interface Given {
  readonly folder?: string;
  /** The folder of the built-in lessons. */
  readonly lessons?: string;
  readonly env?: Readonly<Record<string, string>>;
}

async function printedLink(option: string, name: string, dataDir: string): Promise<string> {
  const { output } = await runScript('teacher', [option, name], dataDir);
  const [, secret] = /\/teach\/welcome#([\w-]{43})\n/.exec(output) ?? [];
  if (secret === undefined) throw new Error(`no link was printed: ${output}`);
  return secret;
}

/** The whole server on loopback, on a free port unless `env` names one, in this process, on a real disk. */
export async function startApp({ folder, lessons = resolve('lessons'), env = {} }: Given = {}) {
  const own = temporaryFolder();
  const dataDir = folder ?? join(own.path, 'data');
  const client = join(own.path, 'client');
  writePages(client);
  const parsed = readEnv({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...env });
  if (!parsed.ok) throw new Error(parsed.error);
  const scripts = pathToFileURL(`${resolve('dist/server')}/`);
  const built = await buildApp(
    parsed.value,
    { client, migrations: resolve('prisma/migrations'), lessons, scripts },
    { version: '0.0.0', build: 'test', kernel: kernelModule() },
  );
  if (!built.ok) throw new Error(built.error);
  const app: App = built.value;
  await app.http.listen({ port: parsed.value.port, host: '127.0.0.1' });
  const { port } = app.http.server.address() as AddressInfo;
  const base = `${parsed.value.tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  return {
    app,
    base,
    port,
    dataDir,
    browser: (origin = base) => new Browser(base, origin),
    /** A browser in which the first teacher has just signed up. */
    teacher: async () => {
      const browser = new Browser(base);
      const { status } = await browser.post('/api/first-teacher', { link: app.firstLink, ...ADA });
      if (status !== 200) throw new Error(`signing up answered ${status}`);
      return browser;
    },
    /** The secret of the link that `npm run teacher` prints. */
    link: (name: string, option = '--reset') => printedLink(option, name, dataDir),
    stop: async () => {
      await app.close();
      own.remove();
    },
  };
}

export type Running = Awaited<ReturnType<typeof startApp>>;
