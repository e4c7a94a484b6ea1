import { expect, it } from 'vitest';
import { Heads } from '../../../../server/live/standing/heads';
import { Silence } from '../../../../server/live/standing/silence';

/** A log whose answers come when the test says so. */
function slowLog() {
  const asked: string[][] = [];
  const answering: ((heads: ReadonlyMap<string, number>) => void)[] = [];
  const failing: ((error: Error) => void)[] = [];
  const heads = (sessions: readonly string[]) =>
    new Promise<ReadonlyMap<string, number>>((resolve, reject) => {
      asked.push([...sessions]);
      answering.push(resolve);
      failing.push(reject);
    });
  return { heads, asked, answering, failing };
}

it('asks one question at a time, and whoever asks meanwhile is told what was true after that', async () => {
  const log = slowLog();
  const heads = new Heads(log);
  const first = heads.of(['a']);
  await expect.poll(() => log.asked).toEqual([['a']]);
  const later = [heads.of(['a', 'b']), heads.of(['c'])];
  log.answering[0]?.(new Map([['a', 1]]));
  expect(await first).toEqual(new Map([['a', 1]]));
  await expect.poll(() => log.asked).toEqual([['a'], ['a', 'b', 'c']]);
  log.answering[1]?.(new Map([['a', 2]]));
  expect(await Promise.all(later)).toEqual([new Map([['a', 2]]), new Map([['a', 2]])]);
});

it('tells only those who had asked of a log that fails, and asks again for others', async () => {
  const log = slowLog();
  const heads = new Heads(log);
  const first = heads.of(['a']);
  await expect.poll(() => log.asked).toHaveLength(1);
  const second = heads.of(['a']);
  log.failing[0]?.(new Error('away'));
  await expect(first).rejects.toThrow('away');
  await expect.poll(() => log.asked).toHaveLength(2);
  log.answering[1]?.(new Map([['a', 3]]));
  expect(await second).toEqual(new Map([['a', 3]]));
});

it('a silence lasts from the first question without an answer, and any answer ends it', () => {
  let now = 0;
  const silence = new Silence(() => now);
  const first = silence.begin();
  now = 1_000;
  const second = silence.begin();
  expect(silence.lasts()).toBe(1_000);
  now = 2_000;
  second(true);
  expect(silence.lasts()).toBe(0);
  now = 2_500;
  expect(silence.lasts()).toBe(500);
  first(true);
  now = 9_000;
  expect(silence.lasts()).toBe(0);
});

it('a refusal ends no silence', () => {
  let now = 0;
  const silence = new Silence(() => now);
  silence.begin()(false);
  now = 4_000;
  const again = silence.begin();
  expect(silence.lasts()).toBe(4_000);
  again(true);
  expect(silence.lasts()).toBe(0);
});
