import { describe, expect, test } from 'vitest';
import type { Contestant } from './contestant';
import { narrow, wide, type Dense } from './dense';
import { flat } from './flat';
import { reference } from './reference';
import { playRounds } from './rounds';

async function parametersOf(contestant: Contestant<Dense>, workload: Dense) {
  const ready = await contestant.prepare(workload);
  if ('cannot' in ready) throw new Error(ready.cannot);
  await ready.measure();
  return (ready.parameters?.() ?? []).map((lane) => Array.from(lane));
}

describe('the flat loop', () => {
  test('does the work of the reference: from the same weights to the same, but for what 64 bits are', async () => {
    const short = { ...narrow, epochs: 30 };
    const [own, plain] = [await parametersOf(reference, short), await parametersOf(flat, short)];
    expect(plain.map((lane) => lane.length)).toEqual([105, 105, 105, 105]);
    own.forEach((lane, l) => lane.forEach((w, i) => expect(plain[l]?.[i]).toBeCloseTo(w, 4)));
  });

  test('learns the wide workload, whose networks are of the size that it says', async () => {
    const [start, after] = [
      await parametersOf(flat, { ...wide, epochs: 0 }),
      await parametersOf(flat, { ...wide, epochs: 1 }),
    ];
    expect(after[0]).toHaveLength(2_625);
    expect(after).not.toEqual(start);
  });
});

describe('rounds', () => {
  test('take everybody in turn, begin with another one each time, and tell who cannot', async () => {
    const played: string[] = [];
    const player = (name: string): Contestant<null> => ({
      name,
      prepare: () => Promise.resolve({ measure: () => Promise.resolve(played.push(name)) }),
    });
    const absent: Contestant<null> = { name: 'z', prepare: () => Promise.resolve({ cannot: 'is away' }) };
    const results = await playRounds(null, [player('a'), absent, player('b')], 2);
    const warm = played.length - 4;
    expect(played.slice(warm).join('')).toBe('abba');
    expect(results).toEqual([
      { name: 'a', times: [warm + 1, warm + 4], parameters: null },
      { name: 'z', cannot: 'is away' },
      { name: 'b', times: [warm + 2, warm + 3], parameters: null },
    ]);
  });
});
