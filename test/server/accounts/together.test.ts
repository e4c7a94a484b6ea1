import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Guesses } from '../../../server/accounts/guesses';
import { PasswordGuesses } from '../../../server/accounts/password-guesses';
import { processClock } from '../../../server/live/clock';
import { Newcomers } from '../../../server/live/sockets/newcomers';
import { openCommons, type Commons } from '../../../server/storage/postgres/commons';
import { openPostgres } from '../../../server/storage/postgres/open';
import { temporaryDatabase } from '../../support/database';
import { onPostgres } from '../../support/on-postgres';

const SCHOOL = '203.0.113.7';
const HALL = '198.51.100.4';
const { now } = processClock;

let database: Awaited<ReturnType<typeof temporaryDatabase>>;
let servers: readonly Commons[];
let stop: () => Promise<void>;

beforeEach(async () => {
  database = await temporaryDatabase();
  const opened = await openPostgres(database.url, 'prisma/migrations');
  if (!opened.ok) throw new Error(opened.error);
  const { storage, commons, close } = opened.value;
  const others = await Promise.all([1, 2].map(() => openCommons(database.url, storage.settings, 'unused')));
  servers = [commons, ...others];
  stop = async () => {
    for (const other of others) await other.close();
    await close();
  };
});
afterEach(async () => {
  await stop();
  await database.remove();
});

const spent = () => onPostgres(database.url, 'SELECT name, amount FROM spent');

describe('passwords, through three servers', () => {
  const stranger = { network: SCHOOL, device: null };
  const doors = () => servers.map(({ tally }) => new PasswordGuesses(processClock, tally));
  const wrong = () => Promise.resolve(false);
  const right = () => Promise.resolve(true);

  it('ten wrong ones at one server are ten at all', async () => {
    const [one, other] = doors();
    for (let i = 0; i < 10; i++) expect(await one?.guess('Ada', stranger, wrong)).toBe('wrong');
    expect(await other?.guess('Ada', stranger, right)).toBe('refused');
    expect(await other?.guess('Ada', { network: HALL, device: null }, right)).toBe('right');
  });

  it('no more than ten are looked at of thirty that come to all three at once', async () => {
    const told = await Promise.all(
      doors().flatMap((door) => Array.from({ length: 10 }, () => door.guess('Ada', stranger, wrong))),
    );
    expect(told.filter((one) => one === 'wrong').length).toBeLessThanOrEqual(10);
  });

  it('a browser that is known has its ten through all of them, and strangers take none of these', async () => {
    const [one, other] = doors();
    const known = { network: SCHOOL, device: 'her-browser' };
    for (let i = 0; i < 10; i++) await one?.guess('Ada', stranger, wrong);
    for (let i = 0; i < 10; i++) expect(await other?.guess('Ada', known, wrong)).toBe('wrong');
    expect(await one?.guess('Ada', known, right)).toBe('refused');
  });

  it('refused ones are written nowhere', async () => {
    const [one] = doors();
    const guess = (name: string) => one?.guess(name, stranger, wrong);
    const statements = async () =>
      (await onPostgres(
        database.url,
        'SELECT name, at::text, xmin::text FROM spent ORDER BY name',
      )) as unknown;
    for (let i = 0; i < 10; i++) await guess('Ada');
    const ofOneName = await statements();
    for (let i = 0; i < 20; i++) expect(await guess('Ada')).toBe('refused');
    expect(await statements()).toEqual(ofOneName);
    for (let i = 0; i < 10; i++) await guess(`nobody-${i}`);
    const ofAll = await statements();
    for (let i = 0; i < 20; i++) expect(await guess(`made-up-${i}`)).toBe('refused');
    expect(await statements()).toEqual(ofAll);
  });

  it('right ones cost nothing anywhere', async () => {
    const all = doors();
    for (let i = 0; i < 30; i++) expect(await all[i % 3]?.guess('Ada', stranger, right)).toBe('right');
  });
});

describe('codes, through three servers', () => {
  const room = {};
  const doors = () => servers.map(({ tally }) => new Newcomers(now, tally));

  it('twenty wrong ones at one server are twenty at all, and then a right one is not looked at either', async () => {
    const [one, other] = doors();
    for (let i = 0; i < 20; i++) expect(await one?.mayTry(SCHOOL, null)).toBe(true);
    expect(await other?.mayTry(SCHOOL, null)).toBe(false);
    expect(await other?.mayTry(SCHOOL, room)).toBe(false);
    expect(await other?.mayTry(HALL, room)).toBe(true);
  });

  it('a server that nobody guesses at hears of it within a second or two', async () => {
    const [one, , quiet] = doors();
    for (let i = 0; i < 20; i++) await one?.mayTry(SCHOOL, null);
    await expect.poll(() => quiet?.mayTry(SCHOOL, room), { timeout: 10_000 }).toBe(false);
  });

  it('what was tried at all servers in one moment is paid back before there is more', async () => {
    const all = doors();
    await Promise.all(all.flatMap((door) => Array.from({ length: 500 }, () => door.mayTry(SCHOOL, null))));
    const [one] = await onPostgres(database.url, `SELECT amount FROM spent WHERE name LIKE 'codes/%'`);
    expect(Number(one?.amount)).toBeGreaterThan(20);
    expect(Number(one?.amount)).toBeLessThanOrEqual(60);
    for (const door of all) expect(await door.mayTry(SCHOOL, null)).toBe(false);
  });

  it('a class of a thousand that comes in at once through one address asks the database nothing', async () => {
    const [one] = doors();
    const came = await Promise.all(Array.from({ length: 1_000 }, async () => one?.mayTry(SCHOOL, room)));
    expect(came.every(Boolean)).toBe(true);
    expect(await spent()).toEqual([]);
  });

  it('a flood of wrong ones writes no more than what was judged', async () => {
    const [one] = doors();
    for (let i = 0; i < 5_000; i++) await one?.mayTry(SCHOOL, null);
    const amounts = (await spent()).map(({ amount }) => Number(amount));
    expect(amounts).toHaveLength(2);
    expect(Math.max(...amounts)).toBeLessThanOrEqual(21);
  });
});

it('secrets of screens, tickets and seats are counted together, and whoever has the right one is not counted', async () => {
  const [one, other] = servers.map(
    ({ tally }) =>
      new Guesses(now, { burst: 3, every: 60_000 }, { burst: 300, every: 100 }, { kind: 'secrets', tally }),
  );
  for (let i = 0; i < 50; i++) if (other?.take(SCHOOL)) other.giveBack(SCHOOL);
  for (let i = 0; i < 3; i++) expect(await one?.wrong(SCHOOL)).toBe(true);
  expect(await other?.wrong(SCHOOL)).toBe(false);
});

it('where the database does not count, each server goes on counting by itself', async () => {
  const door = new Newcomers(now, servers[1]?.tally ?? null);
  await onPostgres(database.url, 'DROP TABLE spent');
  const judged = await Promise.all(Array.from({ length: 50 }, () => door.mayTry(SCHOOL, null)));
  expect(judged.filter(Boolean)).toHaveLength(20);
});
