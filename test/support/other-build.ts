import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SERVER_FLAGS } from '../../scripts/lib/server-flags.mjs';
import { temporaryFolder } from './folder';
import { builtId } from './server';

/** What the product reads from where it stands, beside what was built. */
const BESIDE = ['prisma/migrations', 'lessons', 'package.json'];

const TEXT = /\.(js|css|html)$/;

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Every file under assets/ by another name, as when its content has changed. */
function renaming(assets: string): (text: string) => string {
  const names = readdirSync(assets).filter((name) => !name.endsWith('.gz'));
  const any = new RegExp(`(?<![\\w-])(?:${names.map(escaped).join('|')})(?![\\w-])`, 'g');
  return (text) => text.replaceAll(any, (name) => name.replace(/\.(\w+)$/, '-was.$1'));
}

/** The built product as another release of it: its build has another name, and so has each of its files. */
export function otherBuild(build: string) {
  const own = temporaryFolder();
  for (const path of BESIDE) cpSync(path, join(own.path, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(own.path, 'node_modules'), 'junction');
  const renamed = renaming('dist/client/assets');
  const changed = (text: string) => renamed(text).replaceAll(builtId(), build);
  for (const folder of ['dist/server', 'dist/client', 'dist/client/assets']) {
    mkdirSync(join(own.path, folder), { recursive: true });
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const from = join(folder, entry.name);
      if (!entry.isFile() || /\.(gz|map)$/.test(entry.name)) continue;
      const to = join(own.path, folder, renamed(entry.name));
      const body = TEXT.test(entry.name)
        ? Buffer.from(changed(readFileSync(from, 'utf8')))
        : readFileSync(from);
      writeFileSync(to, body);
      if (existsSync(`${from}.gz`)) writeFileSync(`${to}.gz`, gzipSync(body, { level: 1 }));
    }
  }
  return {
    build,
    image: { folder: own.path, command: ['node', ...SERVER_FLAGS, join(own.path, 'dist/server/main.js')] },
    /** Names of its files, none of which the other build has. */
    assets: readdirSync(join(own.path, 'dist/client/assets')).filter((name) => !name.endsWith('.gz')),
    remove: own.remove,
  };
}

export type OtherBuild = ReturnType<typeof otherBuild>;
