import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faint, MOST_WHILE_OPEN } from '#shared/activities/faint';
import { whileOpen } from '#shared/activities/separating-line/held';
import type { Summary } from '#shared/activities/separating-line/view';
import { derive } from '#shared/rng';
import { bound } from '../../support/bound';
import { SEED } from '../../support/session';

const seats = Array.from({ length: 60 }, (_, i) => derive(SEED, `seat/${i}`));
const keys = fc.array(fc.string({ maxLength: 8 }), { maxLength: 120 });

test('while a step is open each line is shown once, at most forty, however many hold it', () => {
  fc.assert(
    fc.property(keys, (held) => {
      const shown = faint(held);
      expect(Object.keys(shown).length).toBe(Math.min(MOST_WHILE_OPEN, new Set(held).size));
      expect(new Set(Object.values(shown))).toEqual(new Set(held.length > 0 ? [1] : []));
    }),
  );
});

test('which lines are shown depends neither on how many hold them nor on who came first', () => {
  fc.assert(
    fc.property(keys, fc.nat({ max: 5 }), (held, more) => {
      const again = [...held, ...held.slice(0, more), ...held].reverse();
      expect(faint(again)).toEqual(faint(held));
    }),
  );
});

test('one line more pushes out one line at most', () => {
  fc.assert(
    fc.property(keys, fc.string({ maxLength: 8 }), (held, one) => {
      const after = faint([...held, one]);
      expect(Object.keys(faint(held)).filter((key) => !(key in after)).length).toBeLessThanOrEqual(1);
    }),
  );
});

const best = { w: [10, 10], b: -15 };
const position = (submission: unknown, i = 0) => ({ seat: seats[i]!, submission, result: null });

/** The picture of the open step and of the closed one. */
function pictures(kind: Parameters<typeof bound>[0], config: unknown, sent: readonly unknown[]) {
  const { answers, picture } = bound(kind, config);
  const closed = picture(
    sent.map((one, i) => position(one, i)),
    SEED,
  );
  return { closed, open: answers?.whileOpen(closed) };
}

test('a gate says how many hold while it is open, not how many hold a line', () => {
  const scaled = { w: [20, 20], b: -30 };
  const { closed, open } = pictures('gate', { gate: 'and' }, [best, best, scaled, { w: [0, 0], b: 5 }]);
  expect(closed).toEqual({ all: 4, holding: 3, lines: { '10,10,-15': 2, '20,20,-30': 1, '0,0,5': 1 } });
  expect(open).toEqual({ all: 4, holding: 3, lines: { '2,2,-3': 1 } });
});

test('a proof says how far everybody is while it is open', () => {
  const line = { w: [10, 10], b: -5 };
  const { open } = pictures('xor-proof', { proof: 'xor' }, [
    { line, signs: null, pairs: null },
    { line, signs: [0, 1, 1, 0], pairs: null },
    { line: null, signs: [0, 0, 1, 0], pairs: null },
  ]);
  expect(open).toEqual({
    ...{ lines: { '2,2,-1': 1 }, all: 2, threes: 2 },
    ...{ trying: 1, doubting: 2, closed: 0 },
  });
});

test('lines among the penguins that run nearly alike are one line while the step is open', () => {
  const line = { from: [348, 142], to: [552, 216], swapped: false };
  const near = { ...line, to: [552, 218] };
  const { closed, open } = pictures('separating-line', { data: 'penguins', visible: 100 }, [
    line,
    near,
    { ...line, swapped: true },
  ]);
  expect(Object.keys((closed as Summary).crossings)).toHaveLength(3);
  expect((open as Summary).all).toBe(3);
  expect(Object.keys((open as Summary).crossings)).toHaveLength(2);
  expect(whileOpen(open as Summary)).toEqual(open);
});
