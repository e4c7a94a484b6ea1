import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Told } from '../../../../server/storage/news';
import { DAY } from '../../../../server/storage/daily';
import { openCommons, type Commons } from '../../../../server/storage/postgres/commons';
import { openPostgres } from '../../../../server/storage/postgres/open';
import { temporaryDatabase } from '../../../support/database';
import { breakingWay } from '../../../support/breaking-way';
import { onPostgres } from '../../../support/on-postgres';

let database: Awaited<ReturnType<typeof temporaryDatabase>>;
let stop: () => Promise<void>;
let [one, other]: [Commons, Commons] = [] as never;

beforeEach(async () => {
  database = await temporaryDatabase();
  const opened = await openPostgres(database.url, 'prisma/migrations');
  if (!opened.ok) throw new Error(opened.error);
  const { storage, commons, close } = opened.value;
  one = commons;
  other = await openCommons(database.url, storage.settings, 'another key');
  stop = async () => {
    await other.close();
    await close();
  };
});
afterEach(async () => {
  await stop();
  await database.remove();
});

/** Ends every connection of servers' that listens. */
const cutListening = () =>
  onPostgres(
    database.url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'trainoff beside' AND pid <> pg_backend_pid()`,
  );

/** A promise and what settles it. */
function awaited<Value>() {
  let settle: (value: Value) => void = () => undefined;
  const come = new Promise<Value>((resolve) => (settle = resolve));
  return { come, settle };
}

describe('what is done once a day', () => {
  it('is done by one of two servers that look at once, and by none that looks later that day', async () => {
    let times = 0;
    const work = () => {
      times += 1;
      return Promise.resolve();
    };
    const done = await Promise.all([one.once('sweep', DAY, work), other.once('sweep', DAY, work)]);
    expect(times).toBe(1);
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await other.once('sweep', DAY, work)).toBe(false);
    expect(await one.once('another', DAY, work)).toBe(true);
    expect(times).toBe(2);
  });

  it('waits for no server that does it just now, and is done again once its time is over', async () => {
    const { come, settle } = awaited<null>();
    const begun = awaited<null>();
    const first = one.once('sweep', DAY, async () => {
      begun.settle(null);
      await come;
    });
    await begun.come;
    expect(await other.once('sweep', 0, () => Promise.resolve())).toBe(false);
    settle(null);
    expect(await first).toBe(true);
    await onPostgres(
      database.url,
      `UPDATE "Setting" SET value = (now() - interval '25 hours')::text WHERE key = 'done/sweep'`,
    );
    expect(await other.once('sweep', DAY, () => Promise.resolve())).toBe(true);
  });

  it('is taken up by another server when the one that did it broke off, or was cut from the database', async () => {
    await expect(one.once('sweep', DAY, () => Promise.reject(new Error('broke off')))).rejects.toThrow(
      'broke off',
    );
    let wasLost = false;
    const cut = await one.once('sweep', DAY, async (stopped) => {
      await cutListening();
      await expect.poll(stopped).toBe(true);
      wasLost = stopped();
    });
    expect([cut, wasLost]).toEqual([false, true]);
    expect(await other.once('sweep', DAY, () => Promise.resolve())).toBe(true);
  });
});

describe('news', () => {
  const erased: Told = { what: 'session', session: 's' };

  it('is heard by every other server, and not by the one that tells it', async () => {
    const heard: [string, Told][] = [];
    const there = awaited<null>();
    one.news.hear({ told: (told) => heard.push(['one', told]), missed: () => undefined });
    other.news.hear({
      told: (told) => {
        heard.push(['other', told]);
        there.settle(null);
      },
      missed: () => undefined,
    });
    await one.news.tell(erased);
    await there.come;
    expect(heard).toEqual([['other', erased]]);
  });

  it('of a seat with a thousand names arrives in parts', async () => {
    const rows = Array.from({ length: 1_000 }, (_, i) => `name-row-${i}`);
    const heard: string[] = [];
    const all = awaited<null>();
    other.news.hear({
      told: (told) => {
        if (told.what === 'student') heard.push(...told.rows);
        if (heard.length === rows.length) all.settle(null);
      },
      missed: () => undefined,
    });
    await one.news.tell({ what: 'student', session: 's', seat: 'seat', rows });
    await all.come;
    expect(heard).toEqual(rows);
  });

  it('that may have been missed is said to be missed, once a server listens again', async () => {
    const again = awaited<null>();
    const heard = awaited<Told>();
    other.news.hear({ told: heard.settle, missed: () => again.settle(null) });
    await cutListening();
    await again.come;
    await one.news.tell(erased).catch(() => one.news.tell(erased));
    expect(await heard.come).toEqual(erased);
  });

  it('that is not ours, or of a build that says more, is not heard and ends no server', async () => {
    const heard: Told[] = [];
    const there = awaited<null>();
    other.news.hear({
      told: (told) => {
        heard.push(told);
        there.settle(null);
      },
      missed: () => undefined,
    });
    const newer = { from: 'x', told: { what: 'something newer', session: 's' } };
    const foreign = ['', 'hello', 'null', '{"from":"x","told":{"what":"session"}}', JSON.stringify(newer)];
    await onPostgres(
      database.url,
      ...foreign.map((payload) => `SELECT pg_notify('trainoff_news', '${payload}')`),
    );
    await one.news.tell(erased);
    await there.come;
    expect(heard).toEqual([erased]);
  });

  it('is heard once by a server whose connection broke while it began to listen, again and again', async () => {
    const way = await breakingWay(database.url, `LISTEN `);
    const far = await openCommons(way.url, { first: () => Promise.resolve('key') }, 'unused');
    const heard: Told[] = [];
    let missed = 0;
    const [again, there] = [awaited<null>(), awaited<null>()];
    far.news.hear({
      told: (told) => {
        heard.push(told);
        if (told.what === 'address') there.settle(null);
      },
      missed: () => {
        missed += 1;
        again.settle(null);
      },
    });
    way.breakNext(3);
    await cutListening();
    await again.come;
    // One at its start, three that broke, and one that did not.
    expect(way.said()).toBe(5);
    await expect
      .poll(() =>
        one.news.tell(erased).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    await one.news.tell({ what: 'address', teacher: 'ada' });
    await there.come;
    expect([heard.filter(({ what }) => what === 'address').length, missed]).toEqual([1, 1]);
    await far.close();
    await way.close();
  });
});

describe('what all count together', () => {
  const name = () => one.tally.nameOf('codes', '203.0.113.7');

  it('is the sum of what each has counted, and comes back as time passes', async () => {
    expect(other.tally.nameOf('codes', '203.0.113.7')).toBe(name());
    expect(await one.tally.add(name(), 3, 60_000)).toBeCloseTo(3);
    expect(await other.tally.add(name(), 2, 60_000)).toBeCloseTo(5, 1);
    expect(await one.tally.add(name(), -1, 60_000)).toBeCloseTo(4, 1);
    await onPostgres(database.url, `UPDATE spent SET at = at - interval '3 minutes'`);
    expect(await one.tally.add(name(), 1, 60_000)).toBeCloseTo(2, 1);
    expect(await one.tally.add(name(), -9, 60_000)).toBe(0);
  });

  it('is one statement for all that is counted at once', async () => {
    const totals = await Promise.all(
      Array.from({ length: 400 }, (_, i) => one.tally.add(`codes/${i % 4}`, 1, 60_000)),
    );
    expect(totals.every((total) => total !== null && total <= 100)).toBe(true);
    expect(await one.tally.add('codes/0', 1, 60_000)).toBeCloseTo(101, 0);
    const [row] = await onPostgres(database.url, `SELECT count(*)::int AS rows FROM spent`);
    expect(row).toEqual({ rows: 4 });
  });

  it('is heard by the others', async () => {
    const heard = awaited<number>();
    other.tally.hear('codes', ({ amount }) => heard.settle(amount));
    other.tally.hear('secrets', () => heard.settle(NaN));
    await one.tally.add(name(), 7, 60_000);
    expect(await heard.come).toBeCloseTo(7, 0);
  });

  it('holds no address of anybody', async () => {
    await one.tally.add(name(), 1, 60_000);
    const rows = await onPostgres(database.url, 'SELECT name FROM spent');
    expect(JSON.stringify(rows)).not.toContain('203.0.113.7');
  });
});
