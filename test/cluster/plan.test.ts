import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rng } from '#shared/rng';
import { killsOf, PAUSE, planned, type Trouble } from './plan';

const LONG = { servers: 3, kills: 54, pauses: 32, cuts: 8, databases: 5 };
const of = <Kind extends Trouble['kind']>(plan: readonly Trouble[], kind: Kind) =>
  plan.filter((one): one is Extract<Trouble, { kind: Kind }> => one.kind === kind);

describe('the plan of what goes wrong', () => {
  it('is the same for the same seed, and another one for another', () => {
    const plan = (seed: string) => planned(LONG, rng(seed, 'plan'));
    expect(plan('a')).toEqual(plan('a'));
    expect(plan('a')).not.toEqual(plan('b'));
  });

  it('has as much of everything as was asked for, of servers that there are', () => {
    const some = (most: number) => fc.integer({ min: 0, max: most });
    const amounts = fc.record({
      ...{ servers: fc.integer({ min: 2, max: 5 }), kills: some(60), pauses: some(40) },
      ...{ cuts: some(10), databases: some(6) },
    });
    fc.assert(
      fc.property(amounts, fc.string(), (amount, seed) => {
        const plan = planned(amount, rng(seed, 'plan'));
        expect(plan.reduce((sum, one) => sum + killsOf(one), 0)).toBe(amount.kills);
        expect(of(plan, 'pause')).toHaveLength(amount.pauses);
        expect(of(plan, 'cut')).toHaveLength(amount.cuts);
        expect(of(plan, 'database')).toHaveLength(amount.databases);
        const named = [
          ...of(plan, 'kill').flatMap(({ servers }) => servers),
          ...of(plan, 'cut').map(({ server }) => server),
          ...of(plan, 'pause').flatMap(({ server, killed }) => [server, killed ?? server]),
        ];
        expect(named.every((at) => at >= 0 && at < amount.servers)).toBe(true);
      }),
    );
  });

  it('pauses for as short and as long as is promised, and never kills the one that it has paused', () => {
    const pauses = of(planned(LONG, rng('any', 'plan')), 'pause');
    const lengths = pauses.map(({ lasts }) => lasts).sort((a, b) => a - b);
    expect(lengths.at(-1)).toBe(PAUSE.longest);
    expect(lengths[0]).toBeGreaterThanOrEqual(PAUSE.shortest);
    expect(lengths[0]).toBeLessThan(2_000);
    expect(pauses.filter(({ killed }) => killed !== null).length).toBeGreaterThan(0);
    expect(pauses.filter(({ server, killed }) => server === killed)).toEqual([]);
  });
});
