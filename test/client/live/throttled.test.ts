import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DRAFT_GAP, throttled } from '../../../client/live/throttled';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first value goes at once and the last one always arrives', () => {
  const sent: number[] = [];
  const send = throttled((value: number) => sent.push(value), DRAFT_GAP);
  for (let value = 1; value <= 10; value++) send(value);
  expect(sent).toEqual([1]);
  vi.advanceTimersByTime(DRAFT_GAP);
  expect(sent).toEqual([1, 10]);
});

test('a slider that moves for a second sends at most five values', () => {
  const sent: number[] = [];
  const send = throttled((value: number) => sent.push(value), DRAFT_GAP);
  for (let ms = 0; ms < 1_000; ms += 16) {
    send(ms);
    vi.advanceTimersByTime(16);
  }
  vi.advanceTimersByTime(DRAFT_GAP);
  expect(sent.length).toBeLessThanOrEqual(5);
  expect(sent.at(-1)).toBe(992);
});

test('nothing is sent after the end', () => {
  const sent: number[] = [];
  const send = throttled((value: number) => sent.push(value), DRAFT_GAP);
  send(1);
  send(2);
  send.stop();
  vi.advanceTimersByTime(10_000);
  expect(sent).toEqual([1]);
});

test('a value that was sent in vain goes again after the gap, unless a newer one comes', () => {
  const sent: number[] = [];
  const send = throttled((value: number) => sent.push(value), 1_000);
  send.later(1);
  vi.advanceTimersByTime(999);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(sent).toEqual([1]);
  send.later(1);
  send(2);
  vi.advanceTimersByTime(1_000);
  expect(sent).toEqual([1, 2]);
});

test('a gap that grows holds from the next value on; no gap holds nothing back', () => {
  const sent: number[] = [];
  let gap = 0;
  const send = throttled(
    (value: number) => sent.push(value),
    () => gap,
  );
  for (const value of [1, 2, 3]) send(value);
  expect(sent).toEqual([1, 2, 3]);
  gap = 1_000;
  send(4);
  send(5);
  vi.advanceTimersByTime(999);
  expect(sent).toEqual([1, 2, 3, 4]);
  vi.advanceTimersByTime(1);
  expect(sent).toEqual([1, 2, 3, 4, 5]);
});
