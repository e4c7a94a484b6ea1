import { describe, expect, it } from 'vitest';
import { growth, linesOf, median, quantile, type Round } from './figures';
import { inFlight } from './in-flight';
import type { Run } from './question';
import { noTraffic } from './traffic';

const ack = { ok: true, seq: 1 } as const;

const phase = { name: 'join', waits: [1, 2, 3], cpu: 100, late: null, memory: 100_000, traffic: noTraffic() };

const run = (over: Partial<Run>): Run => ({
  join: { ...phase, joined: 1_000 },
  choice: { ...phase, shown: 10, result: 50, traffic: { ...noTraffic(), received: 700 } },
  ...{ tune: null, race: null },
  memory: { now: 100_000, peak: 120_000 },
  script: { joinAck: ack, answerAck: ack, frames: [], pulse: null, roster: null },
  ...over,
});

const joining = (cpu: number) => run({ join: { ...phase, joined: 1_000, cpu } });

const value = (lines: ReturnType<typeof linesOf>, name: string) => lines.find((l) => l.name === name)?.value;

describe('figures of a load', () => {
  it('take the smallest value that a share of all values does not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([quantile(hundred, 0.5), quantile(hundred, 0.95), quantile([7], 0.95)]).toEqual([50, 95, 7]);
    expect(median([9, 1, 5])).toBe(5);
  });

  it('compare CPU within a round, and take the median over rounds', () => {
    const rounds: Round[] = [
      { ours: joining(150), bare: run({}) },
      { ours: joining(900), bare: joining(300) },
      { ours: joining(200), bare: run({}) },
    ];
    const lines = linesOf(100, rounds);
    expect(value(lines, 'live.cpu-join-ratio')).toBe(2);
    expect(value(lines, 'live.messages')).toBe(700);
    expect(value(lines, 'live.join-all-s')).toBe(1);
  });

  it('spread the growth of memory between two sizes over the phones that came', () => {
    const sized = (phones: number, now: number) => ({
      phones,
      rounds: [{ ours: run({ memory: { now, peak: now } }), bare: run({}) }],
    });
    expect(growth(sized(300, 100_000), sized(3_000, 208_000)).value).toBe(40);
  });
});

describe('work in flight', () => {
  it('is never more than its limit, and leaves nothing out', async () => {
    const done: number[] = [];
    let [under, most] = [0, 0];
    await inFlight([...Array(20).keys()], 4, async (item) => {
      most = Math.max(most, ++under);
      await Promise.resolve();
      done.push(item);
      under -= 1;
    });
    expect([done.length, most]).toEqual([20, 4]);
  });
});
