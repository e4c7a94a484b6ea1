import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NPM, packageFor, thisMachine, type Package } from '../../scripts/lib/node/binaries.mjs';
import { temporaryFolder } from '../support/folder';

/** A checkout for which no Node is new enough. */
function checkout() {
  const folder = temporaryFolder();
  cpSync('scripts', join(folder.path, 'scripts'), { recursive: true });
  writeFileSync(join(folder.path, 'package.json'), JSON.stringify({ engines: { node: '>=999.0' } }));
  return folder;
}

/** A registry that has the packages, but not the bytes that were published. */
async function forgingRegistry(packages: readonly Package[]) {
  const server = createServer(({ url }, response) => {
    const known = packages.find(({ name }) => url === `/${name}`);
    if (!known) return response.end('no Node at all');
    const { name, version } = known;
    const dist = { tarball: `http://127.0.0.1:${port}/${name}.tgz` };
    return response.end(JSON.stringify({ name, versions: { [version]: { name, version, dist } } }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

let folder: ReturnType<typeof temporaryFolder>;
const node = packageFor(thisMachine());
if (!node) throw new Error('These tests need a system for which the registry has a Node.');

beforeEach(() => {
  folder = checkout();
});

afterEach(() => folder.remove());

async function start(registry: string, ...args: string[]) {
  const env = {
    ...process.env,
    npm_config_registry: registry,
    npm_config_fetch_retries: '0',
    npm_config_cache: join(folder.path, 'cache'),
  };
  const script = join(folder.path, 'scripts/node.mjs');
  const child = spawn(process.execPath, [script, 'scripts/start.mjs', ...args], { env });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => (said[stream] += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { ...said, code };
}

const NOWHERE = 'http://127.0.0.1:1/';

describe('on a Node that is too old a command', () => {
  test('says in one sentence that the registry cannot be reached', async () => {
    const { code, stdout, stderr } = await start(NOWHERE);
    expect(code).toBe(1);
    expect(stdout).toBe(
      `This computer's Node is ${process.versions.node} and Trainoff needs 999.0 or newer. Nothing to do: ` +
        `Node ${node.version} is fetched into .node/, once (${node.name} from npm).\n`,
    );
    expect(stderr.trim()).toMatch(
      /^Node .* could not be fetched from the npm registry \(ECONNREFUSED\): .*\.$/,
    );
    expect(readdirSync(join(folder.path, '.node'))).toEqual([]);
  });

  test('takes no other bytes for the Node that was pinned', async () => {
    const registry = await forgingRegistry([node, NPM]);
    try {
      const { code, stderr } = await start(registry.url);
      expect(code).toBe(1);
      expect(stderr).toContain('(EINTEGRITY)');
      expect(existsSync(join(folder.path, '.node', `${node.name}-${node.version}`))).toBe(false);
    } finally {
      registry.close();
    }
  });

  test('goes on with the Node that was fetched before, and with its exit code', async () => {
    const home = join(folder.path, '.node', `${node.name}-${node.version}`);
    const program = join(home, 'node_modules', node.name, 'bin/node');
    mkdirSync(dirname(program), { recursive: true });
    writeFileSync(program, '#!/bin/sh\necho "$@"; command -v node; exit 7\n');
    chmodSync(program, 0o755);
    const { code, stdout, stderr } = await start(NOWHERE, '--some', 'words');
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/going on with Node .* in \.node\/\.$/),
      `${join(folder.path, 'scripts/node.mjs')} scripts/start.mjs --some words`,
      program,
      '',
    ]);
    expect(code).toBe(7);
  });
});
