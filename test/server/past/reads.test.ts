import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from '../../../server/accounts/secrets';
import { processClock } from '../../../server/live/clock';
import { Archive } from '../../../server/past/archive';
import { Library } from '../../../server/past/library';
import { sourceOn } from '../../../server/past/source';
import { OneAtATime } from '../../../server/one-at-a-time';
import { logFile } from '../../../server/storage/log/open';
import { startApp, type Running } from '../../support/app';
import { lessons } from '../../support/lessons';
import { writePast, type Past } from '../../support/past';
import { asking } from '../../support/sql';
import { sqliteLog } from '../../support/sqlite-log';

const CLASS = 40;

let server: Running;
let past: Past;

beforeEach(async () => {
  server = await startApp();
  await server.teacher();
  await server.app.close();
  const [lesson] = lessons;
  if (!lesson) throw new Error('there is no lesson');
  const disk = await sqliteLog(server.dataDir);
  past = await writePast(disk, asking(server.dataDir), lesson, CLASS);
  await disk.close();
});

afterEach(() => server.stop());

/** The library on the log, and how often it has read a whole session. */
function counted() {
  let replays = 0;
  const verbose = (statement?: unknown) => {
    if (/FROM event .*seq > 0(\.0)? /s.test(String(statement))) replays += 1;
  };
  const db = new Database(logFile(server.dataDir), { readonly: true, verbose });
  return { library: new Library(sourceOn(db)), replays: () => replays, close: () => db.close() };
}

describe('a class that looks back all at once', () => {
  it('has its session replayed once, and for the teacher’s review and tables it is not replayed again', async () => {
    const { library, replays, close } = counted();
    const own = (token: string) => library.answer(past.id, { ask: 'own', token: hashOf(token) });
    const answers = [];
    for (const token of past.tokens) answers.push(await own(token));
    expect(answers.map(({ ok }) => ok)).toEqual(Array(CLASS).fill(true));
    expect(await own(past.tokens[0] ?? '')).toBe(await own(past.tokens[0] ?? ''));
    for (const ask of ['review', 'story', 'moments'] as const)
      expect(await library.answer(past.id, { ask })).toBe(await library.answer(past.id, { ask }));
    const workbook = await library.answer(past.id, { ask: 'workbook', language: 'it', zone: 'UTC' });
    expect(workbook.ok).toBe(true);
    expect(replays()).toBe(1);
    close();
  });

  it('is read again after something was erased', async () => {
    const { library, replays, close } = counted();
    const before = await library.answer(past.id, { ask: 'review' });
    library.forget(past.id);
    expect(await library.answer(past.id, { ask: 'review' })).not.toBe(before);
    expect(replays()).toBe(2);
    close();
  });

  it('gets its paths from a server that has just started and knows nobody, behind one address', async () => {
    const again = await startApp({ folder: server.dataDir });
    const phone = again.browser();
    const asked = Array.from({ length: 100 }, (_, i) => past.tokens[i % CLASS] ?? '');
    const answers = await Promise.all(
      asked.map((token) => phone.post('/api/own-review', { code: past.code, token })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(200));
    await again.stop();
  });

  it('that asks the same thing gets one answer', async () => {
    const script = new URL('past.js', pathToFileURL(join(process.cwd(), 'dist/server/')));
    const archive = new Archive(script, logFile(server.dataDir), processClock);
    const asked = Array.from({ length: 100 }, () => archive.look(past.id, { ask: 'review' }));
    const [first, ...others] = await Promise.all(asked);
    expect(first?.ok).toBe(true);
    // One text, and not a hundred that are equal.
    for (const other of others) expect(other).toBe(first);
    await archive.close();
  });
});

describe('what is asked', () => {
  /** Asks that end when told; `begun` says in which order they began. */
  function asking(turns: OneAtATime) {
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const ask = (asker: string, what: string) =>
      turns.take(asker, () => {
        begun.push(what);
        return new Promise<void>((resolve) => ends.push(resolve));
      });
    const endOne = async () => {
      ends.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { begun, ask, endOne };
  }

  it('has its turn by who asks: one network that asks much waits for itself', async () => {
    const { begun, ask, endOne } = asking(new OneAtATime());
    for (const what of ['a1', 'a2', 'a3', 'a4']) void ask('a', what);
    void ask('b', 'b1');
    void ask('c', 'c1');
    for (let i = 0; i < 6; i++) await endOne();
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'a4']);
  });

  it('is refused where too much of the same network waits, and only there', () => {
    const { ask } = asking(new OneAtATime(2));
    expect([ask('a', 'a1'), ask('a', 'a2'), ask('a', 'a3')]).not.toContain(null);
    expect(ask('a', 'a4')).toBeNull();
    expect(ask('b', 'b1')).not.toBeNull();
  });
});
