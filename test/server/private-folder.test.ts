import { chmodSync, mkdirSync, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder';
import { runScript } from '../support/script';
import { startServer, type RunningServer } from '../support/server';
import { FIRST_ANSWER, teach } from '../support/taught';

let own: ReturnType<typeof temporaryFolder>;
let server: RunningServer | null;

beforeEach(() => {
  own = temporaryFolder();
  server = null;
});

afterEach(async () => {
  await server?.remove();
  own.remove();
});

/** What others may do with a path; it may be gone again. */
const rightsOfOthers = (path: string) => (statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077;

/** Everything in a folder, and the folder itself, by what others may do with it. */
const open = (folder: string): string[] =>
  [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ].filter((path) => rightsOfOthers(path) !== 0);

/** Looks at every path as soon as it appears in a folder; answers with those that were open at any moment. */
function watched(folder: string) {
  const seen = new Set<string>();
  const everOpen = new Set<string>();
  const watcher = watch(folder, (_event, name) => {
    if (name === null) return;
    seen.add(name);
    if (rightsOfOthers(join(folder, name)) !== 0) everOpen.add(name);
  });
  return { seen, everOpen, end: () => watcher.close() };
}

const ADVICE = 'choose another folder with DATA_DIR';

describe.each([0o000, 0o022])('with a umask of %o', (umask) => {
  it('nobody but its owner can get at the data folder and any file in it, from their first byte on', async () => {
    const dataDir = join(own.path, 'data');
    mkdirSync(dataDir, { mode: 0o700 });
    const looking = watched(dataDir);
    server = await startServer({ dataDir, umask });
    const { seated, drive } = await teach(server);
    const student = await seated('Mira');
    await drive(
      { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
      { type: 'open', step: 0 },
    );
    expect(await student.command(FIRST_ANSWER)).toMatchObject({ ok: true });
    student.close();
    const backup = join(dataDir, 'backups', 'one');
    expect(await runScript('backup', ['--to', backup], dataDir, { umask })).toMatchObject({ code: 0 });
    await server.stop();
    expect(await runScript('restore', ['--from', backup], dataDir, { umask })).toMatchObject({ code: 0 });
    await server.restart();
    looking.end();

    expect([...looking.seen]).toEqual(
      expect.arrayContaining([
        'lock.db',
        'log.db',
        'log.db-wal',
        'log.db-shm',
        'rehearsal.key',
        'trainoff.db',
      ]),
    );
    expect([...looking.everOpen]).toEqual([]);
    expect(open(dataDir)).toEqual([]);
    expect(server.output()).not.toContain('Other users of this computer');
  });
});

describe('a data folder that others can read', () => {
  it('is closed by the start, which says so once, and leaves what is not ours as it was', async () => {
    const dataDir = join(own.path, 'not', 'there', 'yet');
    server = await startServer({ dataDir, umask: 0o000 });
    expect(open(join(own.path, 'not'))).toEqual([]);
    await server.stop();
    for (const path of [dataDir, ...readdirSync(dataDir).map((name) => join(dataDir, name))])
      chmodSync(path, path === dataDir ? 0o755 : 0o644);
    const theirs = join(dataDir, 'notes');
    mkdirSync(theirs);
    chmodSync(theirs, 0o755);

    await server.restart();

    const said = server
      .printed()
      .split('\n')
      .filter((line) => line.includes('Other users'));
    expect(said).toEqual([
      `Other users of this computer could get at the data in ${dataDir}; it is closed to them now.`,
    ]);
    expect(open(dataDir)).toEqual([theirs]);
    await server.stop();
    await server.restart();
    expect(server.output()).not.toContain('Other users');
  });

  it('and that is the whole system’s is left to it: the start says so, and goes on', async () => {
    const dataDir = join(own.path, 'everybody');
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o1777);

    server = await startServer({ dataDir, umask: 0o022 });

    expect(server.printed()).toContain(ADVICE);
    expect(open(dataDir)).toEqual([dataDir]);
  });
});
