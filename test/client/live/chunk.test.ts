import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadChunk } from '../../../client/live/chunk';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a part of the app that fails to load is fetched again until it is there', async () => {
  let calls = 0;
  const failures: number[] = [];
  const load = () => (++calls < 4 ? Promise.reject(new Error('offline')) : Promise.resolve('loaded'));
  const loaded = loadChunk(load, { onfail: (times) => failures.push(times) });
  await vi.runAllTimersAsync();
  await expect(loaded).resolves.toBe('loaded');
  expect(failures).toEqual([1, 2, 3]);
});

test('nobody waits for a page that is not wanted any more', async () => {
  const calledOff = new AbortController();
  const loaded = loadChunk(() => Promise.reject(new Error('offline')), { signal: calledOff.signal });
  await vi.advanceTimersByTimeAsync(100);
  calledOff.abort();
  await expect(loaded).resolves.toBe(null);
});
