import { describe, expect, test } from 'vitest';
import { readCountdown, spokenMark } from '../../../client/live/countdown';
import { isReading, leftWords } from '../../../client/live/time-left';
import { SessionClock } from '../../../client/live/session-clock';

const countdown = {
  total: 20_000,
  deadline: 100_000,
  frozen: null,
  opened: { reading: 5_000, total: 20_000 },
};

describe('a countdown of 20 s that ends at 100 s', () => {
  test.each([
    [75_000, 'reading', 1],
    [80_000, 'running', 1],
    [90_000, 'running', 0.5],
    [99_999, 'running', 0.00005],
    [100_000, 'over', 0],
    [100_900, 'over', 0],
  ])('at %i ms is %s, with %f of its line', (now, at, share) => {
    expect(readCountdown(countdown, now)).toMatchObject({ at, share });
  });

  test('stands still while it is frozen', () => {
    const frozen = { ...countdown, frozen: 5_000 };
    expect(readCountdown(frozen, 90_000)).toEqual({ at: 'frozen', left: 5_000, share: 0.25 });
    expect(readCountdown(frozen, 99_000)).toEqual(readCountdown(frozen, 90_000));
  });
});

test('the task is read until as much is left as there is to answer, also while time stands still', () => {
  expect([isReading(countdown, 79_999), isReading(countdown, 80_000)]).toEqual([true, false]);
  expect(isReading({ ...countdown, frozen: 21_000 }, 99_000)).toBe(true);
});

describe('the time left is told', () => {
  test.each([
    [150_000, '2:30'],
    [149_999, '2:30'],
    [140_000, '2:20'],
    [83_000, '1:30'],
    [10_001, '0:20'],
    [10_000, '0:10'],
    [9_001, '0:10'],
    [3_200, '0:04'],
    [0, '0:00'],
  ])('%i ms as %s: in steps of ten seconds, the last ten one by one', (left, words) => {
    expect(leftWords(left)).toBe(words);
  });
});

test('the time left is read out at 60, 30 and 10 seconds, and at no mark that is the whole time', () => {
  expect(spokenMark(120_000, 61_000)).toBe(null);
  expect(spokenMark(120_000, 60_000)).toBe(60);
  expect(spokenMark(120_000, 12_000)).toBe(30);
  expect(spokenMark(120_000, 9_000)).toBe(10);
  expect(spokenMark(30_000, 29_000)).toBe(null);
});

describe('the session’s clock', () => {
  test('goes on between two frames', () => {
    let steady = 1_000;
    const clock = new SessionClock(() => steady);
    clock.heard(50_000);
    steady += 250;
    expect(clock.now()).toBe(50_250);
  });

  test('believes the frame that travelled fastest', () => {
    let steady = 0;
    const clock = new SessionClock(() => steady);
    clock.heard(1_000);
    steady = 100;
    clock.heard(900);
    expect(clock.now()).toBe(1_100);
  });

  test('starts afresh on a new connection: the session stood still while no server ran', () => {
    let steady = 0;
    const clock = new SessionClock(() => steady);
    clock.heard(10_000);
    steady = 60_000;
    clock.restart();
    expect(clock.now()).toBe(70_000);
    clock.heard(12_000);
    expect(clock.now()).toBe(12_000);
  });
});
