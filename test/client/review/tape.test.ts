import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '#shared/result';
import type { Moment, Still } from '#shared/session/replayed';
import { standing } from '../../../client/pages/review/replay/speed';
import { remembered, type Stills } from '../../../client/pages/review/replay/stills';
import { Tape } from '../../../client/pages/review/replay/tape.svelte';

const moment = (seq: number, at: number, type: Moment['type'] = 'submitted'): Moment => ({
  ...{ seq, at, type, step: 0, name: null, sentBy: null },
});

const moments = [
  moment(1, 0, 'session-created'),
  moment(2, 1_000, 'step-opened'),
  moment(3, 3_000),
  moment(4, 3_000),
  moment(5, 600_000, 'step-opened'),
  moment(6, 600_400, 'session-ended'),
];

const still = (seq: number) => ({ seq }) as Still;
const stills: Stills = (seq) => Promise.resolve(ok(still(seq)));

describe('a tape', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const shownOf = (tape: Tape) => tape.still?.seq;

  it('shows the moment that one goes to, and stays between its ends', async () => {
    const tape = new Tape(moments, stills);
    await tape.go(2);
    expect(shownOf(tape)).toBe(3);
    await tape.go(-4);
    expect(shownOf(tape)).toBe(1);
    await tape.go(99);
    expect(shownOf(tape)).toBe(6);
  });

  it('turns from step to step', async () => {
    const tape = new Tape(moments, stills);
    const seen = [];
    for (const by of [1, 1, 1, -1, -1, -1] as const) {
      await tape.turn(by);
      seen.push(shownOf(tape));
    }
    expect(seen).toEqual([2, 5, 6, 5, 2, 1]);
  });

  it('plays to its end at the pace that is asked for, and then stands still', async () => {
    const tape = new Tape(moments, stills);
    tape.speed = 1;
    await tape.go(0);
    await tape.toggle();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(shownOf(tape)).toBe(2);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(shownOf(tape)).toBe(3);
    await vi.advanceTimersByTimeAsync(120 + 3_000 + 400);
    expect(shownOf(tape)).toBe(6);
    expect(tape.playing).toBe(false);
  });

  it('starts again from the beginning once it is at its end', async () => {
    const tape = new Tape(moments, stills);
    await tape.go(5);
    await tape.toggle();
    expect([tape.playing, shownOf(tape)]).toEqual([true, 1]);
    tape.stop();
  });

  it('shows the latest wish, also where an earlier one is answered later', async () => {
    const waiting = new Map<number, () => void>();
    const slow: Stills = (seq) => new Promise((resolve) => waiting.set(seq, () => resolve(ok(still(seq)))));
    const tape = new Tape(moments, slow);
    const [first, second] = [tape.go(1), tape.go(3)];
    waiting.get(4)?.();
    await second;
    waiting.get(2)?.();
    await first;
    expect(shownOf(tape)).toBe(4);
  });

  it('stops and says why where a moment cannot be had', async () => {
    const tape = new Tape(moments, (seq) =>
      Promise.resolve(seq < 3 ? ok(still(seq)) : err('storage-failed')),
    );
    await tape.go(1);
    await tape.toggle();
    await vi.advanceTimersByTimeAsync(5_000);
    expect([tape.playing, tape.trouble, shownOf(tape)]).toEqual([false, 'storage-failed', 2]);
  });
});

it.each([
  [1_000, 1, 1_000],
  [1_000, 4, 250],
  [0, 1, 120],
  [600_000, 16, 3_000],
] as const)('a moment %i ms before the next stands, at speed %i, for %i ms', (apart, speed, ms) => {
  expect(standing(apart, speed)).toBe(ms);
});

it('a still that was seen is not asked for again', async () => {
  const asked: number[] = [];
  const ask = remembered((seq) => {
    asked.push(seq);
    return Promise.resolve(ok(still(seq)));
  });
  for (const seq of [1, 2, 1, 2]) expect(await ask(seq)).toEqual(ok(still(seq)));
  expect(asked).toEqual([1, 2]);
});
