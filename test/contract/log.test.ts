import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lessons } from '#shared/lessons/index';
import { EVENT_VERSION, type LoggedEvent, type SessionEvent } from '#shared/session/events';
import { memoryLog } from '../../server/storage/log/memory';
import type { Entry, NameClaim, SessionLog } from '../../server/storage/log/port';
import { temporaryFolder } from '../support/folder';
import { sqliteLog } from '../support/sqlitelog';

const folder = temporaryFolder;
const implementations = {
  memory: () => Promise.resolve({ log: memoryLog(), remove: () => undefined }),
  sqlite: async () => {
    const { path, remove } = folder();
    return { log: await sqliteLog(path), remove };
  },
};

const created = (code: string): SessionEvent => ({
  type: 'session-created',
  lesson: lessons[0] as NonNullable<(typeof lessons)[0]>,
  host: 'host',
  code,
  seed: '0'.repeat(32),
  limit: 10,
  wall: '2026-01-01T00:00:00.000Z',
});

const record = (seq: number, event: SessionEvent, command: string | null = `c${seq}`): LoggedEvent => ({
  seq,
  at: seq * 10,
  version: EVENT_VERSION,
  command,
  event,
});

const entry = (session: string, events: LoggedEvent[], claim: NameClaim | null = null): Entry => ({
  session,
  events,
  claim,
  release: null,
});

const joined = (seat: string): SessionEvent => ({
  type: 'seat-joined',
  seat,
  name: `name-${seat}`,
  token: `t-${seat}`,
});
const claim = (seat: string, text: string): NameClaim => ({
  row: `name-${seat}`,
  text,
  folded: text.toLowerCase(),
});

describe.each(Object.entries(implementations))('the log kept in %s', (_name, open) => {
  let log: SessionLog;
  let remove: () => void;

  beforeEach(async () => {
    ({ log, remove } = await open());
    await log.append([entry('one', [record(1, created('111111'))])]);
  });
  afterEach(async () => {
    await log.close();
    remove();
  });

  it('gives back what was appended, in the order of seq', async () => {
    const events = [record(2, joined('a')), record(3, { type: 'room-locked' })];
    expect(await log.append([entry('one', events, claim('a', 'Ada'))])).toEqual({
      outcome: 'durable',
      at: null,
    });
    expect(await log.read('one')).toEqual([record(1, created('111111')), ...events]);
    expect(await log.names('one')).toEqual(new Map([['name-a', 'Ada']]));
  });

  it('refuses a seq that is taken', async () => {
    const outcome = await log.append([entry('one', [record(1, { type: 'room-locked' }, 'other')])]);
    expect(outcome).toEqual({ outcome: 'conflict', at: 0 });
    expect(await log.read('one')).toHaveLength(1);
  });

  it('refuses a command that is in the log already', async () => {
    await log.append([entry('one', [record(2, { type: 'room-locked' }, 'twice')])]);
    const outcome = await log.append([entry('one', [record(3, { type: 'room-unlocked' }, 'twice')])]);
    expect(outcome).toEqual({ outcome: 'conflict', at: 0 });
    expect(await log.read('one')).toHaveLength(2);
  });

  it('lets two sessions use the same command id and the same name', async () => {
    await log.append([entry('two', [record(1, created('222222'), 'create')])]);
    const first = await log.append([entry('one', [record(2, joined('a'), 'same')], claim('a', 'Ada'))]);
    const second = await log.append([entry('two', [record(2, joined('a'), 'same')], claim('a', 'Ada'))]);
    expect([first.outcome, second.outcome]).toEqual(['durable', 'durable']);
  });

  it('refuses a name that the room has, and keeps nothing of that call', async () => {
    await log.append([entry('one', [record(2, joined('a'))], claim('a', 'Ada'))]);
    const outcome = await log.append([
      entry('one', [record(3, joined('b'))], claim('b', 'Bo')),
      entry('one', [record(4, joined('c'))], claim('c', 'ADA')),
    ]);
    expect(outcome).toEqual({ outcome: 'name-taken', at: 1 });
    expect(await log.read('one')).toHaveLength(2);
    expect(await log.names('one')).toEqual(new Map([['name-a', 'Ada']]));
  });

  it('frees a name that is given up', async () => {
    await log.append([entry('one', [record(2, joined('a'))], claim('a', 'Ada'))]);
    const renamed = record(3, { type: 'seat-renamed', seat: 'a', name: 'name-z' });
    await log.append([{ ...entry('one', [renamed], claim('z', 'Zoe')), release: 'name-a' }]);
    const outcome = await log.append([entry('one', [record(4, joined('b'))], claim('b', 'Ada'))]);
    expect(outcome.outcome).toBe('durable');
    expect(new Set((await log.names('one')).values())).toEqual(new Set(['Zoe', 'Ada']));
  });

  it('gives no code to two running sessions, and a code back once its session has ended', async () => {
    const taken = await log.append([entry('two', [record(1, created('111111'))])]);
    expect(taken.outcome).toBe('conflict');
    await log.append([entry('one', [record(2, { type: 'session-ended' })])]);
    const free = await log.append([entry('two', [record(1, created('111111'))])]);
    expect(free.outcome).toBe('durable');
  });

  it('knows which sessions have not ended', async () => {
    await log.append([entry('two', [record(1, created('222222'))])]);
    await log.append([entry('one', [record(2, { type: 'session-ended' })])]);
    expect(await log.running()).toEqual(['two']);
  });

  it('takes many calls at once, each on its own', async () => {
    const calls = Array.from({ length: 50 }, (_, i) =>
      log.append([entry(`s${i}`, [record(1, created(String(300_000 + (i % 49)))), record(2, joined('a'))])]),
    );
    const outcomes = (await Promise.all(calls)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'durable')).toHaveLength(49);
    expect(outcomes.at(-1)).toBe('conflict');
  });
});

describe('the log on the disk', () => {
  it('is there again after it was closed and opened', async () => {
    const { path, remove } = folder();
    const first = await sqliteLog(path);
    await first.append([entry('one', [record(1, created('111111'))])]);
    await first.close();
    const second = await sqliteLog(path);
    expect(await second.read('one')).toEqual([record(1, created('111111'))]);
    await second.close();
    remove();
  });
});
