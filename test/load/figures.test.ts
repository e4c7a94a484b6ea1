import { describe, expect, it } from 'vitest';
import { growth, linesOf, median, quantile, type Round } from './figures';
import { inFlight } from './in-flight';
import type { Run } from './question';
import release from './release.json' with { type: 'json' };
import { noTraffic } from './traffic';

const phase = { name: 'join', waits: [1, 2, 3], cpu: 100, late: null, memory: 100_000, traffic: noTraffic() };

const run = (over: Partial<Run>): Run => ({
  join: { ...phase, joined: 1_000 },
  choice: { ...phase, shown: 10, result: 50, traffic: { ...noTraffic(), received: 700 } },
  ...{ tune: null, race: null },
  memory: { now: 100_000, peak: 120_000 },
  script: { pulse: null, roster: null },
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

  it('compare what a class waits for within a round', () => {
    const showing = (shown: number) => run({ choice: { ...run({}).choice, shown } });
    const rounds: Round[] = [
      { ours: showing(60), bare: showing(80) },
      { ours: showing(200), bare: showing(160) },
      { ours: showing(90), bare: showing(90) },
    ];
    const lines = linesOf(100, rounds);
    expect(lines.find(({ name }) => name === 'live.show-ratio')).toMatchObject({
      value: 1,
      unit: 'x',
      bare: null,
    });
    expect(lines.find(({ name }) => name === 'live.show-ms')).toMatchObject({ value: 90, bare: 90 });
  });

  it('spread the growth of memory between two sizes over the phones that came', () => {
    const sized = (phones: number, now: number) => ({
      phones,
      rounds: [{ ours: run({ memory: { now, peak: now } }), bare: run({}) }],
    });
    const [few, small, big] = [sized(100, 99_000), sized(300, 100_000), sized(3_000, 208_000)];
    expect(growth([few, small, big])?.value).toBe(40);
    expect(growth([few, small])?.value).toBe(5);
    expect(growth([small])).toBeNull();
  });
});

describe('the bare server', () => {
  const bytes = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0);
  const [greeting, seated, ...question] = release.frames.map(
    (frame) => `2["frame",${JSON.stringify(frame)}]`,
  );
  const ack = (id: number, outcome: object) => `3${id}[${JSON.stringify(outcome)}]`;

  it('sends what the release of the targets sent: 0.55 kB a phone to join, 3.79 kB for the question', () => {
    const connected = `0{"sid":"${'s'.repeat(20)}"}`;
    const join = [connected, greeting ?? '', ack(0, release.joinAck), seated ?? ''];
    expect(bytes(join) / 1_024).toBeCloseTo(0.55, 2);
    expect(bytes([...question, ack(1, release.answerAck)]) / 1_024).toBeCloseTo(3.79, 2);
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
