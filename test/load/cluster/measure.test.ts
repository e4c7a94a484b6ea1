import { describe, expect, it } from 'vitest';
import { saturated } from './measure';

describe('what is full at a rate', () => {
  const at = (servers: number, database: number, proxy: number, phones: number, others = 0) => ({
    ...{ ms: 1_000, used: { servers, database, proxy, phones } },
    machine: servers + database + proxy + phones + others,
  });

  it('is the machine where all parts together are, and else the part that is one thread', () => {
    expect(saturated(at(900, 500, 200, 300), 3, 2)).toBe("the machine (1.9 of 2 cores, 0.0 of them others')");
    expect(saturated(at(100, 100, 100, 100, 1_500), 3, 2)).toBe(
      "the machine (1.9 of 2 cores, 1.5 of them others')",
    );
    expect(saturated(at(900, 100, 100, 100), 1, 8)).toBe('servers');
    expect(saturated(at(900, 100, 900, 100), 3, 8)).toBe('proxy');
    expect(saturated(at(100, 100, 100, 100), 1, 8)).toBeNull();
  });
});
