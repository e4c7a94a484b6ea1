import { describe, expect, it } from 'vitest';
import { waitsForAcks, waitsForLines } from './reached';

const paused = { what: 'a pause', since: 100, until: 400 };

describe('how long somebody waited', () => {
  it('begins when the line broke, where the home could be reached all the time', () => {
    expect(waitsForLines([{ broke: 10, back: 60 }], [paused], 1_000)).toEqual([
      { whole: 50, reachable: 50, from: 10 },
    ]);
  });

  it('begins when a trouble that it touches was over', () => {
    const [inside, before, after] = waitsForLines(
      [
        { broke: 200, back: 450 },
        { broke: 50, back: 120 },
        { broke: 500, back: 530 },
      ],
      [paused],
      1_000,
    );
    expect(inside).toEqual({ whole: 250, reachable: 50, from: 200 });
    expect(before?.reachable).toBe(0);
    expect(after?.reachable).toBe(30);
  });

  it('lasts until now where nobody came back', () => {
    expect(waitsForLines([{ broke: 500, back: null }], [], 900)).toEqual([
      { whole: 400, reachable: 400, from: 500 },
    ]);
  });

  it('is reckoned for an answer from sending it to its ack', () => {
    const ack = { ok: true, seq: 1 } as const;
    expect(waitsForAcks([{ step: 0, sent: 300, told: 1_000, ack }], [paused])).toEqual([
      { whole: 700, reachable: 600, from: 300 },
    ]);
  });
});
