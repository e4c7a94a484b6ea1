import { describe, expect, it } from 'vitest';
import { climb } from './climb';

describe('the highest rate that holds', () => {
  const upTo =
    (limit: number, tried: number[] = []) =>
    (rate: number) => {
      tried.push(rate);
      return Promise.resolve(rate <= limit);
    };

  it('lies between the last that held and the first that did not, ever more closely', async () => {
    const tried: number[] = [];
    expect(await climb(100, 10_000, 3, upTo(300, tried))).toBe(296);
    expect(tried).toEqual([100, 150, 225, 338, 282, 310, 296]);
  });

  it('is the highest that was tried where all hold, and 0 where none does', async () => {
    expect(await climb(100, 400, 3, upTo(Infinity))).toBe(338);
    expect(await climb(100, 400, 1, upTo(0))).toBe(0);
  });
});
