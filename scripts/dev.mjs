import { watch } from 'node:fs';
import { serverOptions } from './lib/bundle.mjs';
import { install } from './lib/install.mjs';
import { compileKernel } from './lib/kernel.mjs';
import { at } from './lib/paths.mjs';
import { generatePrisma } from './lib/prisma.mjs';
import { Restarter } from './lib/restarter.mjs';
import { main, say, stage } from './lib/say.mjs';

/** Only the proxy talks to it; a phone opens the address of the pages. */
const SERVER_PORT = process.env.TRAINOFF_DEV_SERVER ?? '3001';
const PAGES_PORT = process.env.PORT ?? '3000';

/** Not dist/server: `npm start` must never find a server that names another client than the built one. */
const OUT = 'dist/dev';

const SERVER_ENV = {
  PORT: SERVER_PORT,
  HOST: '127.0.0.1',
  PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${PAGES_PORT}`,
};

async function watchServer(server) {
  const { context } = await import('esbuild');
  const restart = {
    name: 'restart',
    setup: (build) => build.onEnd(({ errors }) => (errors.length === 0 ? server.restart() : undefined)),
  };
  const watcher = await context({ ...serverOptions('dev', OUT), plugins: [restart] });
  await watcher.watch();
  return watcher;
}

/** How long an editor may take to save a file in several events, ms. */
const SAVING = 200;

/** Lessons are read at the start: an edited one needs a new one. */
function watchLessons(server) {
  let timer;
  return watch(at('lessons'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => server.restart(), SAVING);
  });
}

async function servePages() {
  process.env.TRAINOFF_DEV_SERVER = SERVER_PORT;
  const { createServer } = await import('vite');
  const vite = await createServer({ root: at('client'), configFile: at('vite.config.ts'), logLevel: 'warn' });
  return vite.listen();
}

/** `npm run dev`: the pages reload by themselves, the server restarts by itself, one address for both. */
await main(async () => {
  await install();
  await stage('database client', generatePrisma);
  await stage('training kernel', compileKernel);
  const server = new Restarter(at(OUT, 'main.js'), SERVER_ENV);
  const watcher = await watchServer(server);
  const lessons = watchLessons(server);
  const pages = await servePages();
  say(`\nOpen http://localhost:${PAGES_PORT}  (Ctrl+C ends both halves)\n`);
  await new Promise((resolve) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, resolve)));
  lessons.close();
  await Promise.all([server.stop(), watcher.dispose(), pages.close()]);
});
