import { describe, expect, it } from 'vitest';
import { paceOf } from './frames';

/** Stamps of frames that come `gaps` ms after one another. */
const after = (...gaps: number[]) =>
  gaps.reduce((stamps, gap) => [...stamps, (stamps.at(-1) ?? 0) + gap], [1_000]);

describe('frames of a phone', () => {
  it('are not late at 60 a second, also with a millisecond of jitter', () => {
    expect(paceOf(after(16.7, 16.6, 17.7, 15.6)).late).toBe(0);
  });

  it('are late when a refresh was missed, once for each wait however long', () => {
    expect(paceOf(after(16.7, 33.3, 16.7, 16.7)).late).toBe(25);
    expect(paceOf(after(16.7, 500, 16.7, 16.7)).late).toBe(25);
    expect(paceOf(after(50, 50)).late).toBe(100);
  });

  it('tell how many there were and the longest wait', () => {
    const { frames, worst } = paceOf(after(16, 48, 16));
    expect([frames, worst]).toEqual([3, 48]);
  });

  it('make no figure before the second one', () => {
    expect(() => paceOf([1_000])).toThrow();
  });
});
