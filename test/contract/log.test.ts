import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVENT_VERSION, type LoggedEvent, type SessionEvent } from '#shared/session/events';
import { memoryLog } from '../../server/storage/log/memory';
import type { Entry, NameClaim, SessionLog } from '../../server/storage/log/port';
import { temporaryDatabase } from '../support/database';
import { temporaryFolder } from '../support/folder';
import { openPostgresLog } from '../support/postgres-log';
import { sqliteLog } from '../support/sqlite-log';
import { lessons } from '../support/lessons';

const folder = temporaryFolder;
const implementations = {
  memory: () => Promise.resolve({ log: memoryLog(), remove: () => undefined }),
  sqlite: async () => {
    const { path, remove } = folder();
    return { log: await sqliteLog(path), remove };
  },
  PostgreSQL: async () => {
    const { url, remove } = await temporaryDatabase();
    return { log: await openPostgresLog(url), remove };
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
const wrote = (seat: string, text: string): SessionEvent => ({
  ...{ type: 'submitted', seat, step: 0, made: 1, submission: { text }, beside: true },
  ...{ job: null, outcome: 'ungraded' },
});
const claim = (seat: string, text: string): NameClaim => ({
  row: `name-${seat}`,
  text,
  folded: text.toLowerCase(),
});

describe.each(Object.entries(implementations))('the log kept in %s', (_name, open) => {
  let log: SessionLog;
  let remove: () => void | Promise<void>;

  beforeEach(async () => {
    ({ log, remove } = await open());
    await log.append([entry('one', [record(1, created('111111'))])]);
  });
  afterEach(async () => {
    await log.close();
    await remove();
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

  it('gives what came after an event, without what came before', async () => {
    const events = [record(2, joined('a')), record(3, { type: 'room-locked' })];
    await log.append([entry('one', events, claim('a', 'Ada'))]);
    expect(await log.read('one', 0)).toEqual(await log.read('one'));
    expect(await log.read('one', 1)).toEqual(events);
    expect(await log.read('one', 2)).toEqual(events.slice(1));
    expect(await log.read('one', 3)).toEqual([]);
    expect(await log.read('two', 0)).toEqual([]);
  });

  it('says so if events are missing in between, and not if none has been added yet', async () => {
    await log.append([entry('one', [record(3, { type: 'room-locked' })])]);
    const missing = { name: 'UnreadableLog', why: 'log-gap', seq: 2 };
    await expect(log.read('one')).rejects.toMatchObject(missing);
    await expect(log.read('one', 1)).rejects.toMatchObject(missing);
    expect(await log.read('one', 2)).toEqual([record(3, { type: 'room-locked' })]);
  });

  it('says so if a newer build wrote an event, which it gives to nobody', async () => {
    const newer = { ...record(2, { type: 'room-locked' }), version: EVENT_VERSION + 1 };
    await log.append([entry('one', [newer])]);
    await expect(log.read('one')).rejects.toMatchObject({ why: 'newer-event', seq: 2 });
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

  it('knows a call that it has already by its seq and command, and does not hold its own name against it', async () => {
    const joins = () => log.append([entry('one', [record(2, joined('a'), 'join')], claim('a', 'Ada'))]);
    expect((await joins()).outcome).toBe('durable');
    expect(await joins()).toEqual({ outcome: 'conflict', at: 0 });
    expect(await log.names('one')).toEqual(new Map([['name-a', 'Ada']]));
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

  it('can be asked whether it takes commits, which leaves no trace in it', async () => {
    const before = [await log.read('one'), await log.running()];
    expect([await log.probe(), await log.probe()]).toEqual([true, true]);
    expect([await log.read('one'), await log.running()]).toEqual(before);
  });

  it('gives no code to two running sessions, and a code back once its session has ended', async () => {
    const taken = await log.append([entry('two', [record(1, created('111111'))])]);
    expect(taken.outcome).toBe('conflict');
    await log.append([entry('one', [record(2, { type: 'session-ended' })])]);
    const free = await log.append([entry('two', [record(1, created('111111'))])]);
    expect(free.outcome).toBe('durable');
  });

  it('gives a session its code again when its end is taken back, unless another one has it', async () => {
    const undone = { type: 'end-undone', code: '111111' } as const;
    await log.append([entry('one', [record(2, { type: 'session-ended' })])]);
    expect((await log.append([entry('one', [record(3, undone)])])).outcome).toBe('durable');
    expect(await log.running()).toEqual([{ session: 'one', code: '111111' }]);
    await log.append([entry('one', [record(4, { type: 'session-ended' })])]);
    await log.append([entry('two', [record(1, created('111111'))])]);
    expect((await log.append([entry('one', [record(5, undone)])])).outcome).toBe('conflict');
    expect(await log.running()).toEqual([{ session: 'two', code: '111111' }]);
  });

  it('knows which sessions have not ended', async () => {
    await log.append([entry('two', [record(1, created('222222'))])]);
    await log.append([entry('one', [record(2, { type: 'session-ended' })])]);
    expect(await log.running()).toEqual([{ session: 'two', code: '222222' }]);
  });

  it('finds a session that has not ended by its code and by its id, and no other one', async () => {
    await log.append([entry('two', [record(1, created('222222'))])]);
    expect(await log.find({ code: '222222' })).toEqual({ session: 'two', code: '222222' });
    expect(await log.find({ session: 'one' })).toEqual({ session: 'one', code: '111111' });
    expect(await log.find({ code: 'one' })).toBeNull();
    expect(await log.find({ session: '111111' })).toBeNull();
  });

  it('finds a session no more once it has ended, until its end is taken back, or once it was erased', async () => {
    await log.append([entry('one', [record(2, { type: 'session-ended' })])]);
    expect([await log.find({ code: '111111' }), await log.find({ session: 'one' })]).toEqual([null, null]);
    await log.append([entry('one', [record(3, { type: 'end-undone', code: '111111' })])]);
    expect(await log.find({ code: '111111' })).toEqual({ session: 'one', code: '111111' });
    await log.erase('one', 'all');
    expect([await log.find({ code: '111111' }), await log.find({ session: 'one' })]).toEqual([null, null]);
  });

  it('says how far the log of each session goes, also of one that has ended, and of none that is not there', async () => {
    await log.append([
      entry('two', [record(1, created('222222')), record(2, joined('a')), record(3, joined('b'))]),
    ]);
    await log.append([entry('two', [record(4, { type: 'session-ended' })])]);
    expect(await log.heads(['one', 'two', 'nowhere'])).toEqual(
      new Map([
        ['one', 1],
        ['two', 4],
      ]),
    );
    expect(await log.heads([])).toEqual(new Map());
    await log.erase('two', 'all');
    expect(await log.heads(['two', 'one'])).toEqual(new Map([['one', 1]]));
  });

  it('erases one name and nothing else, and the name is free again', async () => {
    await log.append([entry('one', [record(2, joined('a'))], claim('a', 'Ada'))]);
    await log.append([entry('one', [record(3, joined('b'))], claim('b', 'Bo'))]);

    expect(await log.erase('one', ['name-a', 'name-nobody'])).toBe(true);

    expect(await log.names('one')).toEqual(new Map([['name-b', 'Bo']]));
    expect(await log.read('one')).toHaveLength(3);
    const again = await log.append([entry('one', [record(4, joined('c'))], claim('c', 'Ada'))]);
    expect(again.outcome).toBe('durable');
  });

  it('erases what one seat has written, and nothing else of it', async () => {
    await log.append([
      entry('one', [record(2, joined('a')), record(3, wrote('a', 'mia'))], claim('a', 'Ada')),
    ]);
    await log.append([entry('one', [record(4, wrote('b', 'sua'))])]);
    expect(await log.read('one', 2)).toEqual([record(3, wrote('a', 'mia')), record(4, wrote('b', 'sua'))]);

    expect(await log.erase('one', ['name-a'], 'a')).toBe(true);

    const erased = { ...wrote('a', ''), submission: null };
    expect(await log.read('one', 2)).toEqual([record(3, erased), record(4, wrote('b', 'sua'))]);
    expect(await log.names('one')).toEqual(new Map());
  });

  it('erases a whole session, its code and its place among the running ones too', async () => {
    await log.append([
      entry('two', [record(1, created('222222')), record(2, joined('b'))], claim('b', 'Bo')),
    ]);

    expect(await log.erase('one', 'all')).toBe(true);

    expect(await log.read('one')).toEqual([]);
    expect(await log.names('one')).toEqual(new Map());
    expect(await log.running()).toEqual([{ session: 'two', code: '222222' }]);
    expect(await log.names('two')).toEqual(new Map([['name-b', 'Bo']]));
    const free = await log.append([entry('three', [record(1, created('111111'))])]);
    expect(free.outcome).toBe('durable');
  });

  it('has nothing against erasing what is not there', async () => {
    expect(await log.erase('nowhere', 'all')).toBe(true);
    expect(await log.erase('nowhere', ['row'])).toBe(true);
  });

  it('erases between appends that are under way, without losing one', async () => {
    const appended = Array.from({ length: 20 }, (_, i) =>
      log.append([entry('one', [record(i + 2, joined(`s${i}`))], claim(`s${i}`, `Name ${i}`))]),
    );
    const erased = log.erase('one', ['name-s3']);
    expect((await Promise.all(appended)).every(({ outcome }) => outcome === 'durable')).toBe(true);
    expect(await erased).toBe(true);
    expect([...(await log.names('one')).keys()]).toHaveLength(19);
    expect(await log.read('one')).toHaveLength(21);
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

/** Every file under `folder` that holds `text`, byte for byte. */
const holding = (path: string, text: string): string[] =>
  readdirSync(path).filter((file) => readFileSync(join(path, file)).includes(text));

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

  it('keeps no byte of a name that was erased or given up, in none of its files', async () => {
    const { path, remove } = folder();
    const log = await sqliteLog(path);
    await log.append([entry('one', [record(1, created('111111'))])]);
    const crowd = Array.from({ length: 300 }, (_, i) =>
      log.append([entry('one', [record(i + 2, joined(`s${i}`))], claim(`s${i}`, `Xanthippe the ${i}th`))]),
    );
    await Promise.all(crowd);
    const renamed = record(302, { type: 'seat-renamed', seat: 's7', name: 'name-z' });
    const zoe = { ...entry('one', [renamed], claim('z', 'Zoroastra')), release: 'name-s7' };
    await log.append([zoe]);
    await log.append([entry('one', [record(303, wrote('s42', 'Words of Xanthippe the 42th'))])]);
    for (const name of ['Xanthippe the 7th', 'Xanthippe the 42th', 'Zoroastra', 'Words of'])
      expect(holding(path, name)).not.toEqual([]);

    expect(await log.erase('one', ['name-s42', 'name-z'], 's42')).toBe(true);

    for (const name of [
      'Xanthippe the 7th',
      'xanthippe the 42th',
      'Xanthippe the 42th',
      'oroastra',
      'Words of',
    ])
      expect(holding(path, name)).toEqual([]);
    expect(holding(path, 'Xanthippe the 43th')).not.toEqual([]);

    expect(await log.erase('one', 'all')).toBe(true);
    for (const text of ['Xanthippe', 'xanthippe', 'token', 'seat-joined'])
      expect(holding(path, text)).toEqual([]);
    await log.close();
    remove();
  });
});
